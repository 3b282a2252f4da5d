import type { AnyRecord } from '@tablee/domain/kernel';
import type { Column } from '@tablee/domain/modules/register';

/** Pasted rows on their way in: which list, which column is which. */
export interface Sheet {
  readonly declaration: AnyRecord;
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly (Column | undefined)[];
  readonly hasHead: boolean;
  /** Brings in rows whose name is already here too. */
  readonly takeKnown: boolean;
}
