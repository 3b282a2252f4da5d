import { type Clustering, findGroups } from './cluster.ts';
import { type Components, findComponents, type Positions, placePeople } from './components.ts';
import { countVotes, type VoteTable } from './vote-table.ts';

/** People sorted into named groups; people in none have -1. */
export interface Grouping {
  readonly names: readonly string[];
  /** Group of each person of the table, from 0, or -1. */
  readonly groupOf: Int32Array;
}

/** Groups that the votes themselves show. */
export interface FoundGroups extends Grouping {
  readonly middles: Clustering['middles'];
  readonly silhouette: number;
}

/** Everything computed from the votes, with names and exact numbers: never to be shown of an anonymous round. */
export interface OpinionMap {
  readonly table: VoteTable;
  /** Numbers of the statements kept out of the map. */
  readonly moderated: ReadonlySet<number>;
  readonly components: Components;
  readonly positions: Positions;
  /** Numbers of the people who answered enough to stand on the map (OPN-7), rising. */
  readonly onMap: Int32Array;
  /** Absent where the people on the map do not fall into groups that are large enough. */
  readonly found: FoundGroups | undefined;
}

/** How a map is computed. */
export interface MapOptions {
  /** Numbers of statements kept out (OPN-4). */
  readonly moderated?: ReadonlySet<number>;
  /** Fixes every draw; default 1. */
  readonly seed?: number;
  /** Votes that put a person on the map; default 7, and never more than there are statements. */
  readonly enough?: number;
  /** The smallest group that may be found; default 5. */
  readonly smallestGroup?: number;
  /** The greatest number of groups tried, 2 to 5; default 5. */
  readonly mostGroups?: number;
}

/** People the map is filled up to, with the most active ones, where fewer answered enough. */
const FEW = 15;

/** Draws the map of a table of votes: components, positions, groups (OPN-3 to OPN-7). Deterministic. */
export function mapOpinions(table: VoteTable, options: MapOptions = {}): OpinionMap {
  const moderated = options.moderated ?? new Set<number>();
  const components = findComponents(table, moderated);
  const positions = placePeople(table, components, moderated);
  const onMap = peopleOnMap(table, options.enough ?? 7);
  const clustering = findGroups(pick(positions, onMap), {
    seed: options.seed ?? 1,
    most: options.mostGroups ?? 5,
    smallest: options.smallestGroup ?? 5,
  });
  const found = clustering && foundGroups(table, onMap, clustering);
  return { table, moderated, components, positions, onMap, found };
}

/** The people who voted on enough statements; with fewer than 15, the most active until 15 are reached. */
export function peopleOnMap(table: VoteTable, enough: number): Int32Array {
  const everybody = Array.from({ length: table.people.length }, (_, p) => p);
  const active = everybody.filter((p) => countVotes(table, p) > 0);
  active.sort((a, b) => countVotes(table, b) - countVotes(table, a) || a - b);
  const bar = Math.min(enough, table.statements.length);
  const chosen = active.filter((p, place) => place < FEW || countVotes(table, p) >= bar);
  return Int32Array.from(chosen).sort();
}

/** The positions of some of the people. */
export function pick(positions: Positions, people: Int32Array): Positions {
  return {
    x: Float64Array.from(people, (p) => positions.x[p] ?? 0),
    y: Float64Array.from(people, (p) => positions.y[p] ?? 0),
  };
}

/** Names the groups found A, B, C by falling size and gives each person their group. */
export function foundGroups(table: VoteTable, onMap: Int32Array, clustering: Clustering): FoundGroups {
  const groupOf = new Int32Array(table.people.length).fill(-1);
  for (const [place, person] of onMap.entries()) groupOf[person] = clustering.groupOf[place] ?? -1;
  const names = Array.from({ length: clustering.groups }, (_, g) => String.fromCharCode(65 + g));
  return { names, groupOf, middles: clustering.middles, silhouette: clustering.silhouette };
}

/** Sorts people by a group that is known of them, in order of first appearance; people without one are left out. */
export function givenGroups(table: VoteTable, groupByPerson: ReadonlyMap<string, string>): Grouping {
  const names: string[] = [];
  const groupOf = new Int32Array(table.people.length).fill(-1);
  for (const [p, person] of table.people.entries()) {
    const name = groupByPerson.get(person);
    if (name === undefined) continue;
    if (!names.includes(name)) names.push(name);
    groupOf[p] = names.indexOf(name);
  }
  return { names, groupOf };
}
