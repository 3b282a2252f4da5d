// Generated from web/locale/standing.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `standing` and the values they take. */
export interface StandingMessages {
  'standing.before': { n: number };
  'standing.clear-until-hint': NoValues;
  'standing.confirmed-by-hint': NoValues;
  'standing.hint.adReferendum': NoValues;
  'standing.hint.confirmed': NoValues;
  'standing.hint.inClearance': NoValues;
  'standing.hint.personal': NoValues;
  'standing.unsaid': NoValues;
}
