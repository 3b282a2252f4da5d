import type { Stance, Standing } from './case.ts';
import type { Exact } from './fraction.ts';
import type { Base, Bound, Measure, Text } from './rule.ts';

/** How a decision ends. `noDecision`: consensus or silence failed and nothing follows; `pending`: still running. */
export type Outcome = 'adopted' | 'rejected' | 'noQuorum' | 'inadmissible' | 'noDecision' | 'tie' | 'pending';

/** Where a single test was made; both left out: over the whole electorate. */
export interface Place {
  readonly group?: string;
  readonly subgroup?: string;
}

/** One comparison of numbers, with the sentence that a chair may read aloud. */
export interface NumberTest {
  readonly kind: 'quorum' | 'majority' | 'consensus' | 'silence' | 'admissibility' | 'advice' | 'tie';
  readonly place: Place;
  /** What was counted, exact; a number of heads, seats or weight, or days. */
  readonly value: Exact;
  /** What it is a share of, exact; left out where there is no base. */
  readonly base?: Exact;
  /** `value / base`, exact; left out when the base is zero or absent. */
  readonly share?: Exact;
  readonly measure?: Measure;
  readonly of?: Base;
  readonly bound?: Bound;
  readonly met: boolean;
  readonly sentence: Text;
}

/** Several tests that stand together: all of them, one of them, or `needed` of them. */
export interface TestGroup {
  readonly kind: 'all' | 'any' | 'some';
  readonly needed: number;
  readonly met: boolean;
  readonly tests: readonly Test[];
  readonly sentence: Text;
}

/** A node of the tree of tests. */
export type Test = NumberTest | TestGroup;

/** Numbers of one constituency (or the whole) under one measure, as exact text. */
export interface CountLine {
  readonly group: string | null;
  readonly measure: Measure;
  readonly yes: Exact;
  readonly no: Exact;
  readonly abstain: Exact;
  readonly present: Exact;
  readonly seats: Exact;
}

/** Why a ballot or a proxy does not count. */
export type RefusalCode =
  | 'NotEntitled'
  | 'SeatVacant'
  | 'Recused'
  | 'NotADeputy'
  | 'DeputiesNotAllowed'
  | 'MemberVotedInPerson'
  | 'NoSuchProxy'
  | 'ProxiesNotAllowed'
  | 'ProxyCapReached'
  | 'ProxyOutsideGroup'
  | 'AgainstInstruction'
  | 'ReasonMissing'
  | 'TooLate'
  | 'Replaced';

/** A ballot (or proxy) that does not count, and why. */
export interface RefusedBallot {
  readonly member: string;
  readonly stance?: Stance;
  readonly code: RefusalCode;
  readonly sentence: Text;
}

/** A position that is known but does not count yet. */
export interface UnconfirmedPosition {
  readonly member: string;
  readonly stance: Stance;
  readonly standing: Exclude<Standing, 'confirmed'>;
}

/** A stance with the reason given for it: reservations, standing aside, blocks. */
export interface StatedReason {
  readonly member: string;
  readonly stance: Stance;
  readonly reason: string;
}

/** One step that was tried: its tests and how it ended. */
export interface StepResult {
  readonly step: string;
  readonly kind: 'consensus' | 'vote' | 'silence';
  readonly outcome: Outcome;
  readonly tests: readonly Test[];
}

/** The verdict: plain data (JSON-safe), complete, explained test by test. */
export interface Verdict {
  readonly outcome: Outcome;
  /** False when the rule gives an opinion only. */
  readonly binding: boolean;
  readonly rule: { readonly id: string; readonly version: number; readonly title: Text };
  /** Admissibility and advice, then quorum; empty where the rule asks for none. */
  readonly preconditions: readonly Test[];
  readonly steps: readonly StepResult[];
  readonly counts: readonly CountLine[];
  readonly refused: readonly RefusedBallot[];
  readonly unconfirmed: readonly UnconfirmedPosition[];
  readonly reasons: readonly StatedReason[];
  /** Facts that the reader must know: seats that do not add up, caps that did not bind, the seed of a lot. */
  readonly notices: readonly Text[];
  readonly sentence: Text;
}

/** What is wrong with the input, by path (`ballots[3].member`), what was expected and what was found. */
export interface Problem {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** A verdict, or the list of what is wrong with the case. No rule in force on the day is a problem at `rules`. */
export type Decided =
  | { readonly ok: true; readonly verdict: Verdict }
  | { readonly ok: false; readonly code: 'InvalidCase'; readonly problems: readonly Problem[] };
