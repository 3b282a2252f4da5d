import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePdf, RING } from '../pdf.ts';
import type { NoteSheet } from './note-sheet.ts';

const TEMPLATE = `${RING}\n${readFileSync(join(import.meta.dirname, 'note.typ'), 'utf8')}`;

/** A concept note as tagged PDF (PDF/UA-1), A4. The same note gives the same bytes. @throws Error with the compiler's diagnostics. */
export const renderNotePdf = (sheet: NoteSheet): Promise<Buffer> => compilePdf(TEMPLATE, sheet);
