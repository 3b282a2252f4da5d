import components from 'graphology-components';
import density from 'graphology-metrics/graph/density.js';
import { openChance } from '../chance/index.ts';
import type { Actor, ActorGraph } from './graph.ts';
import { louvain } from './library.ts';

/** Actors who are tied among themselves more than to others. */
export interface Communities {
  /** Community of each actor, from 0, by falling size. */
  readonly of: ReadonlyMap<string, number>;
  readonly sizes: readonly number[];
  /** From -0.5 to 1: share of ties within communities beyond what chance would give; 0 without ties. */
  readonly modularity: number;
}

/**
 * Finds communities by the Louvain method, seeded (NET-6).
 *
 * @see V. Blondel and others, "Fast unfolding of communities in large networks" (2008).
 */
export function findCommunities(graph: ActorGraph, seed: number): Communities {
  if (graph.size === 0) {
    return {
      of: new Map(graph.nodes().map((id, i) => [id, i])),
      sizes: graph.nodes().map(() => 1),
      modularity: 0,
    };
  }
  const found = louvain.detailed(graph, { getEdgeWeight: 'weight', rng: openChance(seed).next });
  const sizes = new Map<number, number>();
  for (const community of Object.values(found.communities))
    sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const order = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const rank = new Map(order.map(([community], place) => [community, place]));
  return {
    of: new Map(Object.entries(found.communities).map(([id, community]) => [id, rank.get(community) ?? 0])),
    sizes: order.map(([, size]) => size),
    modularity: found.modularity,
  };
}

/** The parts of a network that hang together, largest first: ids of their actors. */
export function findParts(graph: ActorGraph): string[][] {
  return components.connectedComponents(graph).sort((a, b) => b.length - a.length || compare(a[0], b[0]));
}

function compare(a: string | undefined, b: string | undefined): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

/** Share of the possible ties that are there, from 0 to 1; 0 for fewer than two actors (NET-7). */
export function measureDensity(graph: ActorGraph): number {
  return graph.order < 2 ? 0 : density.undirectedDensity(graph);
}

/** How closely one sector, or two sectors, are tied. */
export interface SectorTies {
  readonly sectors: readonly [string, string];
  readonly ties: number;
  /** Pairs of actors that could be tied. */
  readonly pairs: number;
  /** ties ÷ pairs, 0 where there is no pair. */
  readonly density: number;
}

/** Ties within each sector and between each two, in the order of names; actors without a sector are left out (NET-7). */
export function tieSectors(graph: ActorGraph, actors: readonly Actor[]): SectorTies[] {
  const sectorOf = new Map(
    actors.flatMap(({ id, sector }) => (sector === undefined ? [] : [[id, sector] as const])),
  );
  const sizes = new Map<string, number>();
  for (const sector of sectorOf.values()) sizes.set(sector, (sizes.get(sector) ?? 0) + 1);
  const counts = new Map<string, number>();
  graph.forEachEdge((_edge, _attributes, from, to) => {
    const pair = [sectorOf.get(from), sectorOf.get(to)].sort();
    counts.set(JSON.stringify(pair), (counts.get(JSON.stringify(pair)) ?? 0) + 1);
  });
  const names = [...sizes.keys()].sort();
  return names.flatMap((one, i) =>
    names.slice(i).map((other): SectorTies => {
      const [own, theirs] = [sizes.get(one) ?? 0, sizes.get(other) ?? 0];
      const pairs = one === other ? (own * (own - 1)) / 2 : own * theirs;
      const ties = counts.get(JSON.stringify([one, other])) ?? 0;
      return { sectors: [one, other], ties, pairs, density: pairs === 0 ? 0 : ties / pairs };
    }),
  );
}
