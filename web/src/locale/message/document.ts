// Generated from web/locale/document.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `document` and the values they take. */
export interface DocumentMessages {
  'document.bring': NoValues;
  'document.dated': NoValues;
  'document.empty': NoValues;
  'document.file': NoValues;
  'document.kind': NoValues;
  'document.letter': NoValues;
  'document.no-file': NoValues;
  'document.opening': { draft: number; forComment: number; inForce: number };
  'document.received': NoValues;
  'document.received-nobody': NoValues;
  'document.text': NoValues;
  'document.title': NoValues;
  'document.until': NoValues;
  'document.view.letters': NoValues;
  'document.view.texts': NoValues;
  'document.views': NoValues;
}
