// Generated from web/locale/reporting.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `reporting` and the values they take. */
export interface ReportingMessages {
  'reporting.back': NoValues;
  'reporting.decisions': NoValues;
  'reporting.empty-page': NoValues;
  'reporting.f-intro': { language: string };
  'reporting.f-intro-hint': NoValues;
  'reporting.f-title': { language: string };
  'reporting.figures': NoValues;
  'reporting.goals': NoValues;
  'reporting.in-language': { language: string };
  'reporting.keepers': NoValues;
  'reporting.news-empty': NoValues;
  'reporting.news-readers': NoValues;
  'reporting.none-of': NoValues;
  'reporting.open-public': NoValues;
  'reporting.opening': { date: string; news: number };
  'reporting.opening-changed': { date: string; n: number };
  'reporting.opening-news': { news: number };
  'reporting.opening-none': NoValues;
  'reporting.partners': NoValues;
  'reporting.prepare': NoValues;
  'reporting.publish': NoValues;
  'reporting.publish-add': NoValues;
  'reporting.publish-news': NoValues;
  'reporting.published': NoValues;
  'reporting.renew': NoValues;
  'reporting.reread': NoValues;
  'reporting.reread-note': NoValues;
  'reporting.reread-title': NoValues;
  'reporting.shown': NoValues;
  'reporting.take-down': NoValues;
  'reporting.take-down-do': NoValues;
  'reporting.take-down-sure': NoValues;
  'reporting.title': NoValues;
  'reporting.title-missing': NoValues;
  'reporting.value-on': { date: string; value: string };
  'reporting.view-news': NoValues;
  'reporting.view-page': NoValues;
  'reporting.views': NoValues;
}
