import { type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import { recordsIn } from '../reading/index.ts';
import { attendance } from './attendance.ts';

/** The code of a reply slip: the first eight signs of the row of the attendance sheet, `K7QA-3MZB`. */
export const slipCode = (row: string): string => `${row.slice(0, 4)}-${row.slice(4, 8)}`.toUpperCase();

/** The row of a meeting's attendance sheet that a code names, however it was typed; `undefined` for another code. */
export const rowOfSlip = (view: View, meeting: string, typed: string): RecordEntity | undefined => {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (code.length !== 8) return undefined;
  return recordsIn(view, 'attendance').find(
    (entity) =>
      valueOf(attendance, entity, 'meeting') === meeting && entity.id.slice(0, 8).toUpperCase() === code,
  );
};
