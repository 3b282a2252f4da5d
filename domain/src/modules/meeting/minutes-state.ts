import { type PartRef, processState, type Stamp } from '@tablee/domain/kernel';

/** Where minutes stand. */
export type MinutesState = 'draft' | 'inCorrection' | 'approved';

/** A line as it was approved: a copy, which later changes to the line do not touch. */
export type ApprovedLine = {
  readonly line: string;
  readonly kind: 'decision' | 'action' | 'note';
  readonly owner: string | null;
  readonly due: string | null;
  readonly lang: string;
  readonly text: PartRef;
};

/** A correction that somebody asked for. */
export type Correction = {
  readonly number: number;
  readonly organisation: string | null;
  readonly by: string;
  readonly text: PartRef;
  readonly at: string;
  readonly answer: 'taken' | 'noted' | null;
};

/** The approval of a meeting's minutes. */
export type Minutes = {
  readonly meeting: string;
  readonly state: MinutesState;
  /** The last day of the correction period. */
  readonly until: string | null;
  /** Approved without further word when the period ends with no correction open. */
  readonly tacit: boolean;
  readonly corrections: readonly Correction[];
  readonly approved: {
    readonly by: string;
    readonly at: string;
    readonly stamp: Stamp;
    readonly lines: readonly ApprovedLine[];
  } | null;
};

/** Refusals of minutes. */
export type MinutesRefusal =
  | 'AlreadyApproved'
  | 'NotApproved'
  | 'CorrectionsOpen'
  | 'UnknownCorrection'
  | 'NothingToApprove';

/** The corrections that nobody has answered yet. */
export const openCorrections = (state: Minutes): readonly Correction[] =>
  state.corrections.filter((correction) => correction.answer === null);

/** How the ledger holds it: what views read, without the rules that write it. */
export const minutesState = processState<Minutes>('minutes');

/** The id of the minutes of a meeting. */
export const minutesId = (meeting: string): string => `${meeting}-minutes`;
