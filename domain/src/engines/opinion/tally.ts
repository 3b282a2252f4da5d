import type { VoteTable } from './vote-table.ts';

/** Votes counted by group and statement: `agree[g * statements + s]` and so on. */
export interface Tally {
  readonly groups: number;
  readonly statements: number;
  readonly agree: Int32Array;
  readonly disagree: Int32Array;
  readonly pass: Int32Array;
}

/** Votes of one group on one statement; `seen` is their sum. */
export interface Counts {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
  readonly seen: number;
}

/** Counts the votes of people by group. `groupOf` gives each person's group from 0; -1 leaves the person out. */
export function tallyVotes(table: VoteTable, groupOf: Int32Array, groups: number): Tally {
  const statements = table.statements.length;
  const empty = () => new Int32Array(groups * statements);
  const [agree, disagree, pass] = [empty(), empty(), empty()];
  for (let p = 0; p < table.people.length; p++) {
    const group = groupOf[p] ?? -1;
    if (group < 0) continue;
    for (let e = table.personStart[p] ?? 0; e < (table.personStart[p + 1] ?? 0); e++) {
      const stance = table.stance[e] ?? 0;
      const counted = stance > 0 ? agree : stance < 0 ? disagree : pass;
      const cell = group * statements + (table.statement[e] ?? 0);
      counted[cell] = (counted[cell] ?? 0) + 1;
    }
  }
  return { groups, statements, agree, disagree, pass };
}

/** Counts the votes of everybody on each statement: a tally with one group. */
export function tallyAll(table: VoteTable): Tally {
  return tallyVotes(table, new Int32Array(table.people.length), 1);
}

/** The counts of one group on one statement. */
export function countsOf(tally: Tally, group: number, statement: number): Counts {
  const cell = group * tally.statements + statement;
  const [agree, disagree, pass] = [tally.agree[cell] ?? 0, tally.disagree[cell] ?? 0, tally.pass[cell] ?? 0];
  return { agree, disagree, pass, seen: agree + disagree + pass };
}

/** The counts of one statement, group by group. */
export function lineOf(tally: Tally, statement: number): Counts[] {
  return Array.from({ length: tally.groups }, (_, group) => countsOf(tally, group, statement));
}

/** Sums counts. */
export function addCounts(counts: readonly Counts[]): Counts {
  const sum = { agree: 0, disagree: 0, pass: 0, seen: 0 };
  for (const count of counts) {
    sum.agree += count.agree;
    sum.disagree += count.disagree;
    sum.pass += count.pass;
    sum.seen += count.seen;
  }
  return sum;
}
