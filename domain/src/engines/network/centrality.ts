import brandes from 'graphology-shortest-path/indexed-brandes.js';
import { openChance } from '../chance/index.ts';
import type { ActorGraph } from './graph.ts';
import { betweennessCentrality, pagerank } from './library.ts';

/** How often each actor lies between two others, and how that was found. */
export interface Betweenness {
  /** From 0 to 1: the share of shortest paths between two others that lead through the actor. */
  readonly values: ReadonlyMap<string, number>;
  /** Absent where every actor was a source; else how many drawn actors were. */
  readonly pivots?: number;
}

/** Up to these sizes betweenness is exact. */
const EXACT_ACTORS = 5_000;
const EXACT_TIES = 40_000;
const PIVOTS = 500;

/** How betweenness is found in large networks. */
export interface BetweennessOptions {
  /** Fixes the draw of pivots; default 1. */
  readonly seed?: number;
  /** Sources drawn instead of all; for tests of the estimate. */
  readonly pivots?: number;
}

/**
 * Betweenness by hops, normalised (NET-4). Exact up to 5,000 actors and 40,000 ties; above, the library's passes from
 * 500 seeded sources are added up and stretched to all.
 *
 * @see U. Brandes, "A Faster Algorithm for Betweenness Centrality" (2001); U. Brandes, C. Pich, "Centrality Estimation
 * in Large Networks" (2007) for the pivots.
 */
export function measureBetweenness(graph: ActorGraph, options: BetweennessOptions = {}): Betweenness {
  if (graph.order === 0) return { values: new Map() };
  const large = graph.order > EXACT_ACTORS || graph.size > EXACT_TIES;
  const pivots = options.pivots ?? (large ? PIVOTS : undefined);
  if (pivots === undefined || pivots >= graph.order) {
    const values = betweennessCentrality(graph, { getEdgeWeight: null, normalized: true });
    return { values: new Map(Object.entries(values)) };
  }
  return { values: addUpPasses(graph, pivots, options.seed ?? 1), pivots };
}

/** Adds up the dependencies of each pass, as Brandes' algorithm does over all sources. */
function addUpPasses(graph: ActorGraph, pivots: number, seed: number): Map<string, number> {
  const pass = brandes.createUnweightedIndexedBrandes(graph);
  const order = graph.order;
  const sums = new Float64Array(order);
  const dependency = new Float64Array(order);
  for (const source of drawWithoutReturn(order, pivots, seed)) {
    const [stack, predecessors, paths] = pass(source);
    dependency.fill(0);
    while (stack.size > 0) {
      const actor = stack.pop() ?? source;
      const share = (1 + (dependency[actor] ?? 0)) / (paths[actor] ?? 1);
      for (const before of predecessors[actor] ?? []) {
        dependency[before] = (dependency[before] ?? 0) + (paths[before] ?? 0) * share;
      }
      if (actor !== source) sums[actor] = (sums[actor] ?? 0) + (dependency[actor] ?? 0);
    }
  }
  const scale = order / pivots / ((order - 1) * (order - 2));
  return new Map(graph.nodes().map((id, index) => [id, (sums[index] ?? 0) * scale]));
}

function drawWithoutReturn(order: number, count: number, seed: number): number[] {
  const chance = openChance(seed);
  const all = Array.from({ length: order }, (_, i) => i);
  for (let i = 0; i < count; i++) {
    const j = i + chance.below(order - i);
    [all[i], all[j]] = [all[j] ?? 0, all[i] ?? 0];
  }
  return all.slice(0, count);
}

/**
 * PageRank with damping 0.85: how much an actor is tied to by those who are themselves tied to much (NET-5). Sums to 1.
 *
 * @see S. Brin, L. Page, "The Anatomy of a Large-Scale Hypertextual Web Search Engine" (1998).
 */
export function measurePageRank(graph: ActorGraph): ReadonlyMap<string, number> {
  if (graph.order === 0) return new Map();
  const values = pagerank(graph, {
    alpha: 0.85,
    maxIterations: 1000,
    tolerance: 1e-10,
    getEdgeWeight: 'weight',
  });
  return new Map(Object.entries(values));
}
