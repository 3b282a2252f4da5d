-- Letters that wait for the mail server, sealed with the key beside this file; of those that could not be delivered
-- nothing is kept but for whom they were.
create table outgoing (
  id text primary key,
  kind text not null,
  space text,
  person text,
  sender text,
  carries text,
  sealed blob,
  created integer not null,
  next integer not null,
  expires integer not null,
  tries integer not null default 0,
  state text not null
) strict;
create index outgoing_next on outgoing (state, next);
create index outgoing_of_space on outgoing (space, person);

-- How often a person wants to be reminded, and the Monday of the last digest that was written to them.
create table reminder (
  space text not null,
  person text not null,
  pace text not null default 'weekly',
  monday text,
  primary key (space, person)
) strict, without rowid;

-- The Monday for which everybody of a space has been looked at.
create table reminded (
  space text primary key,
  monday text not null
) strict, without rowid;
