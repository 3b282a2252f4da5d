import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePdf } from '../pdf.ts';
import type { FormatSheet, TemplateSheet } from './library-sheet.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const FORMAT = read('format.typ');
const TEMPLATE = read('template.typ');
const MAP = read('map-sheet.typ');

/** A workshop format as tagged PDF, one page A4. @throws Error with the compiler's diagnostics. */
export const renderFormatPdf = (sheet: FormatSheet): Promise<Buffer> => compilePdf(FORMAT, sheet);

/** A template as tagged PDF, A4. @throws Error with the compiler's diagnostics. */
export const renderTemplatePdf = (sheet: TemplateSheet): Promise<Buffer> => compilePdf(TEMPLATE, sheet);

/** The sheet of the stakeholder map as tagged PDF, A1 across. @throws Error with the compiler's diagnostics. */
export const renderMapSheetPdf = (sheet: TemplateSheet): Promise<Buffer> => compilePdf(MAP, sheet);
