import { type InputProblem, inputProblem } from '../csv/index.ts';

/** What a person may say of a statement: agree +1, pass 0, disagree -1. Unseen is no vote at all (OPN-1). */
export type Stance = 1 | 0 | -1;

/** One vote. Of several by one person on one statement the last in order counts (OPN-2). */
export interface Vote {
  readonly person: string;
  readonly statement: string;
  readonly stance: Stance;
}

/**
 * Votes in typed arrays, one entry per vote that counts; memory in proportion to votes (9 bytes each, and 4 per
 * person and statement). Entries stand by person, then by statement; a second order leads from statements back.
 */
export interface VoteTable {
  /** Names of people, in order of first appearance (or as given). */
  readonly people: readonly string[];
  /** Names of statements, in order of first appearance (or as given). */
  readonly statements: readonly string[];
  /** Person p has the entries `personStart[p]` to `personStart[p + 1] - 1`. */
  readonly personStart: Int32Array;
  /** Statement of each entry, rising within a person. */
  readonly statement: Int32Array;
  /** Stance of each entry. */
  readonly stance: Int8Array;
  /** Statement s has the places `statementStart[s]` to `statementStart[s + 1] - 1` of `entry`. */
  readonly statementStart: Int32Array;
  /** Entries by statement. */
  readonly entry: Int32Array;
}

/** Votes as three arrays of equal length: indexes of people and statements, and stances. */
export interface VoteColumns {
  readonly people: readonly string[];
  readonly statements: readonly string[];
  readonly person: Int32Array;
  readonly statement: Int32Array;
  readonly stance: Int8Array;
}

/** Gathers votes into a table. `statements` may name statements that nobody has seen, and fixes their order. */
export function gatherVotes(votes: Iterable<Vote>, statements: readonly string[] = []): VoteTable {
  const people = new Map<string, number>();
  const known = new Map(statements.map((name, index) => [name, index]));
  const rows: [number, number, Stance][] = [];
  for (const vote of votes)
    rows.push([numberOf(people, vote.person), numberOf(known, vote.statement), vote.stance]);
  return gatherColumns({
    people: [...people.keys()],
    statements: [...known.keys()],
    person: Int32Array.from(rows, (row) => row[0]),
    statement: Int32Array.from(rows, (row) => row[1]),
    stance: Int8Array.from(rows, (row) => row[2]),
  });
}

function numberOf(known: Map<string, number>, name: string): number {
  const number = known.get(name) ?? known.size;
  known.set(name, number);
  return number;
}

/**
 * Gathers votes that are already numbered; the last of several votes by one person on one statement counts.
 * Takes time in proportion to votes (two counting sorts).
 */
export function gatherColumns(columns: VoteColumns): VoteTable {
  const { people, statements } = columns;
  const byStatement = orderBy(columns.statement, statements.length);
  const byPerson = orderBy(columns.person, people.length, byStatement.order);
  const kept = new Int32Array(byPerson.order.length);
  const personStart = new Int32Array(people.length + 1);
  let count = 0;
  for (let p = 0; p < people.length; p++) {
    for (let i = byPerson.start[p] ?? 0; i < (byPerson.start[p + 1] ?? 0); i++) {
      const vote = byPerson.order[i] ?? 0;
      const again =
        count > (personStart[p] ?? 0) && columns.statement[kept[count - 1] ?? 0] === columns.statement[vote];
      if (again) kept[count - 1] = vote;
      else kept[count++] = vote;
    }
    personStart[p + 1] = count;
  }
  const statement = new Int32Array(count);
  const stance = new Int8Array(count);
  for (let e = 0; e < count; e++) {
    statement[e] = columns.statement[kept[e] ?? 0] ?? 0;
    stance[e] = columns.stance[kept[e] ?? 0] ?? 0;
  }
  const back = orderBy(statement, statements.length);
  return {
    people,
    statements,
    personStart,
    statement,
    stance,
    statementStart: back.start,
    entry: back.order,
  };
}

/** Counting sort, stable: where each key begins, and the positions in order of their keys. */
function orderBy(
  keys: Int32Array,
  bound: number,
  first?: Int32Array,
): { readonly start: Int32Array; readonly order: Int32Array } {
  const start = new Int32Array(bound + 1);
  for (const key of keys) start[key + 1] = (start[key + 1] ?? 0) + 1;
  for (let key = 0; key < bound; key++) start[key + 1] = (start[key + 1] ?? 0) + (start[key] ?? 0);
  const next = start.slice();
  const order = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const position = first ? (first[i] ?? 0) : i;
    const key = keys[position] ?? 0;
    const place = next[key] ?? 0;
    order[place] = position;
    next[key] = place + 1;
  }
  return { start, order };
}

/** How many votes a person has that count. */
export function countVotes(table: VoteTable, person: number): number {
  return (table.personStart[person + 1] ?? 0) - (table.personStart[person] ?? 0);
}

/** For each entry, the number of its person: the way back from `entry` to people. */
export function personOfEntries(table: VoteTable): Int32Array {
  const owner = new Int32Array(table.statement.length);
  for (let p = 0; p < table.people.length; p++) {
    owner.fill(p, table.personStart[p], table.personStart[p + 1]);
  }
  return owner;
}

/** Numbers the names given as statements of a table; a name it does not know is refused. */
export function numberStatements(table: VoteTable, names: Iterable<string>): Set<number> | InputProblem {
  const known = new Map(table.statements.map((name, index) => [name, index]));
  const numbers = new Set<number>();
  for (const name of names) {
    const number = known.get(name);
    if (number === undefined) return inputProblem('the name of a statement', `"${name}"`);
    numbers.add(number);
  }
  return numbers;
}
