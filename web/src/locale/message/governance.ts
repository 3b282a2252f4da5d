// Generated from web/locale/governance.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `governance` and the values they take. */
export interface GovernanceMessages {
  'governance.add-body': NoValues;
  'governance.add-seat': NoValues;
  'governance.adopt-rule': NoValues;
  'governance.balance': { balance: string; voting: number };
  'governance.deputy': { name: string };
  'governance.details': NoValues;
  'governance.empty': NoValues;
  'governance.free': { sector: string };
  'governance.meets': { rhythm: string };
  'governance.no-seat': NoValues;
  'governance.no-vote': NoValues;
  'governance.opening': { bodies: number; seats: number };
  'governance.opening-open': { n: number };
  'governance.other-rule': NoValues;
  'governance.question': NoValues;
  'governance.rule': { title: string };
  'governance.seats': { n: number };
  'governance.sector-count': { n: number; sector: string };
  'governance.title': NoValues;
  'governance.until': { date: string };
  'governance.vacancy.ended': { date: string };
  'governance.vacancy.noHolder': NoValues;
  'governance.vacancy.noOrganisation': NoValues;
  'governance.which-rule': NoValues;
}
