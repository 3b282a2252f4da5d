import { type JsonObject, type PartRef, processState, type Stamp } from '@tablee/domain/kernel';
import type { Channel, Firmness, PositionStanding, StandingStep } from '../wording/index.ts';

/** The stances: four for consensus, three for a vote. */
export const DECISION_STANCES = [
  'agree',
  'reservations',
  'standAside',
  'block',
  'yes',
  'no',
  'abstain',
] as const;
/** A stance. */
export type DecisionStance = (typeof DECISION_STANCES)[number];

/** The position of one organisation. */
export type DecisionPosition = {
  readonly organisation: string;
  readonly stance: DecisionStance;
  readonly standing: PositionStanding;
  readonly channel: Channel;
  /** The person who said it, when known. */
  readonly person?: string;
  readonly enteredBy: string;
  readonly onBehalf: boolean;
  /** True when its own people gave it or confirmed it, it was said in the meeting, or a scan shows it. */
  readonly acknowledged: boolean;
  /** True when a reason was given, even one that was erased since. */
  readonly reasoned: boolean;
  readonly reason?: PartRef;
  /** For a block: what would lift it. */
  readonly lift?: PartRef;
  /** The hash of the scan that shows it. */
  readonly proof?: string;
  readonly at: string;
  readonly stamp: Stamp;
  /** What the organisation said before. */
  readonly before?: { readonly stance: DecisionStance; readonly standing: PositionStanding };
  /** With whom and until when it is cleared, or by whom, how and when it was confirmed; absent when nobody said. */
  readonly firmness?: Firmness;
  /** Everything the organisation said before, the oldest first. */
  readonly trail?: readonly StandingStep<DecisionStance>[];
};

/** A deadline as it was said. */
export type Deadline = { readonly instant: string; readonly zone: string };

/** A decision: its question, the frozen rule and roll, positions until the deadline, the verdict after it. */
export type Decision = {
  readonly question: PartRef | null;
  readonly options: readonly PartRef[];
  /** Background in a page or two: who was consulted, cost, who is affected, minority view. */
  readonly background: PartRef | null;
  /** The text that is decided on: an entity (agreement, wording) and the number of its version. */
  readonly text: { readonly entity: string; readonly version: number } | null;
  readonly body: string | null;
  readonly meeting: string | null;
  /** The rule as the decision engine reads it, as it stood when the decision was opened. */
  readonly rule: JsonObject;
  /** The roll as it stood then. */
  readonly roll: JsonObject;
  readonly proposers: readonly string[];
  readonly deadline: Deadline;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly positions: { readonly [organisation: string]: DecisionPosition };
  readonly recused: readonly { readonly organisation: string; readonly reason: PartRef | null }[];
  readonly moves: readonly {
    readonly from: Deadline;
    readonly to: Deadline;
    readonly reason: PartRef | null;
  }[];
  readonly closed: {
    readonly at: string;
    readonly by: string;
    /** The engine's verdict, whole, without the words of reasons. */
    readonly verdict: JsonObject;
    readonly castingVote: 'yes' | 'no' | null;
    readonly seed: number | null;
  } | null;
  readonly withdrawn: { readonly at: string; readonly reason: PartRef | null } | null;
  readonly followUp: {
    readonly text: PartRef | null;
    readonly commitments: readonly string[];
    readonly reviewOn: string | null;
  } | null;
};

/** Refusals of decisions. Each `detail` names a way on. */
export type DecisionRefusal =
  | 'Closed'
  | 'StillOpen'
  | 'NotEntitled'
  | 'NotYourOrganisation'
  | 'Recused'
  | 'ReasonMissing'
  | 'NothingToConfirm'
  | 'PositionStands'
  | 'NoRoll'
  | 'NoRuleInForce'
  | 'NotAdmissible'
  | 'DeadlinePassed'
  | 'NotClosed';

/** How the ledger holds it: what views read, without the rules that write it. */
export const decisionState = processState<Decision>('decision');
