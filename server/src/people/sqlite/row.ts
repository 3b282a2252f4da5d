import type { SQLOutputValue } from 'node:sqlite';

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

/** The named text columns that are not null, under the names they have in the program. */
export const texts = <Name extends string>(
  row: Row,
  columns: { readonly [N in Name]: string },
): { readonly [N in Name]?: string } => {
  const found: { [N in Name]?: string } = {};
  for (const name in columns) {
    const value = row[columns[name]];
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

/** Assignments of an update: only the columns that are given; `null` empties. */
export const assignments = (
  change: { readonly [name: string]: string | number | boolean | null | undefined },
  columns: { readonly [name: string]: string },
): { readonly sql: string; readonly values: readonly (string | number | null)[] } => {
  const given = Object.entries(columns).filter(([name]) => change[name] !== undefined);
  return {
    sql: given.map(([, column]) => `${column} = ?`).join(', '),
    values: given.map(([name]) => {
      const value = change[name] ?? null;
      return typeof value === 'boolean' ? Number(value) : value;
    }),
  };
};
