create table account (
  id text primary key,
  name text not null,
  email text unique,
  handle text unique,
  email_proven integer not null,
  language text not null,
  steward integer not null,
  password text,
  code text unique,
  pin text,
  created integer not null,
  tries integer not null default 0,
  wait_until integer not null default 0
) strict;

create table session (
  id text primary key,
  hash text not null unique,
  account text not null references account (id) on delete cascade,
  created integer not null,
  used integer not null,
  no_trace integer not null,
  device text not null
) strict;
create index session_of_account on session (account);

create table challenge (
  hash text primary key,
  way text not null,
  account text references account (id) on delete cascade,
  email text not null,
  code text,
  expires integer not null,
  tries integer not null default 0,
  used integer not null default 0
) strict;

create table vault (
  space text primary key,
  version integer not null
) strict, without rowid;

create table card (
  space text not null,
  id text not null,
  account text references account (id) on delete set null,
  name text,
  email text,
  phone text,
  designation text,
  language text,
  purpose text,
  basis text,
  added_by text,
  added integer not null,
  review integer,
  withdrawn integer not null default 0,
  erased integer,
  primary key (space, id)
) strict, without rowid;
create unique index card_of_account on card (account, space) where erased is null;

create table invitation (
  id text primary key,
  space text not null,
  hash text not null unique,
  way text not null,
  person text not null,
  terms text not null,
  inviter text not null,
  created integer not null,
  expires integer not null,
  command text not null,
  state text not null,
  account text,
  mailed integer not null default 0
) strict;
create index invitation_of_space on invitation (space, created);

create table link (
  id text primary key,
  hash text not null unique,
  space text not null,
  request text not null,
  person text not null,
  language text not null,
  asker text not null,
  created integer not null,
  closes integer not null,
  revoked integer not null default 0
) strict;
create index link_of_space on link (space, created);
