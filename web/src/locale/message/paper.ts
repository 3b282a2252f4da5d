// Generated from web/locale/paper.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `paper` and the values they take. */
export interface PaperMessages {
  'paper.attendance-of': { title: string };
  'paper.blank': NoValues;
  'paper.blank-hint': NoValues;
  'paper.code': NoValues;
  'paper.code-hint': NoValues;
  'paper.code-long': { n: number };
  'paper.code-misread': { meant: string; n: number };
  'paper.code-several': { codes: string };
  'paper.code-short': { n: number };
  'paper.code-wrong': NoValues;
  'paper.correct': NoValues;
  'paper.docx': NoValues;
  'paper.done': NoValues;
  'paper.empty': NoValues;
  'paper.entered': { code: string; n: number };
  'paper.entry': NoValues;
  'paper.expected': { n: number };
  'paper.fault.day': NoValues;
  'paper.fault.figure': NoValues;
  'paper.fault.missing': NoValues;
  'paper.for-whom': NoValues;
  'paper.hand-out': NoValues;
  'paper.held': { by: string; code: string; when: string; who: string };
  'paper.keys': NoValues;
  'paper.language': NoValues;
  'paper.missing': { codes: string };
  'paper.name': NoValues;
  'paper.needs-network': NoValues;
  'paper.next': NoValues;
  'paper.no-sheets': NoValues;
  'paper.nobody': NoValues;
  'paper.none': NoValues;
  'paper.not-ours': NoValues;
  'paper.not-printed': { last: string };
  'paper.on-paper': NoValues;
  'paper.organisation': NoValues;
  'paper.pdf': NoValues;
  'paper.piles': NoValues;
  'paper.prepare': NoValues;
  'paper.print': NoValues;
  'paper.progress': { entered: number; of: number; title: string };
  'paper.ready': NoValues;
  'paper.save': NoValues;
  'paper.scan': NoValues;
  'paper.scan-add': NoValues;
  'paper.sign-unknown': { n: number; sign: string };
  'paper.too-many': { n: number };
  'paper.undo': { code: string };
  'paper.undone': { code: string };
  'paper.undone-but': { code: string };
  'paper.view': NoValues;
}
