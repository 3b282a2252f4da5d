import { type PartRef, processState, type Stamp } from '@tablee/domain/kernel';
import type { PollAnswer } from '../poll/index.ts';
import type { Firmness } from '../wording/index.ts';

/** What a sheet may ask: what links ask too, questions with choices of their own, and who was there. */
export const PAPER_KINDS = [
  'confirmMeeting',
  'position',
  'comment',
  'figure',
  'commitment',
  'quarterPage',
  'poll',
  'attendance',
  'question',
] as const;
/** One of them. */
export type PaperKind = (typeof PAPER_KINDS)[number];

/** True when a kind of request can also be asked on paper. */
export const isPaperKind = (kind: string): kind is PaperKind => PAPER_KINDS.some((each) => each === kind);

/** One thing that a sheet asks. */
export type PaperAsk = {
  readonly kind: PaperKind;
  /** What it is about; of a question, what its answers are collected for. */
  readonly subject: string | null;
  readonly version: number | null;
  /** The words of a question. */
  readonly text: PartRef | null;
  /** The choices of a question, in their order. */
  readonly choices: readonly PartRef[];
};

/** One sheet: for somebody, or blank. */
export type PaperSheet = {
  readonly person: string | null;
  readonly organisation: string | null;
  /** What this sheet asks instead of what the others ask. */
  readonly asks: readonly PaperAsk[] | null;
};

/** One answer on a sheet, as facts. */
export type PaperAnswer = {
  /** The number of the question on the sheet, from 0. */
  readonly ask: number;
  readonly choice?: string;
  readonly standing?: 'personal' | 'inClearance' | 'adReferendum' | 'confirmed';
  readonly value?: string;
  readonly unit?: string;
  readonly day?: string;
  /** Of a poll: what is ticked at each date, by its number. */
  readonly dates?: readonly { readonly option: number; readonly answer: PollAnswer }[];
};

/** A sheet as it was typed in. */
export type EnteredSheet = {
  /** For whom the sheet was printed. */
  readonly person: string | null;
  readonly answers: readonly PaperAnswer[];
  /** The free words, by question; those of a half page by its boxes (`0.done`). */
  readonly words: { readonly [ask: string]: PartRef };
  /** What stands beside a standing, by question. */
  readonly firmness?: { readonly [ask: string]: Firmness };
  readonly organisation: string | null;
  /** The name that stands on a blank sheet. */
  readonly name: PartRef | null;
  /** Its photo or scan. */
  readonly scan: PartRef | null;
  readonly by: string;
  readonly at: string;
  readonly stamp: Stamp;
};

/** A pile of sheets that was printed together. */
export type PaperRun = {
  readonly prefix: string;
  readonly lang: string;
  readonly title: PartRef | null;
  readonly asks: readonly PaperAsk[];
  readonly sheets: readonly PaperSheet[];
  readonly printedBy: string;
  readonly at: string;
  readonly entered: { readonly [number: string]: EnteredSheet };
  /** What stood before the last correction of a sheet. */
  readonly before: { readonly [number: string]: EnteredSheet };
};

/** Refusals of paper sheets. */
export type PaperRefusal =
  | 'PrefixTaken'
  | 'NothingAsked'
  | 'SheetUnknown'
  | 'AskUnknown'
  | 'AlreadyEntered'
  | 'NotEntered'
  | 'NotYourEntry';

/** What a sheet asks; `undefined` of a sheet that was not printed. `sheet` counts from 1. */
export const asksOf = (run: PaperRun, sheet: number): readonly PaperAsk[] | undefined => {
  const held = run.sheets[sheet - 1];
  return held && (held.asks ?? run.asks);
};

/** How the ledger holds it: what views read, without the rules that write it. */
export const paperState = processState<PaperRun>('paper');
