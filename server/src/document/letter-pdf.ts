import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typography } from '@tablee/domain/text';
import type { LetterSheet } from './letter-sheet.ts';
import { compilePdf } from './pdf.ts';

const TEMPLATE = readFileSync(join(import.meta.dirname, 'letter.typ'), 'utf8');

/** What is no text: it reaches the template as it came. */
const AS_IT_IS = new Set(['kind', 'type', 'language', 'bytes']);

const dressed = (value: unknown, key: string, language: string): unknown => {
  if (value instanceof Uint8Array) return [...value];
  if (AS_IT_IS.has(key)) return value;
  if (typeof value === 'string') return typography(value, language);
  if (Array.isArray(value)) return value.map((item: unknown) => dressed(item, '', language));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, dressed(member, name, language)]),
    );
  return value;
};

/** A letter as tagged PDF (PDF/UA-1), A4. The same letter gives the same bytes. @throws Error with the compiler's diagnostics. */
export const renderLetterPdf = (sheet: LetterSheet): Promise<Buffer> =>
  compilePdf(TEMPLATE, dressed(sheet, '', sheet.language));
