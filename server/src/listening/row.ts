import { NAMING, type Naming } from '@tablee/domain/modules/listening';
import type { Cell, Row, Statement } from '../ledger/port.ts';

/** Which round: ids of the space and of the round in it. */
export interface RoundKey {
  readonly space: string;
  readonly round: string;
}

/** A text column. */
export const text = (row: Row, column: string): string => String(row[column] ?? '');
/** A text column that may be empty. */
export const maybe = (row: Row, column: string): string | undefined =>
  typeof row[column] === 'string' ? row[column] : undefined;
/** A whole number; 0 for an empty column or no row. */
export const count = (row: Row | undefined, column = 'n'): number => Number(row?.[column] ?? 0);
const isNaming = (word: string): word is Naming => Object.hasOwn(NAMING, word);
/** How somebody wants to be named; without a name where the word is not known. */
export const namingOf = (row: Row): Naming => {
  const word = text(row, 'naming');
  return isNaming(word) ? word : 'anonymous';
};
/** The rows of one round. */
export const OF = 'space = ? and round = ?';
/** One statement with its values. */
export const sql = (words: string, ...values: readonly Cell[]): Statement => ({ sql: words, values });
