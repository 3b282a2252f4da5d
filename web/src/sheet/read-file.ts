import { readDelimited, type TextOrigin } from './delimited.ts';
import { decoded, type Encoding, encodingOf } from './encoding.ts';
import type { FileOutcome } from './file-outcome.ts';
import { LIMIT } from './limit.ts';

/** How a file is to be read. */
export interface ReadHow {
  /** The decimal point of the reader's language. */
  readonly point: '.' | ',';
  /** Of a text file: the encoding that a person chose instead of the one found. */
  readonly encoding?: Encoding;
  /** Of a text: where it comes from; a file when nothing is said. */
  readonly origin?: TextOrigin;
}

const MAGIC: readonly (readonly [readonly number[], 'Pdf' | 'Locked' | 'NotASheet' | 'zip'])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'Pdf'],
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'zip'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'Locked'],
  [[0x89, 0x50, 0x4e, 0x47], 'NotASheet'],
  [[0xff, 0xd8, 0xff], 'NotASheet'],
  [[0x47, 0x49, 0x46, 0x38], 'NotASheet'],
  [[0x7b, 0x5c, 0x72, 0x74], 'NotASheet'],
];

/**
 * Reads a spreadsheet or a text file by its content, never by its name. Within the limits of `limit.ts`; a refusal says
 * why. Runs in a worker of the browser.
 */
export const readFile = async (bytes: Uint8Array, how: ReadHow): Promise<FileOutcome> => {
  if (bytes.length > LIMIT.file) return { ok: false, code: 'TooLarge' };
  if (bytes.length === 0) return { ok: false, code: 'Empty' };
  const kind = MAGIC.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1];
  if (kind === 'zip') {
    // The reader of workbooks is loaded with the first one.
    const { readWorkbook } = await import('./workbook.ts');
    return readWorkbook(bytes, how.point);
  }
  return kind === undefined ? readText(bytes, how) : { ok: false, code: kind };
};

const readText = (bytes: Uint8Array, how: ReadHow): FileOutcome => {
  const found = how.encoding === undefined ? encodingOf(bytes) : { encoding: how.encoding, sure: false };
  const text = decoded(bytes, found.encoding);
  // Signs that no text has: a program, a database, a picture of an unknown kind.
  if (how.encoding === undefined && text.slice(0, 4_096).includes('\u0000'))
    return { ok: false, code: 'NotASheet' };
  const rows = readDelimited(text, how.origin ?? 'file');
  if (rows.length === 0) return { ok: false, code: 'Empty' };
  if (rows.length > LIMIT.rows) return { ok: false, code: 'TooManyRows' };
  return { ok: true, tables: [{ name: '', rows, formulas: 0, merged: 0 }], encoding: found };
};
