import {
  type Ballot,
  type Decided,
  type DecisionCase,
  decide,
  type Roll,
  type Rule,
  readRule,
  rollSchema,
  type Verdict,
} from '@tablee/domain/engines/decision';
import { isJsonObject, type JsonObject } from '@tablee/domain/kernel';
import { CONSENSUS } from '../governance/index.ts';
import { isOver } from './standing.ts';
import type { Decision, DecisionPosition } from './state.ts';

/** The frozen rule; it was readable when the decision was opened. */
export const ruleOf = (state: Pick<Decision, 'rule'>): Rule => {
  const read = readRule(state.rule);
  return read.ok ? read.value : CONSENSUS;
};

/** The frozen roll; it was readable when the decision was opened. */
export const rollIn = (state: Pick<Decision, 'roll'>): Roll => {
  const read = rollSchema.safeParse(state.roll);
  return read.success ? read.data : { groups: [], members: [] };
};

const STANDING = {
  personal: 'personal',
  inClearance: 'clearance',
  adReferendum: 'adReferendum',
  confirmed: 'confirmed',
} as const;

// The engine asks whether there is a reason, not what it says: the words stay in their part, where they can be erased.
const REASON_GIVEN = '…';

const ballotOf = (position: DecisionPosition): Ballot => ({
  member: position.organisation,
  stance: position.stance,
  // A position that waits for its organisation is known and does not count, as one in internal clearance.
  standing:
    position.standing === 'confirmed' && !position.acknowledged ? 'clearance' : STANDING[position.standing],
  at: position.at,
  ...(position.reasoned ? { reason: REASON_GIVEN } : {}),
});

/** What breaks a tie, where the rule provides for it. */
export interface TieBreak {
  readonly castingVote?: 'yes' | 'no' | undefined;
  readonly seed?: number | undefined;
}

type Countable = Pick<
  Decision,
  'rule' | 'roll' | 'positions' | 'recused' | 'openedAt' | 'deadline' | 'proposers'
>;

/** The case as the decision engine reads it, at an instant. */
export const caseOf = (state: Countable, now: string, tie: TieBreak = {}): DecisionCase => ({
  format: 'tablee-decision/1',
  on: state.deadline.instant.slice(0, 10),
  // The engine closes a silence procedure after its last instant; ours is over at that instant.
  now: isOver(state, now) ? '9999-12-31T23:59:59.999Z' : now,
  rules: [ruleOf(state)],
  roll: rollIn(state),
  motion: { sentOn: state.openedAt.slice(0, 10), proposers: [...state.proposers] },
  recused: state.recused.map(({ organisation }) => ({ member: organisation })),
  silence: { openedAt: state.openedAt, closesAt: state.deadline.instant },
  ballots: Object.values(state.positions).map(ballotOf),
  ...(tie.castingVote === undefined ? {} : { castingVote: tie.castingVote }),
  ...(tie.seed === undefined ? {} : { seed: tie.seed }),
});

/** The engine's answer on the positions as they are. */
export const decidedAt = (state: Countable, now: string, tie?: TieBreak): Decided =>
  decide(caseOf(state, now, tie));

/**
 * A verdict as facts: plain JSON without the list of reasons, whose words are parts of their own.
 * @throws when the engine gives something that is not JSON: a defect.
 */
export const asFacts = (verdict: Verdict): JsonObject => {
  const facts: unknown = { ...verdict, reasons: [] };
  if (!isJsonObject(facts)) throw new Error('a verdict is plain data');
  return facts;
};

/** The sentence for organisations' ids: each id that stands as a word is replaced by its name. */
export const withNames = (
  text: string,
  nameOf: (organisation: string) => string | undefined,
  ids: readonly string[],
): string =>
  ids.reduce(
    (sentence, id) =>
      sentence.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}-])${id}(?![\\p{L}\\p{N}-])`, 'gu'), nameOf(id) ?? id),
    text,
  );
