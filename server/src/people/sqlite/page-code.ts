import type { DatabaseSync } from 'node:sqlite';
import type { PageCodeStore } from '../port.ts';
import { number, text } from './row.ts';

/** The codes of pages in SQLite. */
export const pageCodesIn = (db: DatabaseSync): PageCodeStore => {
  const keep = db.prepare(
    `insert into page_code (code, space, kind, entity, edition, made) values (?, ?, ?, ?, ?, ?)
     on conflict (code, space) do nothing`,
  );
  const find = db.prepare('select * from page_code where code = ? order by space');
  return {
    keep: async ({ code, space, kind, entity, edition, made }) =>
      void keep.run(code, space, kind, entity, edition, made),
    find: async (code) =>
      find.all(code).map((row) => ({
        code: text(row, 'code'),
        space: text(row, 'space'),
        kind: text(row, 'kind'),
        entity: text(row, 'entity'),
        edition: text(row, 'edition'),
        made: number(row, 'made'),
      })),
  };
};
