// Generated from web/locale/resource.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `resource` and the values they take. */
export interface ResourceMessages {
  'resource.add-line': NoValues;
  'resource.announce': NoValues;
  'resource.announce-do': NoValues;
  'resource.budget-line': { gap: string; planned: string; spent: string };
  'resource.budget-totals': NoValues;
  'resource.budget.funded': NoValues;
  'resource.budget.gap': NoValues;
  'resource.budget.planned': NoValues;
  'resource.budget.spent': NoValues;
  'resource.currency': NoValues;
  'resource.empty': NoValues;
  'resource.estimated': NoValues;
  'resource.gap': { amount: string };
  'resource.head.state': NoValues;
  'resource.head.what': NoValues;
  'resource.head.who': NoValues;
  'resource.head.worth': NoValues;
  'resource.largest': { currency: string; name: string; share: string };
  'resource.late': { n: number };
  'resource.nobody': NoValues;
  'resource.not-valued': NoValues;
  'resource.opening': { n: number; organisations: number };
  'resource.question': NoValues;
  'resource.state-late': { date: string };
  'resource.title': NoValues;
  'resource.to.acknowledged': NoValues;
  'resource.to.delivered': NoValues;
  'resource.total-line': { announced: string; delivered: string; open: string };
  'resource.total.acknowledged': NoValues;
  'resource.total.announced': NoValues;
  'resource.total.delivered': NoValues;
  'resource.total.open': NoValues;
  'resource.totals': NoValues;
  'resource.unvalued': { n: number };
  'resource.view.budget': NoValues;
  'resource.view.contributions': NoValues;
  'resource.views': NoValues;
}
