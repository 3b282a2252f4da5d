// Generated from web/locale/result.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `result` and the values they take. */
export interface ResultMessages {
  'result.add': NoValues;
  'result.add-assumption': NoValues;
  'result.add-indicator': NoValues;
  'result.add-milestone': NoValues;
  'result.added': { n: number };
  'result.assumption-number': { n: number };
  'result.assumptions': NoValues;
  'result.caption': NoValues;
  'result.empty': NoValues;
  'result.head.baseline': NoValues;
  'result.head.collector': NoValues;
  'result.head.counted': NoValues;
  'result.head.result': NoValues;
  'result.head.sources': NoValues;
  'result.head.target': NoValues;
  'result.holds.no': NoValues;
  'result.holds.unsaid': NoValues;
  'result.holds.unsure': NoValues;
  'result.holds.yes': NoValues;
  'result.indicators': NoValues;
  'result.indicators-empty': NoValues;
  'result.leads-nowhere': NoValues;
  'result.leads-to': { results: string };
  'result.level.activity': NoValues;
  'result.level.impact': NoValues;
  'result.level.outcome': NoValues;
  'result.level.output': NoValues;
  'result.logframe': NoValues;
  'result.no-assumption': NoValues;
  'result.no-baseline': NoValues;
  'result.no-collector': NoValues;
  'result.no-indicator': NoValues;
  'result.no-result': NoValues;
  'result.no-target': NoValues;
  'result.opening': { assumptions: number; indicators: number; results: number };
  'result.opening-blind': { n: number };
  'result.opening-open': { n: number };
  'result.question': NoValues;
  'result.steps': { n: number };
  'result.title': NoValues;
  'result.trace': NoValues;
  'result.view.chain': NoValues;
  'result.view.logframe': NoValues;
  'result.views': NoValues;
  'result.vision': NoValues;
  'result.vision-empty': NoValues;
  'result.vision-opening': { formal: number; open: number; version: number };
  'result.vision-question': NoValues;
}
