import { placePerson } from './components.ts';
import { type MapOptions, mapOpinions, type OpinionMap } from './opinion-map.ts';
import type { Counts } from './tally.ts';
import {
  countVotes,
  gatherColumns,
  personOfEntries,
  type Stance,
  type Vote,
  type VoteTable,
} from './vote-table.ts';

/**
 * A map that takes one more vote at a time, for the organiser of a named round and for tests of growing rounds. An
 * anonymous round shows nothing before it closes.
 */
export interface LiveMap {
  /**
   * Takes a vote. Counts, centres, positions (along the axes of the last refresh) and groups (by the nearest middle)
   * are right at once; work is in proportion to the votes on that statement (OPN-18).
   */
  add(vote: Vote): void;
  /** Counts of everybody on a statement, by name; nothing for a statement without votes. */
  countsOf(statement: string): Counts | undefined;
  /** Where a person stands now, and in which found group (-1 for none). */
  placeOf(person: string): { readonly x: number; readonly y: number; readonly group: number } | undefined;
  /** Whether the axes are due for a refresh: after 1 % more votes, and at least 20. */
  isDue(): boolean;
  /** Computes everything afresh; the same map as from the beginning. */
  refresh(): OpinionMap;
}

interface Cell {
  stance: Stance;
}

/** Opens a live map on a map computed before. `options` must be those it was computed with. */
export function openLiveMap(start: OpinionMap, options: MapOptions = {}): LiveMap {
  let live = new LiveState(start);
  return {
    add: (vote) => live.add(vote),
    countsOf: (statement) => live.countsOf(statement),
    placeOf: (person) => live.placeOf(person),
    isDue: () => live.pending >= Math.max(20, live.votes / 100),
    refresh: () => {
      const map = mapOpinions(live.gather(), options);
      live = new LiveState(map);
      return map;
    },
  };
}

class LiveState {
  pending = 0;
  votes: number;
  readonly #map: OpinionMap;
  readonly #people: Map<string, number>;
  readonly #statements: Map<string, number>;
  /** Rows of people who voted since the start, whole; the others stand in the table. */
  readonly #rows = new Map<number, Map<number, Cell>>();
  /** People who voted on a statement only since the start. */
  readonly #newcomers = new Map<number, number[]>();
  readonly #owner: Int32Array;
  readonly #counts: { agree: number; disagree: number; pass: number }[];
  readonly #centre: number[];
  /** Unstretched coordinates and number of answers, by person. */
  readonly #sums: { x: number; y: number; answered: number }[];

  constructor(map: OpinionMap) {
    const { table, components, moderated } = map;
    this.#map = map;
    this.votes = table.statement.length;
    this.#people = new Map(table.people.map((name, p) => [name, p]));
    this.#statements = new Map(table.statements.map((name, s) => [name, s]));
    this.#owner = personOfEntries(table);
    this.#counts = table.statements.map(() => ({ agree: 0, disagree: 0, pass: 0 }));
    for (let e = 0; e < table.statement.length; e++)
      this.#count(table.statement[e] ?? 0, table.stance[e] ?? 0, 1);
    this.#centre = Array.from(components.centre);
    this.#sums = table.people.map((_, p) => {
      const [x, y] = placePerson(table, components, moderated, p);
      const answered = countOpen(table, moderated, p) + moderated.size;
      const stretch = Math.sqrt(table.statements.length / Math.max(answered, 1));
      return { x: x / stretch, y: y / stretch, answered };
    });
  }

  add(vote: Vote): void {
    const person = this.#personNumber(vote.person);
    const statement = this.#statementNumber(vote.statement);
    const row = this.#row(person);
    const cell = row.get(statement);
    const before = cell?.stance;
    if (cell) cell.stance = vote.stance;
    else {
      row.set(statement, { stance: vote.stance });
      this.votes += 1;
      const newcomers = this.#newcomers.get(statement) ?? [];
      newcomers.push(person);
      this.#newcomers.set(statement, newcomers);
    }
    if (before !== undefined) this.#count(statement, before, -1);
    this.#count(statement, vote.stance, 1);
    this.pending += 1;
    if (!this.#map.moderated.has(statement)) this.#move(person, statement, vote.stance, before);
  }

  countsOf(statement: string): Counts | undefined {
    const counts = this.#counts[this.#statements.get(statement) ?? -1];
    return counts && { ...counts, seen: counts.agree + counts.disagree + counts.pass };
  }

  placeOf(person: string): { x: number; y: number; group: number } | undefined {
    const number = this.#people.get(person);
    const sums = number === undefined ? undefined : this.#sums[number];
    if (sums === undefined) return undefined;
    const stretch = Math.sqrt(this.#statements.size / Math.max(sums.answered, 1));
    const [x, y] = [sums.x * stretch, sums.y * stretch];
    let [group, least] = [-1, Number.POSITIVE_INFINITY];
    for (const [g, [mx, my]] of (this.#map.found?.middles ?? []).entries()) {
      const distance = (x - mx) ** 2 + (y - my) ** 2;
      if (distance < least) [group, least] = [g, distance];
    }
    return { x, y, group };
  }

  /** The table as it would be had all votes come at once. */
  gather(): VoteTable {
    const { table } = this.#map;
    const [person, statement, stance]: [number[], number[], number[]] = [[], [], []];
    for (let p = 0; p < this.#sums.length; p++) {
      for (const [s, value] of this.#rowEntries(p)) {
        person.push(p);
        statement.push(s);
        stance.push(value);
      }
    }
    return gatherColumns({
      people: [...this.#people.keys()],
      statements:
        this.#statements.size === table.statements.length ? table.statements : [...this.#statements.keys()],
      person: Int32Array.from(person),
      statement: Int32Array.from(statement),
      stance: Int8Array.from(stance),
    });
  }

  #rowEntries(person: number): (readonly [number, number])[] {
    const row = this.#rows.get(person);
    if (row) return [...row].map(([s, cell]) => [s, cell.stance] as const);
    const { personStart, statement, stance } = this.#map.table;
    const start = personStart[person] ?? 0;
    return Array.from(
      { length: countVotes(this.#map.table, person) },
      (_, i) => [statement[start + i] ?? 0, stance[start + i] ?? 0] as const,
    );
  }

  #row(person: number): Map<number, Cell> {
    const known = this.#rows.get(person);
    if (known) return known;
    const entries = person < this.#map.table.people.length ? this.#rowEntries(person) : [];
    const row = new Map(entries.map(([s, value]) => [s, { stance: toStance(value) }]));
    this.#rows.set(person, row);
    return row;
  }

  #personNumber(name: string): number {
    const known = this.#people.get(name);
    if (known !== undefined) return known;
    this.#people.set(name, this.#sums.length);
    this.#sums.push({ x: 0, y: 0, answered: this.#map.moderated.size });
    return this.#sums.length - 1;
  }

  #statementNumber(name: string): number {
    const known = this.#statements.get(name);
    if (known !== undefined) return known;
    this.#statements.set(name, this.#counts.length);
    this.#counts.push({ agree: 0, disagree: 0, pass: 0 });
    this.#centre.push(0);
    return this.#counts.length - 1;
  }

  #count(statement: number, stance: number, by: 1 | -1): void {
    const counts = this.#counts[statement];
    if (counts === undefined) return;
    if (stance > 0) counts.agree += by;
    else if (stance < 0) counts.disagree += by;
    else counts.pass += by;
  }

  /** Moves the voter by the vote, and everybody who voted on the statement by the shift of its centre. */
  #move(person: number, statement: number, stance: Stance, before: Stance | undefined): void {
    const [ax, ay] = this.#map.components.axes.map((axis) => axis[statement] ?? 0);
    const counts = this.#counts[statement];
    const sums = this.#sums[person];
    if (counts === undefined || sums === undefined || ax === undefined || ay === undefined) return;
    const old = this.#centre[statement] ?? 0;
    const centre = (counts.agree - counts.disagree) / (counts.agree + counts.disagree + counts.pass);
    this.#centre[statement] = centre;
    const gain = before === undefined ? stance - old : stance - before;
    sums.x += gain * ax;
    sums.y += gain * ay;
    if (before === undefined) sums.answered += 1;
    const shift = centre - old;
    for (const voter of this.#votersOf(statement)) {
      const theirs = this.#sums[voter];
      if (theirs === undefined) continue;
      theirs.x -= shift * ax;
      theirs.y -= shift * ay;
    }
  }

  *#votersOf(statement: number): Iterable<number> {
    const { statementStart, entry } = this.#map.table;
    for (let i = statementStart[statement] ?? 0; i < (statementStart[statement + 1] ?? 0); i++) {
      yield this.#owner[entry[i] ?? 0] ?? 0;
    }
    yield* this.#newcomers.get(statement) ?? [];
  }
}

function toStance(value: number): Stance {
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

function countOpen(table: VoteTable, moderated: ReadonlySet<number>, person: number): number {
  let open = 0;
  for (let e = table.personStart[person] ?? 0; e < (table.personStart[person + 1] ?? 0); e++) {
    if (!moderated.has(table.statement[e] ?? 0)) open += 1;
  }
  return open;
}
