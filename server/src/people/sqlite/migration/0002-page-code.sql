-- What the codes on printed pages lead to. No words and no persons: what a page was, and when it was made.
create table page_code (
  code text not null,
  space text not null,
  kind text not null,
  entity text not null,
  edition text not null,
  made integer not null,
  primary key (code, space)
) strict;
