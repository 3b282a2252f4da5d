import type { Outcome } from '@tablee/domain/engines/decision';
import { textOf, type View } from '@tablee/domain/kernel';
import { processesIn, type Running } from '../reading/index.ts';
import { awaited, counts, isOver, verdictOf } from './standing.ts';
import {
  DECISION_STANCES,
  type Decision,
  type DecisionPosition,
  type DecisionStance,
  decisionState,
} from './state.ts';

/** Where a decision stands: open, over and waiting to be closed, closed, or withdrawn. */
export type DecisionStatus = 'open' | 'over' | 'closed' | 'withdrawn';

/** One decision as lists show it. */
export interface DecisionLine {
  readonly id: string;
  readonly state: Decision;
  /** Absent when it was erased. */
  readonly question: string | undefined;
  readonly status: DecisionStatus;
  readonly outcome: Outcome | undefined;
  /** Organisations on the roll without a position that counts. */
  readonly awaited: readonly string[];
}

/** Where a decision stands at an instant. */
export const statusOf = (state: Decision, now: string): DecisionStatus => {
  if (state.closed !== null) return 'closed';
  if (state.withdrawn !== null) return 'withdrawn';
  return isOver(state, now) ? 'over' : 'open';
};

const lineOf = (held: Running<Decision>, now: string): DecisionLine => ({
  id: held.id,
  state: held.state,
  question: textOf(held.state.question ?? undefined),
  status: statusOf(held.state, now),
  outcome: verdictOf(held.state)?.outcome,
  awaited: awaited(held.state),
});

/** All decisions: open ones by deadline first, then the others, the latest first. */
export const decisions = (view: View, now: string): readonly DecisionLine[] => {
  const lines = processesIn(view, decisionState).map((held) => lineOf(held, now));
  const isOpen = (line: DecisionLine): boolean => line.status === 'open' || line.status === 'over';
  return lines.sort((a, b) => {
    if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1;
    const [left, right] = isOpen(a) ? [a, b] : [b, a];
    return left.state.deadline.instant < right.state.deadline.instant ? -1 : 1;
  });
};

/** The open decisions on which an organisation has a voice and no position that counts. */
export const decisionsFor = (view: View, organisation: string, now: string): readonly DecisionLine[] =>
  decisions(view, now).filter((line) => line.status === 'open' && line.awaited.includes(organisation));

/** Positions by what they count for. */
export interface Standings {
  /** Confirmed, and known to be the organisation's own: these count. */
  readonly confirmed: readonly DecisionPosition[];
  /** Entered for an organisation that has not confirmed it yet. */
  readonly toConfirm: readonly DecisionPosition[];
  readonly adReferendum: readonly DecisionPosition[];
  readonly inClearance: readonly DecisionPosition[];
  readonly personal: readonly DecisionPosition[];
  /** Organisations with a voice that said nothing, by id. */
  readonly silent: readonly string[];
  readonly recused: readonly string[];
}

/** The positions of a decision by standing, each list by organisation. */
export const positionsByStanding = (state: Decision): Standings => {
  const all = Object.values(state.positions).sort((a, b) => (a.organisation < b.organisation ? -1 : 1));
  const toConfirm = all.filter((held) => !held.acknowledged);
  const own = all.filter((held) => held.acknowledged);
  const recused = state.recused.map((one) => one.organisation);
  return {
    confirmed: own.filter((held) => held.standing === 'confirmed'),
    toConfirm,
    adReferendum: own.filter((held) => held.standing === 'adReferendum'),
    inClearance: own.filter((held) => held.standing === 'inClearance'),
    personal: own.filter((held) => held.standing === 'personal'),
    silent: awaited(state).filter((id) => !Object.hasOwn(state.positions, id)),
    recused,
  };
};

/** The number of counted positions by stance, every stance named. */
export const stanceCounts = (state: Decision): { readonly [S in DecisionStance]: number } => {
  const found = { agree: 0, reservations: 0, standAside: 0, block: 0, yes: 0, no: 0, abstain: 0 };
  for (const stance of DECISION_STANCES)
    found[stance] = Object.values(state.positions).filter(
      (held) => counts(held) && held.stance === stance,
    ).length;
  return found;
};

/** True when a decision is closed and adopted; with `text`, on exactly that version of that text. */
export const isAdopted = (
  state: Decision,
  text?: { readonly entity: string; readonly version: number },
): boolean =>
  verdictOf(state)?.outcome === 'adopted' &&
  (text === undefined || (state.text?.entity === text.entity && state.text.version === text.version));

/** Decisions whose review date has come, oldest first. */
export const decisionsToReview = (view: View, now: string): readonly DecisionLine[] =>
  decisions(view, now).filter((line) => {
    const on = line.state.followUp?.reviewOn;
    return typeof on === 'string' && on <= now.slice(0, 10);
  });
