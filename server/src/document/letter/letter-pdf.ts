import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePdf, dressedData, LETTERHEAD } from '../pdf.ts';
import type { LetterSheet } from './letter-sheet.ts';

const TEMPLATE = `${LETTERHEAD}\n${readFileSync(join(import.meta.dirname, 'letter.typ'), 'utf8')}`;

/** A letter as tagged PDF (PDF/UA-1), A4. The same letter gives the same bytes. @throws Error with the compiler's diagnostics. */
export const renderLetterPdf = (sheet: LetterSheet): Promise<Buffer> =>
  compilePdf(TEMPLATE, dressedData(sheet, sheet.language));
