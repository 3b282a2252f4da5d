// Generated from web/locale/request.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `request` and the values they take. */
export interface RequestMessages {
  'request.answered': { answer: string; name: string };
  'request.answered-else': NoValues;
  'request.ask': NoValues;
  'request.ask-comment': NoValues;
  'request.asked': NoValues;
  'request.by.app': NoValues;
  'request.by.email': NoValues;
  'request.by.link': NoValues;
  'request.by.paper': NoValues;
  'request.by.phone': NoValues;
  'request.choose': NoValues;
  'request.closed': { name: string };
  'request.comment-by': { standing: string; who: string };
  'request.comment-version': { n: number };
  'request.comments': NoValues;
  'request.confirm': NoValues;
  'request.copied-link': NoValues;
  'request.copied-text': NoValues;
  'request.copy-by-hand': NoValues;
  'request.copy-text': NoValues;
  'request.copy-url': NoValues;
  'request.deadline': NoValues;
  'request.done': NoValues;
  'request.made': { name: string };
  'request.make': NoValues;
  'request.needs-network': NoValues;
  'request.once': NoValues;
  'request.partnership': NoValues;
  'request.person-missing': NoValues;
  'request.qr': NoValues;
  'request.question': NoValues;
  'request.question-hint': NoValues;
  'request.unconfirmed': NoValues;
  'request.until': { date: string };
  'request.waiting': { name: string };
  'request.whom': NoValues;
  'request.withdraw': NoValues;
}
