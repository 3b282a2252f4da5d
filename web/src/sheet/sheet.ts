import type { AnyRecord } from '@tablee/domain/kernel';
import {
  type Column,
  type DayOrder,
  dayOrderOf,
  fillable,
  guessColumns,
} from '@tablee/domain/modules/register';

/** Rows as they came in, from the clipboard or from a file, with what has to be said about them. */
export interface SheetRows {
  readonly rows: readonly (readonly string[])[];
  readonly formulas: number;
  readonly merged: number;
}

/** Rows on their way in: which list, which column is which. */
export interface Sheet extends SheetRows {
  readonly declaration: AnyRecord;
  readonly columns: readonly (Column | undefined)[];
  readonly hasHead: boolean;
  /** Which number of `03/04/2026` is the day; `ask` until a person has said so. */
  readonly days: DayOrder | 'ask' | undefined;
  /** Brings in rows whose name is already here too. */
  readonly takeKnown: boolean;
}

/** The order of day and month in the columns that hold dates. */
export const daysIn = (
  declaration: AnyRecord,
  columns: Sheet['columns'],
  rows: Sheet['rows'],
): Sheet['days'] => {
  const dated = columns.flatMap((column, index) =>
    column !== undefined && declaration.fields[column.field]?.kind === 'date' ? [index] : [],
  );
  return dayOrderOf(dated.flatMap((index) => rows.map((row) => row[index] ?? '')));
};

/** How a sheet is guessed: the reader's language, and the languages of the partnership. */
export interface Guessing {
  readonly lang: 'fr' | 'en';
  readonly languages: readonly string[];
}

/** The columns of a sheet: guessed from its first row; in the order of the list where no heading fits. */
export const sheetOf = (declaration: AnyRecord, read: SheetRows, { lang, languages }: Guessing): Sheet => {
  const width = read.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const guessed = guessColumns(declaration, read.rows[0] ?? [], languages);
  const hasHead = guessed.some((column) => column !== undefined);
  const own = fillable(declaration, lang);
  const columns = Array.from({ length: width }, (_, index) => (hasHead ? guessed[index] : own[index]));
  return {
    ...read,
    declaration,
    columns,
    hasHead,
    days: daysIn(declaration, columns, read.rows),
    takeKnown: false,
  };
};
