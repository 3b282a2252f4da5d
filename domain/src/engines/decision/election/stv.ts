import { text } from '../wording.ts';
import type { CountResult, Election, OpenTie } from './election.ts';
import { nameOf } from './tie-break.ts';
import {
  closeStage,
  closeTransfers,
  excludeLast,
  extreme,
  give,
  openTransfers,
  STV_UNIT,
  type Transfers,
  transferBreaker,
  votesOf,
} from './transferable.ts';

interface StvState extends Transfers {
  readonly quota: bigint;
  /** Elected with a surplus that has not been transferred yet. */
  readonly surplus: Set<string>;
}

/** Rule 47: everyone who reaches the quota is elected, highest first (the order of the ballot paper among equals). */
function electAtQuota(state: StvState): string[] {
  const reached = [...state.continuing]
    .filter((id) => votesOf(state, id) >= state.quota)
    .sort((a, b) =>
      votesOf(state, a) < votesOf(state, b) ? 1 : votesOf(state, a) > votesOf(state, b) ? -1 : 0,
    );
  for (const id of reached) {
    state.continuing.delete(id);
    state.elected.push(id);
    if (votesOf(state, id) > state.quota) state.surplus.add(id);
  }
  return reached;
}

/** Rule 52: as many continuing candidates as vacancies (or fewer) are elected without further transfer. */
function fillLast(state: StvState): boolean {
  const vacancies = state.election.seats - state.elected.length;
  if (state.continuing.size > vacancies) return false;
  const last = [...state.continuing];
  if (last.length === 0) return true;
  state.continuing.clear();
  state.elected.push(...last);
  closeStage(state, text('Derniers sièges pourvus', 'Last vacancies filled'), { elected: last });
  return true;
}

/** Rules 48 and 49: the largest surplus, each paper at surplus × its value ÷ the candidate's votes, rounded down. */
function transferSurplus(state: StvState): OpenTie | null {
  const { picked, tied } = extreme(state, [...state.surplus], 'best');
  if (picked === null) return { candidates: tied, over: 'transfer', stage: state.stages.length };
  const votes = votesOf(state, picked);
  const surplus = votes - state.quota;
  const parcels = (state.piles.get(picked) ?? []).map((parcel) => ({
    ...parcel,
    value: (surplus * parcel.value) / votes,
  }));
  const moved = parcels.reduce((total, parcel) => total + parcel.papers * parcel.value, 0n);
  state.lost += surplus - moved;
  state.surplus.delete(picked);
  state.piles.set(picked, []);
  state.votes.set(picked, state.quota);
  give(state, parcels);
  const name = nameOf(state.election, picked);
  closeStage(state, text(`Transfert de l’excédent de ${name}`, `Transfer of the surplus of ${name}`), {
    elected: electAtQuota(state),
  });
  return null;
}

/**
 * Single transferable vote by the Scottish rules of 2007: Droop quota rounded down plus one, weighted Gregory transfers
 * of all papers to five decimal places rounded down, largest surplus first, last candidate excluded, last vacancies
 * filled without transfer; ties by the most recent stage at which the tied differed, then only as declared.
 *
 * Invariant: at each stage votes + nonTransferable + lost = valid ballots, exactly.
 * @see The Scottish Local Government Elections Order 2007, Schedule 1, rules 45 to 52,
 *   https://www.legislation.gov.uk/ssi/2007/42/schedule/1/made
 */
export function countStv(election: Election): CountResult {
  const opened = openTransfers(election, STV_UNIT, transferBreaker(election, true));
  const quota = (BigInt(opened.valid) / BigInt(election.seats + 1) + 1n) * STV_UNIT;
  const state: StvState = Object.assign(opened, { quota, surplus: new Set<string>() });
  closeStage(state, text('Premières préférences', 'First preferences'), { elected: electAtQuota(state) });
  let tie: OpenTie | null = null;
  while (tie === null && state.elected.length < election.seats && !fillLast(state))
    tie = state.surplus.size > 0 ? transferSurplus(state) : excludeLast(state, () => electAtQuota(state));
  return closeTransfers(state, 'stv', tie, quota);
}
