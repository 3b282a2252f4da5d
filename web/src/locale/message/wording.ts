// Generated from web/locale/wording.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `wording` and the values they take. */
export interface WordingMessages {
  'wording.acknowledge': NoValues;
  'wording.before': { stance: string };
  'wording.changed': { after: number; before: number };
  'wording.channel': NoValues;
  'wording.channel-hint': NoValues;
  'wording.channel-is.email': NoValues;
  'wording.channel-is.meeting': NoValues;
  'wording.channel-is.paper': NoValues;
  'wording.channel-is.phone': NoValues;
  'wording.compare': NoValues;
  'wording.compare-choose': NoValues;
  'wording.compare-from': NoValues;
  'wording.compare-to': NoValues;
  'wording.counted': { all: number; n: number };
  'wording.earlier': NoValues;
  'wording.first': NoValues;
  'wording.for-whom': NoValues;
  'wording.give': NoValues;
  'wording.more-acts': NoValues;
  'wording.name.problem': NoValues;
  'wording.name.vision': NoValues;
  'wording.name.workingAgreement': NoValues;
  'wording.none': NoValues;
  'wording.on-version': { n: number };
  'wording.organisation-missing': NoValues;
  'wording.positions': NoValues;
  'wording.propose': NoValues;
  'wording.propose-do': NoValues;
  'wording.reason-missing': NoValues;
  'wording.row': { stance: string; standing: string; who: string };
  'wording.stance': NoValues;
  'wording.stance-missing': NoValues;
  'wording.standing': NoValues;
  'wording.standing-hint': NoValues;
  'wording.still-holds': { n: number };
  'wording.text': NoValues;
  'wording.text-hint': NoValues;
  'wording.text-hint-first': NoValues;
  'wording.translate': NoValues;
  'wording.translate-do': NoValues;
  'wording.translation-in': { language: string };
  'wording.unacknowledged': NoValues;
  'wording.version-by': { by: string; n: number; when: string };
  'wording.what-would-lift': NoValues;
  'wording.why': NoValues;
  'wording.words-changed': NoValues;
}
