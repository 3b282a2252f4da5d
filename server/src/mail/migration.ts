import type { Migration } from '../ledger/sqlite/migration.ts';

/** The tables of incoming mail: its words, its sender and its raw bytes; what became of it stands in the ledger. */
export const MAIL_MIGRATIONS: readonly Migration[] = [
  {
    area: 'mail',
    version: 1,
    sql: `create table mail (id text primary key, space text not null, key text not null unique, sender text not null,
        name text not null, subject text not null, words text not null, text text not null, files text not null,
        facts text not null, circle text not null, whole integer not null, at text not null,
        stage text not null) without rowid;
      create index mail_space on mail (space, at);
      create table raw (id text primary key, bytes blob not null) without rowid;`,
  },
];
