import type { DatabaseSync } from 'node:sqlite';
import type { Card, CardStore } from '../port.ts';
import { isTaken, transaction } from './database.ts';
import { Held } from './held.ts';
import { assignments, number, type Row, text, texts } from './row.ts';
import { shelterIn } from './shelter.ts';

const TEXTS = {
  account: 'account',
  name: 'name',
  email: 'email',
  phone: 'phone',
  designation: 'designation',
  language: 'language',
  purpose: 'purpose',
  basis: 'basis',
};

const COLUMNS = { ...TEXTS, review: 'review' };

const toCard = (row: Row): Card => ({
  space: text(row, 'space'),
  id: text(row, 'id'),
  added: number(row, 'added'),
  withdrawn: number(row, 'withdrawn') === 1,
  ...texts(row, { ...TEXTS, addedBy: 'added_by' }),
  ...(row['review'] === null ? {} : { review: number(row, 'review') }),
  ...(row['erased'] === null ? {} : { erased: number(row, 'erased') }),
});

/** For how many persons, accounts and spaces what is asked with every request is held in memory at most. */
const HELD = 5_000;

/** The vault in SQLite: every write raises its space's version in the same transaction. */
export const cardsIn = (db: DatabaseSync): CardStore => {
  const versions = new Held<number>(HELD);
  const entered = new Held<Card>(HELD);
  const presences = new Held<readonly { readonly space: string; readonly person: string }[]>(HELD);
  const version = db.prepare('select version from vault where space = ?');
  const raise = db.prepare(
    'insert into vault (space, version) values (?, 1) on conflict (space) do update set version = version + 1',
  );
  const of = db.prepare('select * from card where space = ? order by id');
  const byId = db.prepare('select * from card where space = ? and id = ?');
  const byAccount = db.prepare('select * from card where space = ? and account = ? and erased is null');
  const spaces = db.prepare('select space, id from card where account = ? and erased is null order by space');
  const insert = db.prepare(
    `insert into card (space, id, account, name, email, phone, designation, language, purpose, basis, added_by,
       added, review, withdrawn, erased) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const erase = db.prepare(
    `update card set account = null, name = null, email = null, phone = null, designation = null, language = null,
       purpose = null, basis = null, added_by = null, review = null, erased = ?
     where space = ? and id = ? and erased is null`,
  );
  const forgetLetters = db.prepare('delete from outgoing where space = ? and person = ?');
  const forgetPace = db.prepare('delete from reminder where space = ? and person = ?');
  const maybe = (row: Row | undefined): Card | undefined => (row === undefined ? undefined : toCard(row));
  const forget = (): void => {
    for (const held of [versions, entered, presences]) held.clear();
  };
  const write = (space: string, work: () => boolean): boolean => {
    forget();
    return transaction(db, () => {
      const done = work();
      if (done) raise.run(space);
      return done;
    });
  };
  return {
    version: async (space) =>
      versions.get(space, () => number(version.get(space) ?? { version: 0 }, 'version')),
    of: async (space) => of.all(space).map(toCard),
    byId: async (space, id) => maybe(byId.get(space, id)),
    byAccount: async (space, account) =>
      entered.get(`${space} ${account}`, () => maybe(byAccount.get(space, account))),
    spacesOf: async (account) =>
      presences.get(account, () =>
        spaces.all(account).map((row) => ({ space: text(row, 'space'), person: text(row, 'id') })),
      ),
    add: async (card) => {
      const { space, id, account = null, name = null, email = null, phone = null, designation = null } = card;
      const { language = null, purpose = null, basis = null, addedBy = null, added, review = null } = card;
      const { withdrawn, erased = null } = card;
      const shown = [account, name, email, phone, designation, language, purpose, basis, addedBy];
      try {
        return write(space, () => {
          insert.run(space, id, ...shown, added, review, Number(withdrawn), erased);
          return true;
        });
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },
    change: async (space, id, change) => {
      const { sql, values } = assignments(change, COLUMNS);
      if (sql === '') return byId.get(space, id) !== undefined;
      const update = db.prepare(`update card set ${sql} where space = ? and id = ? and erased is null`);
      return write(space, () => update.run(...values, space, id).changes === 1);
    },
    ...shelterIn(db, forget),
    erase: async (space, id, at) => {
      const done = write(space, () => {
        forgetLetters.run(space, id);
        forgetPace.run(space, id);
        return erase.run(at, space, id).changes === 1;
      });
      // What was erased must not live on in the write-ahead log.
      if (done) db.exec('pragma wal_checkpoint(truncate)');
      return done;
    },
  };
};
