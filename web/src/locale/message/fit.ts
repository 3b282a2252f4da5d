// Generated from web/locale/fit.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `fit` and the values they take. */
export interface FitMessages {
  'fit.again': NoValues;
  'fit.alone': NoValues;
  'fit.answer': NoValues;
  'fit.answer-missing': NoValues;
  'fit.back': NoValues;
  'fit.conclude': NoValues;
  'fit.concluded': { verdict: string; when: string };
  'fit.core-only': NoValues;
  'fit.counted': { all: number; n: number };
  'fit.earlier': NoValues;
  'fit.empty': NoValues;
  'fit.give': NoValues;
  'fit.next': NoValues;
  'fit.question': NoValues;
  'fit.reason-missing': NoValues;
  'fit.reasons': NoValues;
  'fit.reopen': NoValues;
  'fit.spread': { no: number; partly: number; yes: number };
  'fit.spread-title': NoValues;
  'fit.step': { all: number; n: number };
  'fit.title': NoValues;
  'fit.verdict': NoValues;
  'fit.verdict-missing': NoValues;
  'fit.which': NoValues;
  'fit.why': NoValues;
}
