// Generated from web/locale/stakeholder.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `stakeholder` and the values they take. */
export interface StakeholderMessages {
  'stakeholder.add': NoValues;
  'stakeholder.add-relation': NoValues;
  'stakeholder.added': { opening: string };
  'stakeholder.already': NoValues;
  'stakeholder.another': NoValues;
  'stakeholder.at-table': NoValues;
  'stakeholder.complete': NoValues;
  'stakeholder.empty': NoValues;
  'stakeholder.here': NoValues;
  'stakeholder.log-talk': NoValues;
  'stakeholder.measure': { measure: string };
  'stakeholder.missing': { n: number; names: string };
  'stakeholder.missing-title': NoValues;
  'stakeholder.name': NoValues;
  'stakeholder.name-missing': NoValues;
  'stakeholder.no-barrier': NoValues;
  'stakeholder.no-relation': NoValues;
  'stakeholder.no-talk': NoValues;
  'stakeholder.none-missing': NoValues;
  'stakeholder.not-here': NoValues;
  'stakeholder.numbers': NoValues;
  'stakeholder.question': NoValues;
  'stakeholder.relations': NoValues;
  'stakeholder.ring': NoValues;
  'stakeholder.ring.concerned': NoValues;
  'stakeholder.ring.core': NoValues;
  'stakeholder.ring.partner': NoValues;
  'stakeholder.sector': NoValues;
  'stakeholder.sector-missing': NoValues;
  'stakeholder.stake': NoValues;
  'stakeholder.table': NoValues;
  'stakeholder.talks': NoValues;
  'stakeholder.title': NoValues;
  'stakeholder.view.map': NoValues;
  'stakeholder.view.relations': NoValues;
  'stakeholder.views': NoValues;
}
