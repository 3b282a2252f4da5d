// Generated from web/locale/file.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `file` and the values they take. */
export interface FileMessages {
  'file.goes': { share: string };
  'file.no-room': NoValues;
  'file.note-add': NoValues;
  'file.note-files': NoValues;
  'file.note-limit': { size: string };
  'file.note-photo': NoValues;
  'file.note-record': NoValues;
  'file.note-recording': { n: string };
  'file.note-shared-gone': NoValues;
  'file.note-silent': NoValues;
  'file.note-sound': NoValues;
  'file.note-stop': NoValues;
  'file.save': { name: string };
  'file.stays': NoValues;
  'file.too-large': { size: string };
  'file.unknown': { kinds: string };
  'file.unreadable': { name: string };
  'file.waits': NoValues;
}
