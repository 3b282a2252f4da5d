import type { DatabaseSync } from 'node:sqlite';
import type { Card, CardStore } from '../port.ts';
import { falseWhenTaken, transaction } from './database.ts';
import { Held } from './held.ts';
import { assignments, columnsOf, insertion, number, type Row, text, texts } from './row.ts';
import { shelterIn } from './shelter.ts';

const TEXTS = ['account', 'name', 'email', 'phone', 'designation', 'language', 'purpose', 'basis'] as const;

const READ = columnsOf(...TEXTS, 'addedBy');
const CHANGED = columnsOf(...TEXTS, 'review');
const WRITTEN = columnsOf('space', 'id', ...TEXTS, 'addedBy', 'added', 'review', 'withdrawn', 'erased');

const toCard = (row: Row): Card => ({
  space: text(row, 'space'),
  id: text(row, 'id'),
  added: number(row, 'added'),
  withdrawn: number(row, 'withdrawn') === 1,
  ...texts(row, READ),
  ...(row['review'] === null ? {} : { review: number(row, 'review') }),
  ...(row['erased'] === null ? {} : { erased: number(row, 'erased') }),
});

/** For how many persons, accounts and spaces what is asked with every request is held in memory at most. */
const HELD = 5_000;

/** What is asked of the tables of the vault, prepared once. */
const statementsIn = (db: DatabaseSync) => ({
  version: db.prepare('select version from vault where space = ?'),
  raise: db.prepare(
    'insert into vault (space, version) values (?, 1) on conflict (space) do update set version = version + 1',
  ),
  of: db.prepare('select * from card where space = ? order by id'),
  byId: db.prepare('select * from card where space = ? and id = ?'),
  byAccount: db.prepare('select * from card where space = ? and account = ? and erased is null'),
  spaces: db.prepare('select space, id from card where account = ? and erased is null order by space'),
  insert: insertion(db, 'card', WRITTEN),
  erase: db.prepare(
    `update card set account = null, name = null, email = null, phone = null, designation = null, language = null,
       purpose = null, basis = null, added_by = null, review = null, erased = ?
     where space = ? and id = ? and erased is null`,
  ),
  forgetLetters: db.prepare('delete from outgoing where space = ? and person = ?'),
  forgetPace: db.prepare('delete from reminder where space = ? and person = ?'),
});

/** The vault in SQLite: every write raises its space's version in the same transaction. */
export const cardsIn = (db: DatabaseSync): CardStore => {
  const sql = statementsIn(db);
  const versions = new Held<number>(HELD);
  const entered = new Held<Card>(HELD);
  const presences = new Held<readonly { readonly space: string; readonly person: string }[]>(HELD);
  const maybe = (row: Row | undefined): Card | undefined => (row === undefined ? undefined : toCard(row));
  const forget = (): void => {
    for (const held of [versions, entered, presences]) held.clear();
  };
  const write = (space: string, work: () => boolean): boolean => {
    forget();
    return transaction(db, () => {
      const done = work();
      if (done) sql.raise.run(space);
      return done;
    });
  };
  return {
    version: async (space) =>
      versions.get(space, () => number(sql.version.get(space) ?? { version: 0 }, 'version')),
    of: async (space) => sql.of.all(space).map(toCard),
    byId: async (space, id) => maybe(sql.byId.get(space, id)),
    byAccount: async (space, account) =>
      entered.get(`${space} ${account}`, () => maybe(sql.byAccount.get(space, account))),
    spacesOf: async (account) =>
      presences.get(account, () =>
        sql.spaces.all(account).map((row) => ({ space: text(row, 'space'), person: text(row, 'id') })),
      ),
    add: async (card) =>
      falseWhenTaken(() =>
        write(card.space, () => {
          sql.insert(card);
          return true;
        }),
      ),
    change: async (space, id, change) => {
      const { sql: given, values } = assignments(change, CHANGED);
      if (given === '') return sql.byId.get(space, id) !== undefined;
      const update = db.prepare(`update card set ${given} where space = ? and id = ? and erased is null`);
      return write(space, () => update.run(...values, space, id).changes === 1);
    },
    ...shelterIn(db, forget),
    erase: async (space, id, at) => {
      const done = write(space, () => {
        sql.forgetLetters.run(space, id);
        sql.forgetPace.run(space, id);
        return sql.erase.run(at, space, id).changes === 1;
      });
      // What was erased must not live on in the write-ahead log.
      if (done) db.exec('pragma wal_checkpoint(truncate)');
      return done;
    },
  };
};
