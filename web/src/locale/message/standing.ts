// Generated from web/locale/standing.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `standing` and the values they take. */
export interface StandingMessages {
  'standing.before': { n: number };
  'standing.by': { who: string };
  'standing.clear-until': NoValues;
  'standing.clear-until-hint': NoValues;
  'standing.clear-with': NoValues;
  'standing.confirmed-by': NoValues;
  'standing.confirmed-by-hint': NoValues;
  'standing.confirmed-how': NoValues;
  'standing.confirmed-on': NoValues;
  'standing.hint.adReferendum': NoValues;
  'standing.hint.confirmed': NoValues;
  'standing.hint.inClearance': NoValues;
  'standing.hint.personal': NoValues;
  'standing.on': { date: string };
  'standing.unsaid': NoValues;
  'standing.until': { date: string };
  'standing.with': { who: string };
}
