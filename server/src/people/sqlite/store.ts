import type { PeopleStore } from '../port.ts';
import { accountsIn, challengesIn, sessionsIn } from './account.ts';
import { cardsIn } from './card.ts';
import { openDatabase } from './database.ts';
import { invitationsIn, linksIn } from './invitation.ts';
import { outgoingIn } from './outgoing.ts';
import { pageCodesIn } from './page-code.ts';
import { producedIn } from './produced.ts';
import { remindersIn } from './reminder.ts';

/**
 * Opens the accounts, the vault and what belongs to them in one SQLite file of their own (`people.db`), so that
 * the ledger keeps one writer. `:memory:` keeps everything in memory.
 * @throws when the file was written by a newer program.
 */
export const openPeople = (file: string): PeopleStore => {
  const db = openDatabase(file);
  return {
    accounts: accountsIn(db),
    sessions: sessionsIn(db),
    challenges: challengesIn(db),
    cards: cardsIn(db),
    invitations: invitationsIn(db),
    links: linksIn(db),
    pages: pageCodesIn(db),
    outgoing: outgoingIn(db),
    reminders: remindersIn(db),
    produced: producedIn(db),
    copyTo: async (to) => void db.prepare('vacuum into ?').run(to),
    close: async () => db.close(),
  };
};
