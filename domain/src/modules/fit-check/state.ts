import { type PartRef, processState, type Stamp } from '@tablee/domain/kernel';
import type { FitMode } from './mode.ts';
import type { FitAnswer, FitQuestion, FitVerdict } from './question.ts';

/** What one person answered. */
export type FitSheet = {
  readonly answers: { readonly [question in FitQuestion]?: FitAnswer };
  readonly reasons: { readonly [question: string]: PartRef };
  readonly at: string;
  /** Who wrote it down, when it was said aloud. */
  readonly notedBy?: string;
};

/** What was concluded, with its reasons. */
export type FitConclusion = {
  readonly verdict: FitVerdict;
  readonly initiative: string | null;
  readonly reason: PartRef;
  readonly by: string;
  readonly at: string;
  readonly stamp: Stamp;
};

/** Refusals of the fit check. */
export type FitCheckRefusal =
  | 'Concluded'
  | 'NotConcluded'
  /** The group answers in another way: names where none were to be, or none where they were. */
  | 'OtherMode'
  /** So few that everybody could be found by their answer. */
  | 'TooFew';

/** How often each answer was given to a question. */
export type FitCount = { readonly yes: number; readonly partly: number; readonly no: number };

/** What was counted of answers that carry no names. */
export type FitTally = {
  readonly counts: { readonly [question in FitQuestion]?: FitCount };
  /** What was said, without names. */
  readonly reason: PartRef | null;
  readonly by: string;
  readonly at: string;
};

/**
 * Answers by person, or what was counted of them, and the verdict; earlier verdicts stay in view. `mode` is `null` for
 * a check of before there was a choice: its page shows numbers and reasons without names.
 */
export type FitCheck = {
  readonly mode: FitMode | null;
  readonly tally: FitTally | null;
  readonly sheets: { readonly [person: string]: FitSheet };
  readonly verdict: FitConclusion | null;
  readonly earlier: readonly FitConclusion[];
};

/** How the ledger holds it: what views read, without the rules that write it. */
export const fitCheckState = processState<FitCheck>('fitCheck');
