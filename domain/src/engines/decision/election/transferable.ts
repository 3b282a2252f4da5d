import type { Exact } from '../fraction.ts';
import type { Text } from '../rule.ts';
import { text } from '../wording.ts';
import type { CountResult, Election, Method, OpenTie, Stage } from './election.ts';
import { distribute, type Parcel, parcelsOf, valueOf } from './pile.ts';
import { standing, weightOf } from './ranking.ts';
import { nameOf, openTieText, type TieBreaker, tieBreakerOf } from './tie-break.ts';
import { electedText } from './total.ts';

/** Unit of the Scottish rules: one vote is 100,000 units, five decimal places. */
export const STV_UNIT = 100_000n;

/** The state of a count by transfers; every number is in units. */
export interface Transfers {
  readonly election: Election;
  readonly unit: bigint;
  readonly piles: Map<string, readonly Parcel[]>;
  readonly votes: Map<string, bigint>;
  readonly continuing: Set<string>;
  readonly elected: string[];
  readonly stages: Stage[];
  readonly past: Map<string, bigint>[];
  readonly breaker: TieBreaker;
  readonly valid: number;
  readonly empty: readonly number[];
  nonTransferable: bigint;
  lost: bigint;
}

/** Sets out the first preferences. */
export function openTransfers(election: Election, unit: bigint, breaker: TieBreaker): Transfers {
  const ids = standing(election);
  const continuing = new Set(ids);
  const { parcels, empty } = parcelsOf(election, continuing, unit);
  const valid = election.ballots.reduce(
    (total, ballot, index) => (empty.includes(index) ? total : total + weightOf(ballot)),
    0,
  );
  const state: Transfers = {
    election,
    unit,
    piles: new Map(ids.map((id) => [id, []])),
    votes: new Map(ids.map((id) => [id, 0n])),
    continuing,
    elected: [],
    stages: [],
    past: [],
    breaker,
    valid,
    empty,
    nonTransferable: 0n,
    lost: 0n,
  };
  give(state, parcels);
  return state;
}

/** Gives parcels to their next preferences and books what went nowhere. */
export function give(state: Transfers, parcels: readonly Parcel[]): void {
  const given = distribute(parcels, state.continuing, state.election.equalRanks);
  for (const [id, more] of given.parcels) {
    state.piles.set(id, [...(state.piles.get(id) ?? []), ...more]);
    state.votes.set(id, votesOf(state, id) + valueOf(more));
  }
  state.nonTransferable += given.nonTransferable;
  state.lost += given.lost;
}

/** Votes of a candidate, in units. */
export function votesOf(state: Transfers, id: string): bigint {
  return state.votes.get(id) ?? 0n;
}

/** Takes all papers from a candidate and gives them on at the value they came with. */
export function exclude(state: Transfers, id: string): void {
  const parcels = state.piles.get(id) ?? [];
  state.continuing.delete(id);
  state.piles.set(id, []);
  state.votes.set(id, 0n);
  give(state, parcels);
}

/** Units as a decimal with all its places, or as an integer when the unit is 1. */
export function formatUnits(units: bigint, unit: bigint): Exact {
  const places = unit.toString().length - 1;
  if (places === 0) return units.toString();
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Records the end of a stage. */
export function closeStage(
  state: Transfers,
  action: Text,
  changed: { elected?: readonly string[]; excluded?: readonly string[] },
): void {
  const last = state.past[0];
  const show = (units: bigint): Exact => formatUnits(units, state.unit);
  const votes = Object.fromEntries([...state.votes].map(([id, units]) => [id, show(units)]));
  const transfers =
    last &&
    Object.fromEntries([...state.votes].map(([id, units]) => [id, show(units - (last.get(id) ?? 0n))]));
  state.stages.push({
    number: state.stages.length + 1,
    action,
    votes,
    ...(transfers && { transfers }),
    nonTransferable: show(state.nonTransferable),
    lost: show(state.lost),
    elected: changed.elected ?? [],
    excluded: changed.excluded ?? [],
  });
  state.past.unshift(new Map(state.votes));
}

/**
 * The one among `ids` with the most (`best`) or fewest (`worst`) votes; ties are broken as declared. The past begins
 * with the stage before the last one, at whose end they are equal.
 */
export function extreme(
  state: Transfers,
  ids: readonly string[],
  want: 'best' | 'worst',
): { readonly picked: string | null; readonly tied: readonly string[] } {
  const all = ids.map((id) => votesOf(state, id));
  const limit = all.reduce((a, b) => ((want === 'best') === a > b ? a : b));
  const tied = ids.filter((id) => votesOf(state, id) === limit);
  if (tied.length === 1) return { picked: tied[0] ?? null, tied };
  const past = state.past.slice(1).map((votes) => (a: string, b: string) => {
    const left = votes.get(a) ?? 0n;
    const right = votes.get(b) ?? 0n;
    return left < right ? -1 : left > right ? 1 : 0;
  });
  return { picked: state.breaker.pick(tied, want, past), tied };
}

/** Excludes the candidate with the fewest votes as one stage; gives the open tie when nothing declared settles it. */
export function excludeLast(state: Transfers, electAtEnd: () => readonly string[]): OpenTie | null {
  const { picked, tied } = extreme(state, [...state.continuing], 'worst');
  if (picked === null) return { candidates: tied, over: 'exclusion', stage: state.stages.length };
  exclude(state, picked);
  const name = nameOf(state.election, picked);
  closeStage(state, text(`Élimination de ${name}`, `Exclusion of ${name}`), {
    elected: electAtEnd(),
    excluded: [picked],
  });
  return null;
}

/** Puts the result of a count by transfers together. */
export function closeTransfers(
  state: Transfers,
  method: Method,
  tie: OpenTie | null,
  quota: bigint | null,
): CountResult {
  const { election, elected } = state;
  const equal = election.ballots.some((ballot) => ballot.ranks?.some((place) => place.length > 1));
  const stop = election.equalRanks === 'stop';
  const notice = stop
    ? text('Rangs égaux : le bulletin ne compte pas au-delà.', 'Equal ranks: the ballot counts no further.')
    : text(
        'Rangs égaux : la voix est partagée à parts égales.',
        'Equal ranks: the vote is shared in equal parts.',
      );
  return {
    method,
    seats: election.seats,
    outcome: tie ? 'tie' : elected.length < election.seats ? 'short' : 'complete',
    elected,
    ...(tie && { tie }),
    ...(quota !== null && { quota: formatUnits(quota, state.unit) }),
    valid: state.valid,
    invalid: state.empty.map((index) => ({
      ballot: index + 1,
      weight: election.ballots[index]?.weight ?? 1,
      code: 'Empty' as const,
    })),
    stages: state.stages,
    notices: [...(equal ? [notice] : []), ...state.breaker.notices],
    sentence: tie ? openTieText(election, tie) : electedText(election, elected),
  };
}

/** Opens a tie-breaker for a count by transfers; `earlier` puts the look back at earlier stages first. */
export function transferBreaker(election: Election, earlier: boolean): TieBreaker {
  return tieBreakerOf(election, earlier ? ['earlierStages'] : []);
}
