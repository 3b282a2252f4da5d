import { type PartRef, processState } from '@tablee/domain/kernel';

/** An organisation whose office holders changed: what was done once, and the note that everybody reads. */
export type OfficeChange = {
  readonly organisation: string;
  /** The day of the change. */
  readonly on: string;
  /** The last day on which those who left can read along; `null` when they had no access. */
  readonly accessEnds: string | null;
  /** Deadlines of the organisation rest until this day. */
  readonly suspendedUntil: string | null;
  readonly note: PartRef | null;
  readonly by: string;
  readonly at: string;
  /** The day on which somebody was designated again. */
  readonly settledOn: string | null;
};

/** How the ledger holds it: what views read, without the rules that write it. */
export const officeChangeState = processState<OfficeChange>('officeChange');
