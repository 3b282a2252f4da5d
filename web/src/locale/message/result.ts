// Generated from web/locale/result.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `result` and the values they take. */
export interface ResultMessages {
  'result.vision': NoValues;
  'result.vision-empty': NoValues;
  'result.vision-opening': { formal: number; open: number; version: number };
  'result.vision-question': NoValues;
}
