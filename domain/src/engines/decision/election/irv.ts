import { text } from '../wording.ts';
import type { CountResult, Election, OpenTie } from './election.ts';
import {
  closeStage,
  closeTransfers,
  excludeLast,
  openTransfers,
  STV_UNIT,
  transferBreaker,
  votesOf,
} from './transferable.ts';

/**
 * Instant-runoff voting for one seat: the candidate with more than half of the votes that still count is elected;
 * otherwise the last is excluded and the papers go to their next preferences. Two last candidates with equal votes are
 * a tie for the seat. Votes are counted in hundred-thousandths, which only equal ranks ever need.
 */
export function countIrv(election: Election): CountResult {
  const state = openTransfers(election, STV_UNIT, transferBreaker(election, false));
  const majority = (): string[] => {
    const votes = [...state.continuing].map((id) => votesOf(state, id));
    const live = votes.reduce((total, count) => total + count, 0n);
    const winner = [...state.continuing].find((id) => 2n * votesOf(state, id) > live);
    if (winner === undefined) return [];
    state.continuing.delete(winner);
    state.elected.push(winner);
    return [winner];
  };
  closeStage(state, text('Premières préférences', 'First preferences'), { elected: majority() });
  let tie: OpenTie | null = null;
  while (tie === null && state.elected.length === 0 && state.continuing.size > 1)
    tie = excludeLast(state, majority);
  const [last] = state.continuing;
  if (tie && state.continuing.size === 2) tie = { ...tie, over: 'seat' };
  if (tie === null && state.elected.length === 0 && last !== undefined) {
    state.continuing.delete(last);
    state.elected.push(last);
    closeStage(state, text('Dernier siège pourvu', 'Last vacancy filled'), { elected: [last] });
  }
  return closeTransfers({ ...state, election: { ...election, seats: 1 } }, 'irv', tie, null);
}
