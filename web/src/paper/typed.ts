import type { FileRef } from '@tablee/domain/kernel';
import type { SheetField } from '@tablee/domain/modules/paper';

/** What is typed from one sheet, by box. */
export interface Typed {
  readonly values: { readonly [field: string]: string };
  readonly name: string;
  readonly organisation: string;
  readonly scan: FileRef | undefined;
}

/** A box that cannot be read as it is typed. */
export interface TypedFault {
  readonly field: string;
  readonly what: 'missing' | 'figure' | 'day';
}

/** False of a box that belongs to a standing which was not ticked on the sheet: nobody has to go past it. */
export const isAsked = ({ ask, beside }: SheetField, { values }: Typed): boolean =>
  beside === undefined || values[`${ask}.standing`] === beside;
