// Generated from web/locale/launch.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `launch` and the values they take. */
export interface LaunchMessages {
  'launch.problem': NoValues;
  'launch.problem-empty': NoValues;
  'launch.problem-none': NoValues;
  'launch.problem-opening': { confirmed: number; version: number };
}
