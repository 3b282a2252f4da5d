// Generated from web/locale/concept.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `concept` and the values they take. */
export interface ConceptMessages {
  'concept.another': NoValues;
  'concept.back': NoValues;
  'concept.back-hint': NoValues;
  'concept.bring': NoValues;
  'concept.change': NoValues;
  'concept.compare': NoValues;
  'concept.compare-close': NoValues;
  'concept.docx': NoValues;
  'concept.down': { part: string };
  'concept.empty': NoValues;
  'concept.empty-own': NoValues;
  'concept.empty-part': NoValues;
  'concept.long': NoValues;
  'concept.narrower': { circles: string };
  'concept.network': NoValues;
  'concept.no-line': NoValues;
  'concept.no-word': NoValues;
  'concept.now': NoValues;
  'concept.opening': { pages: number; parts: number };
  'concept.opening-none': NoValues;
  'concept.others': NoValues;
  'concept.partners-outside': NoValues;
  'concept.parts': NoValues;
  'concept.pdf': NoValues;
  'concept.prepare': NoValues;
  'concept.preview': NoValues;
  'concept.reading': NoValues;
  'concept.returned': NoValues;
  'concept.save': NoValues;
  'concept.tab-note': NoValues;
  'concept.tab-question': NoValues;
  'concept.take': NoValues;
  'concept.theirs': NoValues;
  'concept.untitled': NoValues;
  'concept.up': { part: string };
  'concept.version': { date: string; n: number };
  'concept.views': NoValues;
}
