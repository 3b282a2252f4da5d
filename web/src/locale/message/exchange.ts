// Generated from web/locale/exchange.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `exchange` and the values they take. */
export interface ExchangeMessages {
  'exchange.again': NoValues;
  'exchange.bring': { n: number };
  'exchange.bring-none': NoValues;
  'exchange.brought': { many: string; n: number };
  'exchange.choose': NoValues;
  'exchange.choose-missing': NoValues;
  'exchange.column': { n: number; sample: string };
  'exchange.column-none': NoValues;
  'exchange.columns': NoValues;
  'exchange.columns-hint': { all: number; known: number };
  'exchange.counted': { good: number; wrong: number };
  'exchange.counted-known': { n: number };
  'exchange.expected-knownName': NoValues;
  'exchange.expected-oneOf': { options: string };
  'exchange.expected-other': NoValues;
  'exchange.expected-tag': NoValues;
  'exchange.expected-yesOrNo': NoValues;
  'exchange.good': NoValues;
  'exchange.has-head': NoValues;
  'exchange.known': NoValues;
  'exchange.look': NoValues;
  'exchange.more': { n: number };
  'exchange.opening': NoValues;
  'exchange.out-care': NoValues;
  'exchange.out-csv': NoValues;
  'exchange.out-lists': NoValues;
  'exchange.out-lists-note': NoValues;
  'exchange.out-none': NoValues;
  'exchange.out-row': { many: string; n: number };
  'exchange.out-whole': NoValues;
  'exchange.out-whole-do': NoValues;
  'exchange.out-whole-note': NoValues;
  'exchange.paste': NoValues;
  'exchange.paste-hint': NoValues;
  'exchange.paste-label': NoValues;
  'exchange.paste-missing': NoValues;
  'exchange.preview': NoValues;
  'exchange.problem': { column: string; expected: string };
  'exchange.readers': { who: string };
  'exchange.register': NoValues;
  'exchange.row': { n: number };
  'exchange.see': NoValues;
  'exchange.state': NoValues;
  'exchange.take-known': NoValues;
  'exchange.title': NoValues;
  'exchange.undo': NoValues;
  'exchange.undone': { kept: number; removed: number };
  'exchange.view-in': NoValues;
  'exchange.view-out': NoValues;
  'exchange.views': NoValues;
}
