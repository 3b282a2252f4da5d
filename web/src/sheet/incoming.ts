import { type AnyRecord, isObject, isPresent, type Json, titleOf, type View } from '@tablee/domain/kernel';
import { type CellProblem, type CellStyle, type Column, fromRow } from '@tablee/domain/modules/register';
import { folded } from '@tablee/domain/modules/sentence';

/** The slots of one new record. */
export type Slots = { readonly [slot: string]: Json };

/** One row before it goes in: its slots, or what is wrong with it; `known` when its name is already here. */
export interface Incoming {
  readonly line: number;
  readonly cells: readonly string[];
  readonly slots: Slots | undefined;
  readonly problems: readonly CellProblem[];
  readonly known: boolean;
}

/** How rows are read: into which record type, which column is which, and from which row on. */
export interface Reading {
  readonly declaration: AnyRecord;
  readonly columns: readonly (Column | undefined)[];
  readonly style: CellStyle;
  readonly hasHead: boolean;
}

const nameIn = (slots: Slots, title: string): string => {
  const value = slots[title];
  if (typeof value === 'string') return folded(value);
  return isObject(value) && typeof value['text'] === 'string' ? folded(value['text']) : '';
};

/** The names that records of a type already bear, accents and case aside. */
export const namesOf = (view: View, declaration: AnyRecord, lang: string): ReadonlySet<string> =>
  new Set(
    [...view.list(declaration.name)]
      .filter(isPresent)
      .flatMap((entity) => folded(titleOf(declaration, entity, lang) ?? '') || []),
  );

/** Reads one row after the other; it remembers the names that it has seen. */
export type RowReader = (cells: readonly string[], index: number) => Incoming;

/** A reader of rows: columns without a name are left out, and a row that says nothing is wrong. */
export const rowReader = (
  { declaration, columns, style, hasHead }: Reading,
  names: ReadonlySet<string>,
): RowReader => {
  const used = columns.flatMap((column, index) => (column === undefined ? [] : [{ column, index }]));
  const kept = used.map((each) => each.column);
  const seen = new Set(names);
  return (cells, index) => {
    const read = used.map((each) => cells[each.index] ?? '');
    const outcome = fromRow(declaration, kept, read, style);
    const line = index + (hasHead ? 2 : 1);
    const wrong = (problems: readonly CellProblem[]): Incoming => ({
      line,
      cells,
      slots: undefined,
      problems,
      known: false,
    });
    if (!outcome.ok) return wrong(outcome.problems);
    if (Object.keys(outcome.slots).length === 0)
      return wrong([{ column: declaration.title, expected: 'notEmpty' }]);
    const name = nameIn(outcome.slots, declaration.title);
    const known = name !== '' && seen.has(name);
    if (name !== '') seen.add(name);
    return { line, cells, slots: outcome.slots, problems: [], known };
  };
};

/** Reads all rows of a sheet at once. */
export const incomingRows = (
  rows: readonly (readonly string[])[],
  reading: Reading,
  names: ReadonlySet<string>,
): readonly Incoming[] => rows.slice(reading.hasHead ? 1 : 0).map(rowReader(reading, names));

/** One row as the import command takes it. */
export interface ImportRow {
  readonly entity: string;
  readonly slots: Slots;
}

/** How much of one command may be rows, in characters of JSON: well below what the server takes at once. */
const CHUNK = 300_000;

/** Rows of one command, far below what one may carry: all that wait are guessed again within one task of the page. */
const ROWS = 100;

/** Rows in the pieces in which they are sent, each of them one command. */
export const chunksOf = (rows: readonly ImportRow[]): readonly (readonly ImportRow[])[] => {
  const chunks: ImportRow[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const length = JSON.stringify(row).length;
    const last = chunks.at(-1);
    if (last === undefined || last.length >= ROWS || size + length > CHUNK) {
      chunks.push([row]);
      size = length;
    } else {
      last.push(row);
      size += length;
    }
  }
  return chunks;
};
