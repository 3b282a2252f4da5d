import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';

/** One row as SQLite gives it. */
export type Row = { readonly [column: string]: SQLOutputValue };

/**
 * A text column.
 * @throws when the column holds something else: the file is not ours.
 */
export const text = (row: Row, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`people.db: ${column} is not a text`);
  return value;
};

/**
 * A whole number.
 * @throws when the column holds something else: the file is not ours.
 */
export const number = (row: Row, column: string): number => {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`people.db: ${column} is not a number`);
  return value;
};

/** Names in the program, each with its column in the table. */
export type Columns<Name extends string> = ReadonlyMap<Name, string>;

/** The columns of names: `addedBy` stands in `added_by`. */
export const columnsOf = <Name extends string>(...names: readonly Name[]): Columns<Name> =>
  new Map(names.map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]));

/** The text columns that are not null, under the names they have in the program. */
export const texts = <Name extends string>(
  row: Row,
  columns: Columns<Name>,
): { readonly [N in Name]?: string } => {
  const found: { [N in Name]?: string } = {};
  for (const [name, column] of columns) {
    const value = row[column];
    if (typeof value === 'string') found[name] = value;
  }
  return found;
};

/** One of the given words. @throws when it is another one: the file is newer than the program. */
export const word = <Word extends string>(row: Row, column: string, words: readonly Word[]): Word => {
  const value = row[column];
  const found = words.find((candidate) => candidate === value);
  if (found === undefined) throw new Error(`people.db: ${column} is none of ${words.join(', ')}`);
  return found;
};

/** What a column can be given: true is stored as 1, what is missing as null. */
type Given = SQLInputValue | boolean | undefined;

const stored = (value: Given): SQLInputValue =>
  typeof value === 'boolean' ? Number(value) : (value ?? null);

/** Assignments of an update: only the columns that are given; `null` empties. */
export const assignments = (
  change: { readonly [name: string]: Given },
  columns: Columns<string>,
): { readonly sql: string; readonly values: readonly SQLInputValue[] } => {
  const given = [...columns].filter(([name]) => change[name] !== undefined);
  return {
    sql: given.map(([, column]) => `${column} = ?`).join(', '),
    values: given.map(([name]) => stored(change[name])),
  };
};

/** Inserts rows into a table: prepared once, each value under the name it has in the program. */
export const insertion = <Name extends string>(
  db: DatabaseSync,
  table: string,
  columns: Columns<Name>,
): ((row: { readonly [N in Name]?: Given }) => void) => {
  const places = Array.from(columns, () => '?').join(', ');
  const insert = db.prepare(`insert into ${table} (${[...columns.values()].join(', ')}) values (${places})`);
  return (row) => void insert.run(...Array.from(columns.keys(), (name) => stored(row[name])));
};
