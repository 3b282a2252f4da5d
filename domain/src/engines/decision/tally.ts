import type { Stance } from './case.ts';
import { addCounts, type Electorate, type Voter } from './electorate.ts';
import { add, type Fraction, formatExact, sum, ZERO } from './fraction.ts';
import type { Positions } from './position.ts';
import type { Base, Measure, Rule } from './rule.ts';
import type { CountLine } from './verdict.ts';

/** Exact counts under the four measures. */
export type Counts = Readonly<Record<Measure, Fraction>>;

/** No votes under any measure. */
export const NO_COUNTS: Counts = { head: ZERO, seat: ZERO, weight: ZERO, power: ZERO };

/** What one sub-group (or a constituency without sub-groups) brings to every test. */
export interface UnitTally {
  readonly group: string;
  readonly subgroup: string | undefined;
  readonly yes: Counts;
  readonly no: Counts;
  readonly abstain: Counts;
  readonly present: Counts;
  /** Everyone who may vote on this decision: the base `allSeats`. */
  readonly seats: Counts;
  /** Presence as the quorum sees it: with the recused where the rule counts them. */
  readonly quorumPresent: Counts;
  readonly quorumSeats: Counts;
  readonly stances: Readonly<Record<Stance, number>>;
}

/** The counts of all units, in the order of the roll. */
export type Tally = readonly UnitTally[];

/** How each stance counts in a vote. */
export const VOTE_OF = {
  agree: 'yes',
  reservations: 'yes',
  yes: 'yes',
  standAside: 'abstain',
  abstain: 'abstain',
  block: 'no',
  no: 'no',
} as const satisfies Record<Stance, 'yes' | 'no' | 'abstain'>;

function emptyUnit(voter: Voter): UnitTally {
  return {
    group: voter.member.group,
    subgroup: voter.member.subgroup,
    yes: NO_COUNTS,
    no: NO_COUNTS,
    abstain: NO_COUNTS,
    present: NO_COUNTS,
    seats: NO_COUNTS,
    quorumPresent: NO_COUNTS,
    quorumSeats: NO_COUNTS,
    stances: { agree: 0, reservations: 0, standAside: 0, block: 0, yes: 0, no: 0, abstain: 0 },
  };
}

function countVoter(unit: UnitTally, voter: Voter, positions: Positions, rule: Rule): UnitTally {
  const present = positions.present.has(voter.member.id) && !voter.member.vacant;
  const forQuorum = !voter.recused || rule.recusedCountForQuorum === true;
  const quorum = {
    quorumSeats: forQuorum ? addCounts(unit.quorumSeats, voter.counts) : unit.quorumSeats,
    quorumPresent: forQuorum && present ? addCounts(unit.quorumPresent, voter.counts) : unit.quorumPresent,
  };
  if (voter.recused) return { ...unit, ...quorum };
  const seated = {
    ...unit,
    ...quorum,
    seats: addCounts(unit.seats, voter.counts),
    present: present ? addCounts(unit.present, voter.counts) : unit.present,
  };
  const position = positions.stances.get(voter.member.id);
  if (!position) return seated;
  const vote = VOTE_OF[position.stance];
  return {
    ...seated,
    [vote]: addCounts(unit[vote], voter.counts),
    stances: { ...unit.stances, [position.stance]: unit.stances[position.stance] + 1 },
  };
}

/** Adds up the positions by constituency and sub-group, under every measure. */
export function tallyOf(electorate: Electorate, positions: Positions, rule: Rule): Tally {
  const units = new Map<string, UnitTally>();
  for (const voter of electorate.voters) {
    const key = `${voter.member.group}/${voter.member.subgroup ?? ''}`;
    units.set(key, countVoter(units.get(key) ?? emptyUnit(voter), voter, positions, rule));
  }
  return [...units.values()];
}

/** The base of a majority, in the units given. */
export function baseOf(units: Tally, base: Base, measure: Measure): Fraction {
  if (base === 'present') return sum(units.map((unit) => unit.present[measure]));
  if (base === 'allSeats') return sum(units.map((unit) => unit.seats[measure]));
  const opinions = sum(units.map((unit) => add(unit.yes[measure], unit.no[measure])));
  return base === 'withoutAbstentions'
    ? opinions
    : add(opinions, sum(units.map((unit) => unit.abstain[measure])));
}

/** Lines of counts for the verdict: the whole first, then each constituency, under the measures asked for. */
export function countLines(tally: Tally, measures: readonly Measure[]): CountLine[] {
  const groups = [...new Set(tally.map((unit) => unit.group))];
  return measures.flatMap((measure) =>
    [null, ...groups].map((group) => {
      const units = tally.filter((unit) => group === null || unit.group === group);
      const total = (pick: (unit: UnitTally) => Counts): string =>
        formatExact(sum(units.map((unit) => pick(unit)[measure])));
      return {
        group,
        measure,
        yes: total((unit) => unit.yes),
        no: total((unit) => unit.no),
        abstain: total((unit) => unit.abstain),
        present: total((unit) => unit.present),
        seats: total((unit) => unit.seats),
      };
    }),
  );
}
