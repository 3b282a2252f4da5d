import { type DocumentTemplateId, FORMATS } from '@tablee/domain/guidance';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { renderFormatDocx, renderTemplateDocx } from './library-docx.ts';
import { renderFormatPdf, renderMapSheetPdf, renderTemplatePdf } from './library-pdf.ts';
import { formatSheet, templateSheet } from './library-sheet.ts';

const BOTH = ['fr', 'en'] as const;
const ONE_PAGE: readonly DocumentTemplateId[] = ['conversation-sheet', 'working-agreement'];

const pages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type ?\/Page\b/g)?.length ?? 0;

/** The XML of a Word file, which every office program reads first. */
const xmlOf = (docx: Buffer): string => {
  const xml = unzipSync(docx)['word/document.xml'];
  if (xml === undefined) throw new Error('no document in the file');
  return new TextDecoder().decode(xml);
};

describe('the library', () => {
  it.each(FORMATS)('prints the format %s on exactly one page in both languages', async (id) => {
    for (const lang of BOTH) {
      const pdf = await renderFormatPdf(await formatSheet(id, lang));
      expect(pages(pdf), lang).toBe(1);
      expect(pdf.toString('latin1')).toContain('pdfuaid');
    }
  });

  it.each(ONE_PAGE)('prints the template %s on one page, blank and filled', async (id) => {
    for (const lang of BOTH)
      for (const filled of [false, true])
        expect(pages(await renderTemplatePdf(await templateSheet(id, lang, filled))), lang).toBe(1);
  });

  it('keeps the frame of the concept note within four pages, with the verdict in it', async () => {
    for (const lang of BOTH)
      for (const filled of [false, true])
        expect(
          pages(await renderTemplatePdf(await templateSheet('concept-note', lang, filled))),
        ).toBeLessThan(5);
    const xml = xmlOf(await renderTemplateDocx(await templateSheet('concept-note', 'en', false)));
    for (const verdict of ['Start a partnership', 'in another form', 'existing initiative', 'Not now'])
      expect(xml).toContain(verdict);
  });

  it('prints the sheet of the map on one A1', async () => {
    const pdf = await renderMapSheetPdf(await templateSheet('map-sheet', 'fr', false));
    expect(pages(pdf)).toBe(1);
    expect(pdf.toString('latin1')).toMatch(/MediaBox ?\[0 0 2383\.\d+ 1683\.\d+\]/);
  });

  it('writes Word files that open, with every text and without a placeholder', async () => {
    for (const lang of BOTH) {
      for (const id of FORMATS) {
        const sheet = await formatSheet(id, lang);
        const xml = xmlOf(await renderFormatDocx(sheet));
        for (const step of sheet.format.steps) expect(xml).toContain(step.do.split(/['’"]/)[0]);
        expect(xml).not.toMatch(/undefined|\[object|\{\w+\}/);
      }
      const filled = await templateSheet('working-agreement', lang, true);
      const xml = xmlOf(await renderTemplateDocx(filled));
      expect(xml).toContain('Peter Lungu');
      expect(xmlOf(await renderTemplateDocx({ ...filled, filled: false }))).not.toContain('Peter Lungu');
    }
  });
});
