import {
  type CountLine,
  type DryRun,
  dryRun,
  type Margin,
  margin,
  type Outcome,
  type RuleCard,
  ruleCard,
  type Supposition,
  type Test,
  type Text,
  type Verdict,
} from '@tablee/domain/engines/decision';
import { textOf, type View } from '@tablee/domain/kernel';
import { actorName } from '../actor/index.ts';
import { processesIn, type Running } from '../reading/index.ts';
import { caseOf, counts, decidedAt, isOver, rollIn, ruleOf, verdictOf, withNames } from './case.ts';
import { awaited } from './decide-decision.ts';
import { decision } from './decision.ts';
import { DECISION_STANCES, type Decision, type DecisionPosition, type DecisionStance } from './state.ts';

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
  const lines = processesIn(view, decision).map((held) => lineOf(held, now));
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

/** The rule as it is shown before anybody answers. */
export const cardOf = (state: Pick<Decision, 'rule'>): RuleCard => ruleCard(ruleOf(state));

/** One test of a verdict, in the order in which a chair reads it. */
export interface TestLine {
  /** 0 for a test of its own, deeper where tests stand together. */
  readonly depth: number;
  readonly met: boolean;
  readonly sentence: Text;
}

const flat = (test: Test, depth: number): readonly TestLine[] => [
  { depth, met: test.met, sentence: test.sentence },
  ...('tests' in test ? test.tests.flatMap((inner) => flat(inner, depth + 1)) : []),
];

/** A reason as it was given; the words are absent when they were erased. */
export interface ReasonLine {
  readonly organisation: string;
  readonly stance: DecisionStance;
  readonly reason: string | undefined;
  readonly lift: string | undefined;
}

/** A result, explained: every test with its numbers, what did not count and why, the reasons, the margin. */
export interface Explained {
  readonly verdict: Verdict;
  /** True when the decision is closed; false for what would come out now. */
  readonly final: boolean;
  readonly sentence: Text;
  readonly preconditions: readonly TestLine[];
  readonly steps: readonly {
    readonly kind: 'consensus' | 'vote' | 'silence';
    readonly outcome: Outcome;
    readonly tests: readonly TestLine[];
  }[];
  readonly counts: readonly CountLine[];
  readonly refused: readonly { readonly organisation: string; readonly sentence: Text }[];
  readonly reasons: readonly ReasonLine[];
  readonly notices: readonly Text[];
  readonly card: RuleCard;
  readonly margin: Margin | undefined;
}

const reasonsOf = (state: Decision): readonly ReasonLine[] =>
  Object.values(state.positions)
    .filter((held) => counts(held) && held.reasoned)
    .map(({ organisation, stance, reason, lift }) => ({
      organisation,
      stance,
      reason: textOf(reason),
      lift: textOf(lift),
    }))
    .sort((a, b) => (a.organisation < b.organisation ? -1 : 1));

/**
 * The result of a decision, or what would come out if it closed now. Sentences name organisations as the reader sees
 * them. `undefined` when today's engine cannot read the case.
 */
export const explain = (view: View, state: Decision, now: string): Explained | undefined => {
  const closed = verdictOf(state);
  const trial = closed === undefined ? decidedAt(state, now) : undefined;
  const verdict = closed ?? (trial?.ok ? trial.verdict : undefined);
  if (verdict === undefined) return undefined;
  const ids = rollIn(state).members.map((member) => member.id);
  const named = (text: Text): Text => ({
    fr: withNames(text.fr, (id) => actorName(view, id), ids),
    en: withNames(text.en, (id) => actorName(view, id), ids),
  });
  const lines = (tests: readonly Test[]): readonly TestLine[] =>
    tests.flatMap((test) => flat(test, 0)).map((line) => ({ ...line, sentence: named(line.sentence) }));
  return {
    verdict,
    final: closed !== undefined,
    sentence: verdict.sentence,
    preconditions: lines(verdict.preconditions),
    steps: verdict.steps.map((step) => ({
      kind: step.kind,
      outcome: step.outcome,
      tests: lines(step.tests),
    })),
    counts: verdict.counts,
    refused: verdict.refused.map((one) => ({ organisation: one.member, sentence: named(one.sentence) })),
    reasons: reasonsOf(state),
    notices: verdict.notices.map(named),
    card: cardOf(state),
    margin: marginOf(state, now),
  };
};

/** How many ballots would have to change to turn the result, from the engine; `undefined` when it cannot say. */
export const marginOf = (state: Decision, now: string): Margin | undefined => {
  const found = margin(caseOf(state, state.closed?.at ?? now, tieOf(state)));
  return found.ok ? found.margin : undefined;
};

const tieOf = (state: Decision): { readonly castingVote?: 'yes' | 'no'; readonly seed?: number } => ({
  ...(state.closed?.castingVote ? { castingVote: state.closed.castingVote } : {}),
  ...(typeof state.closed?.seed === 'number' ? { seed: state.closed.seed } : {}),
});

/** What would come out if these organisations said something else. */
export const whatIf = (state: Decision, suppositions: readonly Supposition[], now: string): DryRun =>
  dryRun(caseOf(state, now), [...suppositions]);

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
