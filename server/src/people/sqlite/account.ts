import type { DatabaseSync } from 'node:sqlite';
import type { Account, AccountStore, Challenge, ChallengeStore, Session, SessionStore } from '../port.ts';
import { falseWhenTaken, transaction } from './database.ts';
import { Held } from './held.ts';
import { assignments, columnsOf, insertion, number, type Row, text, texts, word } from './row.ts';

const MAYBE = ['email', 'handle', 'password', 'code', 'pin'] as const;
const READ = columnsOf(...MAYBE);
const CHANGED = columnsOf('name', 'emailProven', 'language', ...MAYBE);
const WRITTEN = columnsOf('id', 'name', 'emailProven', 'language', 'steward', 'created', ...MAYBE);

const toAccount = (row: Row): Account => ({
  id: text(row, 'id'),
  name: text(row, 'name'),
  emailProven: number(row, 'email_proven') === 1,
  language: word(row, 'language', ['fr', 'en']),
  steward: number(row, 'steward') === 1,
  created: number(row, 'created'),
  ...texts(row, READ),
});

/** How many accounts and sessions are held in memory at most; each takes about half a kilobyte. */
const HELD = 5_000;

/** Accounts in SQLite. */
export const accountsIn = (db: DatabaseSync): AccountStore => {
  const held = new Held<Account>(HELD);
  const count = db.prepare('select count(*) as n from account');
  const byId = db.prepare('select * from account where id = ?');
  const byEmail = db.prepare('select * from account where email = ?');
  const byHandle = db.prepare('select * from account where handle = ?');
  const byCode = db.prepare('select * from account where code = ?');
  const stewards = db.prepare('select * from account where steward = 1 order by created');
  const insert = insertion(db, 'account', WRITTEN);
  const tries = db.prepare('select tries, wait_until from account where id = ?');
  const setTries = db.prepare('update account set tries = ?, wait_until = ? where id = ?');
  const add = (account: Account): boolean => {
    insert(account);
    return true;
  };
  const maybe = (row: Row | undefined): Account | undefined =>
    row === undefined ? undefined : toAccount(row);
  return {
    count: async () => number(count.get() ?? {}, 'n'),
    byId: async (id) => held.get(id, () => maybe(byId.get(id))),
    byEmail: async (email) => maybe(byEmail.get(email)),
    byHandle: async (handle) => maybe(byHandle.get(handle)),
    byCode: async (code) => maybe(byCode.get(code)),
    stewards: async () => stewards.all().map(toAccount),
    add: async (account) => falseWhenTaken(() => add(account)),
    addFirst: async (account) => transaction(db, () => number(count.get() ?? {}, 'n') === 0 && add(account)),
    change: async (id, change) => {
      const { sql, values } = assignments(change, CHANGED);
      if (sql === '') return true;
      held.clear();
      return falseWhenTaken(() => {
        db.prepare(`update account set ${sql} where id = ?`).run(...values, id);
        return true;
      });
    },
    tries: async (id) => {
      const row = tries.get(id);
      return row === undefined
        ? { count: 0, waitUntil: 0 }
        : { count: number(row, 'tries'), waitUntil: number(row, 'wait_until') };
    },
    setTries: async (id, { count: tried, waitUntil }) => void setTries.run(tried, waitUntil, id),
  };
};

const toSession = (row: Row): Session => ({
  id: text(row, 'id'),
  hash: text(row, 'hash'),
  account: text(row, 'account'),
  created: number(row, 'created'),
  used: number(row, 'used'),
  noTrace: number(row, 'no_trace') === 1,
  device: text(row, 'device'),
});

/** Sessions in SQLite. */
export const sessionsIn = (db: DatabaseSync): SessionStore => {
  const held = new Held<Session>(HELD);
  const insert = insertion(
    db,
    'session',
    columnsOf('id', 'hash', 'account', 'created', 'used', 'noTrace', 'device'),
  );
  const byHash = db.prepare('select * from session where hash = ?');
  const touch = db.prepare('update session set used = ? where id = ?');
  const of = db.prepare('select * from session where account = ? order by used desc');
  const endOne = db.prepare('delete from session where account = ? and id = ? returning id');
  const endOthers = db.prepare('delete from session where account = ? and id <> ? returning id');
  const purge = db.prepare(
    'delete from session where used < ? or created < ? or (no_trace = 1 and created < ?)',
  );
  return {
    open: async (session) => insert(session),
    byHash: async (hash) =>
      held.get(hash, () => {
        const row = byHash.get(hash);
        return row === undefined ? undefined : toSession(row);
      }),
    touch: async (id, used) => {
      held.clear();
      touch.run(used, id);
    },
    of: async (account) => of.all(account).map(toSession),
    end: async (account, which) => {
      held.clear();
      const rows = 'id' in which ? endOne.all(account, which.id) : endOthers.all(account, which.keep ?? '');
      return rows.map((row) => text(row, 'id'));
    },
    purge: async (before) => {
      held.clear();
      purge.run(before.used, before.created, before.noTrace);
    },
  };
};

const CHALLENGE_TEXTS = columnsOf('account', 'code');

const toChallenge = (row: Row): Challenge & { readonly used: boolean } => ({
  hash: text(row, 'hash'),
  way: word(row, 'way', ['link', 'code']),
  email: text(row, 'email'),
  expires: number(row, 'expires'),
  tries: number(row, 'tries'),
  used: number(row, 'used') === 1,
  ...texts(row, CHALLENGE_TEXTS),
});

/** One-time sign-ins in SQLite. */
export const challengesIn = (db: DatabaseSync): ChallengeStore => {
  const insert = insertion(db, 'challenge', columnsOf('hash', 'way', 'account', 'email', 'code', 'expires'));
  const find = db.prepare('select * from challenge where hash = ?');
  const countTry = db.prepare('update challenge set tries = tries + 1 where hash = ? returning tries');
  const consume = db.prepare('update challenge set used = 1 where hash = ? and used = 0 and expires > ?');
  const purge = db.prepare('delete from challenge where expires < ?');
  return {
    put: async (challenge) => insert(challenge),
    find: async (hash) => {
      const row = find.get(hash);
      return row === undefined ? undefined : toChallenge(row);
    },
    countTry: async (hash) => number(countTry.get(hash) ?? { tries: 0 }, 'tries'),
    consume: async (hash, now) => consume.run(hash, now).changes === 1,
    purge: async (before) => void purge.run(before),
  };
};
