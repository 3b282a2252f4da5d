// Generated from web/locale/file.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `file` and the values they take. */
export interface FileMessages {
  'file.goes': { share: string };
  'file.no-room': NoValues;
  'file.save': { name: string };
  'file.stays': NoValues;
  'file.too-large': { size: string };
  'file.unknown': { kinds: string };
  'file.unreadable': { name: string };
  'file.waits': NoValues;
}
