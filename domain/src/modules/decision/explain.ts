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
import { caseOf, decidedAt, rollIn, ruleOf, withNames } from './case.ts';
import { counts, verdictOf } from './standing.ts';
import type { Decision, DecisionStance } from './state.ts';

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
