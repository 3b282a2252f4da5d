// Generated from web/locale/fit.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `fit` and the values they take. */
export interface FitMessages {
  'fit.again': NoValues;
  'fit.alone': NoValues;
  'fit.aloud': NoValues;
  'fit.aloud-hint': NoValues;
  'fit.aloud-none': NoValues;
  'fit.answer': NoValues;
  'fit.answer-missing': NoValues;
  'fit.back': NoValues;
  'fit.conclude': NoValues;
  'fit.concluded': { verdict: string; when: string };
  'fit.core-only': NoValues;
  'fit.count': NoValues;
  'fit.count-again': NoValues;
  'fit.count-few': { from: number };
  'fit.count-missing': NoValues;
  'fit.count-reason': NoValues;
  'fit.count-reason-hint': NoValues;
  'fit.count-wrong': NoValues;
  'fit.counted': { all: number; n: number };
  'fit.earlier': NoValues;
  'fit.empty': NoValues;
  'fit.give': NoValues;
  'fit.how': NoValues;
  'fit.mode-anonymous': NoValues;
  'fit.mode-named': NoValues;
  'fit.mode-told': NoValues;
  'fit.next': NoValues;
  'fit.open': NoValues;
  'fit.question': NoValues;
  'fit.reader': NoValues;
  'fit.reason-kept': NoValues;
  'fit.reason-missing': NoValues;
  'fit.reasons': NoValues;
  'fit.reopen': NoValues;
  'fit.spread-title': NoValues;
  'fit.step': { all: number; n: number };
  'fit.tallied': NoValues;
  'fit.title': NoValues;
  'fit.to-count': NoValues;
  'fit.too-few': { from: number; n: number };
  'fit.verdict': NoValues;
  'fit.verdict-missing': NoValues;
  'fit.which': NoValues;
  'fit.why': NoValues;
}
