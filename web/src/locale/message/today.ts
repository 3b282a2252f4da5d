// Generated from web/locale/today.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `today` and the values they take. */
export interface TodayMessages {
  'today.advice': NoValues;
  'today.brief': NoValues;
  'today.brief-agreed': NoValues;
  'today.brief-count': { organisations: number; people: number };
  'today.brief-open': NoValues;
  'today.brief-who': NoValues;
  'today.by-time': NoValues;
  'today.changed': NoValues;
  'today.changed-since': { date: string };
  'today.did.added': { thing: string; who: string };
  'today.did.changed': { thing: string; who: string };
  'today.did.other': { thing: string; who: string };
  'today.did.removed': { thing: string; who: string };
  'today.due': { date: string };
  'today.first-sentence': NoValues;
  'today.more': { n: number };
  'today.nothing': NoValues;
  'today.only-you': NoValues;
  'today.open-room': { room: string };
  'today.returned': { date: string; reason: string };
  'today.shared': { circle: string };
  'today.title': NoValues;
  'today.waiting': NoValues;
  'today.welcome': NoValues;
  'today.yesterday': NoValues;
}
