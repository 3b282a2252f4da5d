import * as z from 'zod/mini';
import { measureBetweenness, measurePageRank } from './centrality.ts';
import { findFindings, findingSchema } from './finding.ts';
import { buildDirected, buildUndirected, type Network } from './graph.ts';
import { findCommunities, findParts, measureDensity, tieSectors } from './structure.ts';

const wholeNumber = z.int().check(z.gte(0));
const pair = z.tuple([z.string(), z.string()]);

/** What is computed of a network, as `tablee network --json` prints it. */
export const networkReportSchema = z.object({
  format: z.literal('tablee-network-1'),
  /** Ties between the same two actors count once. */
  ties: wholeNumber,
  density: z.number(),
  /** Present where betweenness was estimated from so many drawn sources. */
  pivots: z.optional(wholeNumber),
  modularity: z.number(),
  /** Sizes by falling size; the numbers below point into these lists. */
  communities: z.array(wholeNumber),
  parts: z.array(wholeNumber),
  isolated: z.array(z.string()),
  actors: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      sector: z.optional(z.string()),
      degree: wholeNumber,
      /** From 0 to 1. */
      betweenness: z.number(),
      /** Sums to 1. */
      pageRank: z.number(),
      community: wholeNumber,
      part: wholeNumber,
    }),
  ),
  sectors: z.array(z.object({ sectors: pair, ties: wholeNumber, pairs: wholeNumber, density: z.number() })),
  findings: z.array(findingSchema),
});

/** What is computed of a network. */
export type NetworkReport = z.infer<typeof networkReportSchema>;

/** Measures a network (NET-1 to NET-8). The same seed gives the same report. */
export function measureNetwork(
  network: Network,
  { seed = 1 }: { readonly seed?: number } = {},
): NetworkReport {
  const graph = buildUndirected(network);
  const betweenness = measureBetweenness(graph, { seed });
  const pageRank = measurePageRank(buildDirected(network));
  const communities = findCommunities(graph, seed);
  const parts = findParts(graph);
  const partOf = new Map(parts.flatMap((part, number) => part.map((id) => [id, number] as const)));
  const sectors = tieSectors(graph, network.actors);
  return {
    format: 'tablee-network-1',
    ties: graph.size,
    density: measureDensity(graph),
    ...(betweenness.pivots === undefined ? {} : { pivots: betweenness.pivots }),
    modularity: communities.modularity,
    communities: [...communities.sizes],
    parts: parts.map((part) => part.length),
    isolated: graph.filterNodes((id) => graph.degree(id) === 0),
    actors: network.actors.map(({ id, name, sector }) => ({
      id,
      name,
      ...(sector === undefined ? {} : { sector }),
      degree: graph.degree(id),
      betweenness: betweenness.values.get(id) ?? 0,
      pageRank: pageRank.get(id) ?? 0,
      community: communities.of.get(id) ?? 0,
      part: partOf.get(id) ?? 0,
    })),
    sectors: sectors.map((entry) => ({ ...entry, sectors: [...entry.sectors] })),
    findings: findFindings(graph, network.actors, sectors),
  };
}
