// Generated from web/locale/table.*.po by `node web/src/locale/build/generate.ts`; do not edit.

/** Messages of the area `table` and the values they take. */
export interface TableMessages {
  'table.drawn': { all: number; drawn: number };
  'table.more': { n: number };
}
