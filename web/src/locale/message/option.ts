// Generated from web/locale/option.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `option` and the values they take. */
export interface OptionMessages {
  'option.add': NoValues;
  'option.add-criterion': NoValues;
  'option.caption': NoValues;
  'option.cell': { median: string };
  'option.cell-apart': { high: number; low: number };
  'option.cell-n': { n: number };
  'option.choose': NoValues;
  'option.criterion': NoValues;
  'option.decide': NoValues;
  'option.decide-note': NoValues;
  'option.empty': NoValues;
  'option.empty_cell': NoValues;
  'option.first': NoValues;
  'option.gap-row': { cell: string; high: number; low: number };
  'option.gaps': NoValues;
  'option.level': { n: number };
  'option.no-criteria': NoValues;
  'option.no-total': NoValues;
  'option.none': NoValues;
  'option.opening': { criteria: number; options: number; withEnd: string };
  'option.opening-none': NoValues;
  'option.plan-none': NoValues;
  'option.question': { options: string };
  'option.rate': NoValues;
  'option.rate-do': NoValues;
  'option.rate-missing': NoValues;
  'option.rate-this': { criterion: string; option: string };
  'option.rate-value': NoValues;
  'option.rate-why': NoValues;
  'option.rate-why-hint': NoValues;
  'option.second': NoValues;
  'option.title': NoValues;
  'option.two': NoValues;
  'option.view-row': { value: number };
  'option.views': NoValues;
}
