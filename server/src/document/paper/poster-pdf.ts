import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePdf } from '../pdf.ts';
import type { RoundPoster } from './round-poster.ts';

const TEMPLATE = readFileSync(join(import.meta.dirname, 'poster.typ'), 'utf8');

/** A poster, or strips, as tagged PDF, one page for each language. @throws Error with the compiler's diagnostics. */
export const renderPosterPdf = async (poster: RoundPoster): Promise<Buffer> => {
  // Loaded when the first one is drawn: a server that waits does not carry it.
  const { toString } = await import('qrcode');
  const qr = await toString(poster.address, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
  return compilePdf(TEMPLATE, { ...poster, qr });
};
