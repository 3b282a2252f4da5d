-- The version of the vault at which somebody last came into safety or back.
alter table vault add column sheltered integer not null default 0;

-- The documents that were produced and files that left: no words and no names, the persons by their ids.
create table produced (
  space text not null,
  digest text not null,
  by_person text not null,
  kind text not null,
  entity text not null,
  ending text not null,
  circle text not null,
  at integer not null,
  persons text not null,
  primary key (space, digest, by_person)
) strict;
