import type { Migration } from '../ledger/sqlite/migration.ts';

/**
 * The tables of what people answer in listening rounds. Every key begins with the space and ends with a random id,
 * and no table has row numbers: rows stand by chance, not as they came. There is no time in any of them but the
 * day until which a voice note is kept.
 */
export const LISTENING_MIGRATIONS: readonly Migration[] = [
  {
    area: 'listening',
    version: 1,
    sql: `create table door (hash text not null primary key, id text not null unique, space text not null, round text not null,
        kind text not null, revoked integer not null) without rowid;
      create table listener (space text not null, round text not null, id text not null, hash text, language text not null,
        sector text, naming text not null, name text, primary key (space, round, id)) without rowid;
      create unique index listener_hash on listener (hash) where hash is not null;
      create table answer (space text not null, round text not null, listener text not null, statement text not null,
        stance integer not null, primary key (space, round, listener, statement)) without rowid;
      create table proposal (space text not null, round text not null, id text not null, language text not null,
        text text not null, naming text not null, name text, primary key (space, round, id)) without rowid;
      create table voice (space text not null, round text not null, id text not null, language text not null,
        type text not null, bytes integer not null, seconds integer, naming text not null, name text, keep_until text,
        primary key (space, round, id)) without rowid;
      create table sound (space text not null, round text not null, id text not null, sound blob not null,
        primary key (space, round, id)) without rowid;
      create table sheet (space text not null, round text not null, code text not null,
        primary key (space, round, code)) without rowid;
      create table hand (space text not null, round text not null, code text not null, statement text not null,
        sector text, agree integer not null, disagree integer not null, pass integer not null,
        primary key (space, round, code, statement)) without rowid;`,
  },
  {
    area: 'listening',
    version: 2,
    sql: `create table slip (space text not null, meeting text not null, question text not null, answer integer not null,
        times integer not null, primary key (space, meeting, question, answer)) without rowid;
      create table slip_taken (space text not null, meeting text not null, hash text not null,
        primary key (space, meeting, hash)) without rowid;`,
  },
  {
    area: 'listening',
    version: 3,
    sql: 'alter table door add column person text;',
  },
];
