import type { DatabaseSync } from 'node:sqlite';
import { PACES, type ReminderStore } from '../outgoing.ts';
import { transaction } from './database.ts';
import { addLetterIn } from './outgoing.ts';
import { columnsOf, text, texts, word } from './row.ts';

const MONDAY = columnsOf('monday');

/** What is known of reminders in SQLite: that one was written is noted in the transaction that takes it into the queue. */
export const remindersIn = (db: DatabaseSync): ReminderStore => {
  const addLetter = addLetterIn(db);
  const of = db.prepare('select pace, monday from reminder where space = ? and person = ?');
  const setPace = db.prepare(
    `insert into reminder (space, person, pace) values (?, ?, ?)
     on conflict (space, person) do update set pace = excluded.pace`,
  );
  const note = db.prepare(
    `insert into reminder (space, person, monday) values (?, ?, ?)
     on conflict (space, person) do update set monday = excluded.monday
     where reminder.monday is null or reminder.monday < excluded.monday`,
  );
  const done = db.prepare('select monday from reminded where space = ?');
  const setDone = db.prepare('insert or replace into reminded (space, monday) values (?, ?)');
  return {
    of: async (space, person) => {
      const row = of.get(space, person);
      return row === undefined
        ? { pace: 'weekly' }
        : { pace: word(row, 'pace', PACES), ...texts(row, MONDAY) };
    },
    setPace: async (space, person, wished) => void setPace.run(space, person, wished),
    remind: async ({ space, person, monday }, letter) =>
      transaction(db, () => {
        if (note.run(space, person, monday).changes !== 1) return false;
        addLetter(letter);
        return true;
      }),
    done: async (space) => {
      const row = done.get(space);
      return row && text(row, 'monday');
    },
    setDone: async (space, monday) => void setDone.run(space, monday),
  };
};
