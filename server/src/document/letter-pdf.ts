import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LetterSheet } from './letter-sheet.ts';
import { compilePdf, dressedData } from './pdf.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const TEMPLATE = `${read('letterhead.typ')}\n${read('letter.typ')}`;

/** A letter as tagged PDF (PDF/UA-1), A4. The same letter gives the same bytes. @throws Error with the compiler's diagnostics. */
export const renderLetterPdf = (sheet: LetterSheet): Promise<Buffer> =>
  compilePdf(TEMPLATE, dressedData(sheet, sheet.language));
