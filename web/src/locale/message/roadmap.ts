// Generated from web/locale/roadmap.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `roadmap` and the values they take. */
export interface RoadmapMessages {
  'roadmap.add': NoValues;
  'roadmap.answers': NoValues;
  'roadmap.empty': NoValues;
  'roadmap.head.accountable': NoValues;
  'roadmap.head.end': NoValues;
  'roadmap.head.progress': NoValues;
  'roadmap.head.rating': NoValues;
  'roadmap.head.what': NoValues;
  'roadmap.late': { n: number };
  'roadmap.linked': NoValues;
  'roadmap.mine': NoValues;
  'roadmap.no-date': NoValues;
  'roadmap.no-link': NoValues;
  'roadmap.now': NoValues;
  'roadmap.opening': { here: number; n: number };
  'roadmap.opening-late': { n: number };
  'roadmap.opening-orphans': { n: number };
  'roadmap.orphan': NoValues;
  'roadmap.question': NoValues;
  'roadmap.takes-part': NoValues;
  'roadmap.title': NoValues;
  'roadmap.until': { date: string };
  'roadmap.view.quarters': NoValues;
  'roadmap.view.roles': NoValues;
  'roadmap.view.table': NoValues;
  'roadmap.views': NoValues;
  'roadmap.waits': { names: string };
  'roadmap.with': { names: string };
}
