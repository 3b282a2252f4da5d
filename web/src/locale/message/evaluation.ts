// Generated from web/locale/evaluation.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `evaluation` and the values they take. */
export interface EvaluationMessages {
  'evaluation.add': NoValues;
  'evaluation.add-here': NoValues;
  'evaluation.answered': { all: number; n: number };
  'evaluation.empty': NoValues;
  'evaluation.evidence': { text: string };
  'evaluation.figure-none': { name: string };
  'evaluation.figure-row': { date: string; name: string; value: string };
  'evaluation.figures': NoValues;
  'evaluation.follows': { organisation: string };
  'evaluation.no-question': NoValues;
  'evaluation.open': NoValues;
  'evaluation.opening': { findings: number; open: number; questions: number };
  'evaluation.opening-none': NoValues;
  'evaluation.respond': NoValues;
  'evaluation.respond-do': NoValues;
  'evaluation.response': { text: string };
  'evaluation.title': NoValues;
  'evaluation.waits': NoValues;
}
