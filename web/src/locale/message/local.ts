// Generated from web/locale/local.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `local` and the values they take. */
export interface LocalMessages {
  'local.caption': NoValues;
  'local.empty': NoValues;
  'local.head.local': NoValues;
  'local.head.missing': NoValues;
  'local.head.share': NoValues;
  'local.head.unsaid': NoValues;
  'local.head.what': NoValues;
  'local.head.whole': NoValues;
  'local.missing.activities': { n: number };
  'local.missing.contributions': { n: number };
  'local.missing.decisions': { n: number };
  'local.missing.seats': { n: number };
  'local.need-by': { name: string };
  'local.need-due': { date: string };
  'local.need-nobody': NoValues;
  'local.need-to': { name: string };
  'local.needs': NoValues;
  'local.no-needs': NoValues;
  'local.no-share': NoValues;
  'local.none.activities': NoValues;
  'local.none.contributions': NoValues;
  'local.none.decisions': NoValues;
  'local.none.seats': NoValues;
  'local.note': NoValues;
  'local.note-do': NoValues;
  'local.note-hint': NoValues;
  'local.opening': { all: number; locals: number };
  'local.say.activities': { local: string; share: string; whole: string };
  'local.say.contributions': { local: string; share: string; whole: string };
  'local.say.decisions': { local: string; share: string; whole: string };
  'local.say.seats': { local: string; share: string; whole: string };
  'local.shares': NoValues;
  'local.title': NoValues;
  'local.unknown': NoValues;
  'local.unknown-note': NoValues;
  'local.unsaid': { amount: string };
  'local.what.activities': NoValues;
  'local.what.contributions': NoValues;
  'local.what.contributions-in': { currency: string };
  'local.what.decisions': NoValues;
  'local.what.seats': NoValues;
}
