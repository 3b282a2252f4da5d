import type { Encoding } from './encoding.ts';

/** One table of a file: a sheet of a workbook, or a text file as a whole. */
export interface FileTable {
  readonly name: string;
  /** Rows with at least one word; every cell as people would have typed it. */
  readonly rows: readonly (readonly string[])[];
  /** Cells that are computed: their last value was taken. */
  readonly formulas: number;
  /** Groups of cells that are merged: the value stands in the first one. */
  readonly merged: number;
}

/** Why a file is not read. */
export type FileCode =
  /** Heavier than the limit: not even opened. */
  | 'TooLarge'
  /** Unpacks to more than the limit. */
  | 'TooMuchInside'
  | 'TooManyRows'
  /** A PDF, whatever its name says. */
  | 'Pdf'
  /** A workbook of before 2007 (XLS), or one locked by a password. */
  | 'Locked'
  /** A Word text, a picture, an archive without sheets. */
  | 'NotASheet'
  | 'Damaged'
  | 'Empty';

/** What reading a file came to. */
export type FileOutcome =
  | {
      readonly ok: true;
      readonly tables: readonly FileTable[];
      /** Of a text file: how it was read, and whether that is certain. */
      readonly encoding?: { readonly encoding: Encoding; readonly sure: boolean };
    }
  | { readonly ok: false; readonly code: FileCode };
