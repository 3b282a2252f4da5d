import type { DatabaseSync } from 'node:sqlite';
import type { Produced } from '../../http/identity.ts';
import type { ProducedStore } from '../port.ts';
import { number, type Row, text } from './row.ts';

const toProduced = (row: Row): Omit<Produced, 'persons'> => ({
  space: text(row, 'space'),
  digest: text(row, 'digest'),
  by: text(row, 'by_person'),
  kind: text(row, 'kind'),
  entity: text(row, 'entity'),
  ending: text(row, 'ending'),
  circle: text(row, 'circle'),
  at: number(row, 'at'),
});

/** The list of documents produced, in SQLite. */
export const producedIn = (db: DatabaseSync): ProducedStore => {
  const insert = db.prepare(
    `insert into produced (space, digest, by_person, kind, entity, ending, circle, at, persons)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (space, digest, by_person) do update set at = excluded.at`,
  );
  const naming = db.prepare(
    `select * from produced where space = ? and ? in (select value from json_each(persons))
     order by at desc, digest`,
  );
  return {
    add: async ({ space, digest, by, kind, entity, ending, circle, at, persons }) =>
      void insert.run(space, digest, by, kind, entity, ending, circle, at, JSON.stringify(persons)),
    naming: async (space, person) => naming.all(space, person).map(toProduced),
  };
};
