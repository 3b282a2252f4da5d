import * as z from 'zod/mini';
import type { Actor, ActorGraph } from './graph.ts';
import { findParts, type SectorTies } from './structure.ts';

const wholeNumber = z.int().check(z.gte(0));
const pair = z.tuple([z.string(), z.string()]);

/**
 * Findings as data. `onlyLink`: two sectors are not tied directly, and one actor of neither is tied to both.
 * `onlyContact`: all ties between two sectors are held by one actor of the first, which has more. `unlinked`: two
 * sectors are tied neither directly nor over one actor. `holdsTogether`: without this actor its part of the network
 * falls into so many parts of at least two actors. `parts`: separate parts, not counting actors without ties.
 * `isolated`: actors without ties. `scattered`: a sector of at least three whose actors have no tie among themselves.
 */
export const findingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('onlyLink'), actor: z.string(), sectors: pair }),
  z.object({ kind: z.literal('onlyContact'), actor: z.string(), sector: z.string(), other: z.string() }),
  z.object({ kind: z.literal('unlinked'), sectors: pair }),
  z.object({ kind: z.literal('holdsTogether'), actor: z.string(), parts: wholeNumber }),
  z.object({ kind: z.literal('parts'), sizes: z.array(wholeNumber) }),
  z.object({ kind: z.literal('isolated'), actors: z.array(z.string()) }),
  z.object({ kind: z.literal('scattered'), sector: z.string() }),
]);

/** Something worth telling a room about a network; actors stand by id. */
export type Finding = z.infer<typeof findingSchema>;

/** Above this many actors, who holds the network together is not searched for: each would cost a pass over it. */
const SEARCH_LIMIT = 1_000;

/** Finds what is worth telling (NET-8), most telling kinds first; each kind in the order of names. */
export function findFindings(
  graph: ActorGraph,
  actors: readonly Actor[],
  sectors: readonly SectorTies[],
): Finding[] {
  const parts = findParts(graph);
  const isolated = parts.flatMap((part) => (part.length === 1 ? part : []));
  const larger = parts.filter((part) => part.length > 1);
  const sizes = larger.map((part) => part.length);
  const found: Finding[] = [
    ...linksOf(graph, actors, sectors),
    ...holders(graph),
    ...(larger.length > 1 ? [{ kind: 'parts' as const, sizes }] : []),
    ...(isolated.length > 0 ? [{ kind: 'isolated' as const, actors: isolated }] : []),
    ...sectors.flatMap(({ sectors: [one, other], ties, pairs }) =>
      one === other && ties === 0 && pairs >= 3 ? [{ kind: 'scattered' as const, sector: one }] : [],
    ),
  ];
  return found.sort((a, b) => TELLING.indexOf(a.kind) - TELLING.indexOf(b.kind));
}

/** The order in which a room wants to hear them; within a kind the order found stays. */
const TELLING: readonly Finding['kind'][] = [
  'onlyLink',
  'holdsTogether',
  'parts',
  'isolated',
  'unlinked',
  'scattered',
  'onlyContact',
];

function linksOf(graph: ActorGraph, actors: readonly Actor[], sectors: readonly SectorTies[]): Finding[] {
  const sectorOf = new Map(actors.map(({ id, sector }) => [id, sector]));
  const reaches = (id: string, sector: string): boolean =>
    graph.neighbors(id).some((neighbour) => sectorOf.get(neighbour) === sector);
  return sectors.flatMap(({ sectors: [one, other], ties }): Finding[] => {
    if (one === other) return [];
    if (ties > 0) return contactsOf(actors, [one, other], reaches);
    const between = actors.filter(
      ({ id, sector }) => sector !== one && sector !== other && reaches(id, one) && reaches(id, other),
    );
    const [only, second] = between;
    if (only === undefined) return [{ kind: 'unlinked', sectors: [one, other] }];
    return second === undefined ? [{ kind: 'onlyLink', actor: only.id, sectors: [one, other] }] : [];
  });
}

/** One actor who alone keeps a sector of several in contact with another sector. */
function contactsOf(
  actors: readonly Actor[],
  [one, other]: readonly [string, string],
  reaches: (id: string, sector: string) => boolean,
): Finding[] {
  const pairs = [
    [one, other],
    [other, one],
  ] as const;
  return pairs.flatMap(([sector, target]): Finding[] => {
    const members = actors.filter((actor) => actor.sector === sector);
    const [only, second] = members.filter((actor) => reaches(actor.id, target));
    if (only === undefined || second !== undefined || members.length < 2) return [];
    return [{ kind: 'onlyContact', actor: only.id, sector, other: target }];
  });
}

/** Parts of at least two actors: losing one last contact is no falling apart. */
function countLarger(graph: ActorGraph): number {
  return findParts(graph).filter((part) => part.length > 1).length;
}

function holders(graph: ActorGraph): Finding[] {
  if (graph.order > SEARCH_LIMIT) return [];
  const before = countLarger(graph);
  return graph
    .filterNodes((id) => graph.degree(id) > 1)
    .flatMap((actor) => {
      const rest = graph.copy();
      rest.dropNode(actor);
      const parts = countLarger(rest) - before + 1;
      return parts > 1 ? [{ kind: 'holdsTogether' as const, actor, parts }] : [];
    })
    .sort((a, b) => b.parts - a.parts);
}

/** Says a finding in one sentence. `nameOf` gives the name of an actor by id; sectors stand by their names. */
export function sayFinding(finding: Finding, language: 'fr' | 'en', nameOf: (id: string) => string): string {
  return language === 'fr' ? sayInFrench(finding, nameOf) : sayInEnglish(finding, nameOf);
}

function sayInEnglish(finding: Finding, nameOf: (id: string) => string): string {
  switch (finding.kind) {
    case 'onlyLink':
      return `Only ${nameOf(finding.actor)} links ${finding.sectors[0]} and ${finding.sectors[1]}.`;
    case 'onlyContact':
      return `In ${finding.sector}, only ${nameOf(finding.actor)} is in contact with ${finding.other}.`;
    case 'unlinked':
      return `Nobody links ${finding.sectors[0]} and ${finding.sectors[1]}.`;
    case 'holdsTogether':
      return `Without ${nameOf(finding.actor)}, this part of the network would fall into ${finding.parts}.`;
    case 'parts':
      return `The network has ${finding.sizes.length} separate parts, of ${finding.sizes.join(', ')} actors.`;
    case 'isolated':
      return `Without any tie: ${finding.actors.map(nameOf).join(', ')}.`;
    case 'scattered':
      return `In ${finding.sector}, nobody is in contact with one another.`;
  }
}

function sayInFrench(finding: Finding, nameOf: (id: string) => string): string {
  switch (finding.kind) {
    case 'onlyLink':
      return `Entre ${finding.sectors[0]} et ${finding.sectors[1]}, un seul lien : ${nameOf(finding.actor)}.`;
    case 'onlyContact':
      return `Dans ${finding.sector}, un seul contact avec ${finding.other} : ${nameOf(finding.actor)}.`;
    case 'unlinked':
      return `Personne ne fait le lien entre ${finding.sectors[0]} et ${finding.sectors[1]}.`;
    case 'holdsTogether':
      return `Sans ${nameOf(finding.actor)}, cette partie du réseau se diviserait en ${finding.parts}.`;
    case 'parts':
      return `Le réseau compte ${finding.sizes.length} parties séparées, de ${finding.sizes.join(', ')} acteurs.`;
    case 'isolated':
      return `Sans aucun lien : ${finding.actors.map(nameOf).join(', ')}.`;
    case 'scattered':
      return `Dans ${finding.sector}, personne n’est en contact avec personne.`;
  }
}
