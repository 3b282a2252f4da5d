import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePdf } from '../pdf.ts';
import type { PaperPrint } from './paper-sheet.ts';

const TEMPLATE = readFileSync(join(import.meta.dirname, 'paper.typ'), 'utf8');

/** Sheets of paper as tagged PDF, A4, one page each where they fit. @throws Error with the compiler's diagnostics. */
export const renderPaperPdf = async (print: PaperPrint): Promise<Buffer> => {
  // Loaded when the first one is drawn: a server that waits does not carry it.
  const { toString } = await import('qrcode');
  const sheets = await Promise.all(
    print.sheets.map(async (sheet) => ({
      ...sheet,
      qr: await toString(sheet.address, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 }),
    })),
  );
  return compilePdf(TEMPLATE, { ...print, sheets });
};
