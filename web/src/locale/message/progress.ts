// Generated from web/locale/progress.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `progress` and the values they take. */
export interface ProgressMessages {
  'progress.answers': { organisation: string };
  'progress.answers-nobody': NoValues;
  'progress.choose': NoValues;
  'progress.choose-missing': NoValues;
  'progress.empty': NoValues;
  'progress.how-far': NoValues;
  'progress.how-goes': NoValues;
  'progress.mine': NoValues;
  'progress.next': NoValues;
  'progress.no-workstream': NoValues;
  'progress.old': NoValues;
  'progress.opening': { all: number; done: number; late: number };
  'progress.opening-none': NoValues;
  'progress.rated': { rating: string };
  'progress.rated-on': { date: string; rating: string };
  'progress.rating-section': NoValues;
  'progress.row': { progress: string; title: string };
  'progress.row-late': { date: string; days: number; progress: string; title: string };
  'progress.row-open': { date: string; progress: string; title: string };
  'progress.said': { title: string };
  'progress.say': NoValues;
  'progress.say-do': NoValues;
  'progress.say-this': NoValues;
  'progress.title': NoValues;
  'progress.to-roadmap': NoValues;
  'progress.waits': { names: string };
  'progress.which': NoValues;
  'progress.why': NoValues;
  'progress.why-hint': NoValues;
  'progress.why-missing': NoValues;
  'progress.workstream-note': { all: number; done: number };
}
