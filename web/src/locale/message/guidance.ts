// Generated from web/locale/guidance.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `guidance` and the values they take. */
export interface GuidanceMessages {
  'guidance.all': NoValues;
  'guidance.docx': NoValues;
  'guidance.filled': NoValues;
  'guidance.formats': NoValues;
  'guidance.library': NoValues;
  'guidance.library-opening': { formats: number; templates: number };
  'guidance.loading': NoValues;
  'guidance.network': NoValues;
  'guidance.other-version': { pinned: string; version: string };
  'guidance.pdf': NoValues;
  'guidance.print': NoValues;
  'guidance.questions': NoValues;
  'guidance.template-note.actor-list': NoValues;
  'guidance.template-note.concept-note': NoValues;
  'guidance.template-note.conversation-sheet': NoValues;
  'guidance.template-note.invitation-plain': NoValues;
  'guidance.template-note.invitation-state': NoValues;
  'guidance.template-note.map-sheet': NoValues;
  'guidance.template-note.working-agreement': NoValues;
  'guidance.template.actor-list': NoValues;
  'guidance.template.concept-note': NoValues;
  'guidance.template.conversation-sheet': NoValues;
  'guidance.template.invitation-plain': NoValues;
  'guidance.template.invitation-state': NoValues;
  'guidance.template.map-sheet': NoValues;
  'guidance.template.working-agreement': NoValues;
  'guidance.templates': NoValues;
  'guidance.valley': NoValues;
  'guidance.version': { version: string };
  'guidance.what-for': NoValues;
  'guidance.write-letter': NoValues;
  'guidance.xlsx': NoValues;
}
