import type { DatabaseSync } from 'node:sqlite';
import { LETTER_KINDS, LETTER_STATES, type OutgoingLetter, type OutgoingStore } from '../outgoing.ts';
import { columnsOf, insertion, number, type Row, text, texts, word } from './row.ts';

const CONCERNS = ['space', 'person', 'sender', 'carries'] as const;
const READ = columnsOf(...CONCERNS);
const WRITTEN = columnsOf(
  'id',
  'kind',
  ...CONCERNS,
  'sealed',
  'created',
  'next',
  'expires',
  'tries',
  'state',
);

const toLetter = (row: Row): OutgoingLetter => ({
  id: text(row, 'id'),
  kind: word(row, 'kind', LETTER_KINDS),
  ...texts(row, READ),
  ...(row['sealed'] instanceof Uint8Array ? { sealed: row['sealed'] } : {}),
  created: number(row, 'created'),
  next: number(row, 'next'),
  expires: number(row, 'expires'),
  tries: number(row, 'tries'),
  state: word(row, 'state', LETTER_STATES),
});

/** Adds a letter; to be run where something else is noted in the same transaction. */
export const addLetterIn = (db: DatabaseSync): ((letter: OutgoingLetter) => void) =>
  insertion(db, 'outgoing', WRITTEN);

/** The queue of letters in SQLite. */
export const outgoingIn = (db: DatabaseSync): OutgoingStore => {
  const insert = addLetterIn(db);
  const due = db.prepare(`select * from outgoing where state = 'waiting' and next <= ? order by next, id`);
  const next = db.prepare(`select min(next) as next from outgoing where state = 'waiting'`);
  const hand = db.prepare(`update outgoing set state = 'handing' where id = ?`);
  const putOff = db.prepare(
    `update outgoing set state = 'waiting', next = ?, tries = tries + 1 where id = ? and sealed is not null`,
  );
  const drop = db.prepare('delete from outgoing where id = ?');
  const lost = db.prepare(
    `update outgoing set state = 'failed', sealed = null where id = ? and space is not null`,
  );
  const dropLost = db.prepare('delete from outgoing where id = ? and space is null');
  const unsure = (states: string) =>
    db.prepare(`update outgoing set state = 'unsure', sealed = null where state in (${states})`);
  const interrupted = unsure(`'handing'`);
  const calledOff = unsure(`'handing', 'waiting'`);
  const undelivered = db.prepare(
    `select * from outgoing where space = ? and (state in ('failed', 'unsure') or tries > 0) order by created desc, id`,
  );
  const dismiss = db.prepare(
    `delete from outgoing where space = ? and id = ? and state in ('failed', 'unsure')`,
  );
  const purge = db.prepare('delete from outgoing where created < ?');
  return {
    add: async (letter) => insert(letter),
    due: async (now) => due.all(now).map(toLetter),
    next: async () => {
      const row = next.get();
      return typeof row?.['next'] === 'number' ? row['next'] : undefined;
    },
    hand: async (id) => void hand.run(id),
    putOff: async (id, at) => void putOff.run(at, id),
    delivered: async (id) => void drop.run(id),
    lost: async (id) => {
      lost.run(id);
      dropLost.run(id);
    },
    interrupted: async () => void interrupted.run(),
    calledOff: async () => void calledOff.run(),
    undelivered: async (space) => undelivered.all(space).map(toLetter),
    dismiss: async (space, id) => dismiss.run(space, id).changes === 1,
    purge: async (created) => void purge.run(created),
  };
};
