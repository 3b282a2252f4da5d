import type { DatabaseSync } from 'node:sqlite';
import type { CardStore } from '../port.ts';
import { transaction } from './database.ts';
import { number, text } from './row.ts';

/** Who is in safety, in the tables of the vault; `forget` drops what is held in memory of them. */
export const shelterIn = (db: DatabaseSync, forget: () => void): Pick<CardStore, 'shelter' | 'sheltered'> => {
  const since = db.prepare('select sheltered from vault where space = ?');
  const persons = db.prepare('select id from card where space = ? and withdrawn = 1 order by id');
  const held = db.prepare('select 1 from card where space = ? and id = ? and erased is null');
  const put = db.prepare('update card set withdrawn = ? where space = ? and id = ? and withdrawn <> ?');
  const endings = [
    db.prepare('update link set revoked = 1 where space = ? and person = ?'),
    db.prepare(`update invitation set state = 'revoked' where space = ? and person = ? and state = 'open'`),
    // A letter that waits goes to them, or says their name as that of who asks.
    db.prepare('delete from outgoing where space = ? and ? in (person, sender)'),
  ];
  const mark = db.prepare(
    `insert into vault (space, version, sheltered) values (?, 1, 1)
     on conflict (space) do update set version = version + 1, sheltered = version + 1`,
  );
  return {
    sheltered: async (space) => ({
      persons: persons.all(space).map((row) => text(row, 'id')),
      since: number(since.get(space) ?? { sheltered: 0 }, 'sheltered'),
    }),
    shelter: async (space, id, on) => {
      if (held.get(space, id) === undefined) return false;
      forget();
      transaction(db, () => {
        // Each time that it is said: what was made in the meantime goes too.
        if (on) for (const end of endings) end.run(space, id);
        if (put.run(Number(on), space, id, Number(on)).changes > 0) mark.run(space);
      });
      return true;
    },
  };
};
