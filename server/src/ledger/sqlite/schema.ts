import type { Migration } from './migration.ts';

const EVENTS = `
create table head (
  space text primary key, seq integer not null, hash blob not null, at text not null,
  format integer not null) without rowid;
create table event (
  space text not null, seq integer not null, type text not null, version integer not null, entity text not null,
  circle text not null, actor text not null, at text not null, said_at text not null, command text not null,
  payload text, payload_hash blob not null, hash blob not null,
  primary key (space, seq)) without rowid;
create index event_entity on event (space, entity, seq);
create table command (
  space text not null, id text not null, salt blob not null, author blob not null, fingerprint blob not null,
  at text not null, first integer, last integer, code text, detail text,
  primary key (space, id)) without rowid;
create index command_at on command (at);
create table kept (space text primary key, seq integer not null, maker text not null, state text not null);
`;

const MODELS = `
alter table head add column model integer not null default 0;
create table job (
  space text not null, entity text not null, command text not null, at text not null, payload text not null,
  stamp integer not null, primary key (space, entity, command, at)) without rowid;
create index job_at on job (at);
create table membership (space text not null, person text not null, roles text not null,
  primary key (space, person)) without rowid;
create table line (space text primary key, line text not null) without rowid;
create table search_entry (
  id integer primary key, space text not null, entity text not null, circle text not null, type text not null,
  unique (space, entity));
create virtual table search_text using fts5 (space, body, tokenize = "unicode61 remove_diacritics 2");
insert into search_text (search_text, rank) values ('secure-delete', 1);
create table file (
  space text not null, hash blob not null, circle text not null, type text not null, size integer not null,
  at text not null, primary key (space, hash, circle)) without rowid;
`;

/** The ledger's tables. A withheld event has no payload; its digest stands where the payload's hash stands. */
export const LEDGER_MIGRATIONS: readonly Migration[] = [
  { area: 'ledger', version: 1, sql: EVENTS },
  { area: 'ledger', version: 2, sql: MODELS },
];
