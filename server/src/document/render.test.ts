import { describe, expect, it } from 'vitest';
import { renderDocx } from './docx.ts';
import { renderPdf } from './pdf.ts';
import type { Sheet } from './sheet.ts';

const sheet: Sheet = {
  title: 'Compte rendu : #set page(fill: red) $x$ *gras*',
  partnership: 'L’eau de la vallée',
  kicker: '3 mai 2026, Quartier-Bas',
  language: 'fr',
  foot: 'L’état actuel : http://127.0.0.1/c',
  blocks: [
    { kind: 'heading', text: 'Décisions' },
    { kind: 'list', items: ['Ouvrir trois bornes (Mairie)', '#panic("injection")'] },
    { kind: 'table', caption: 'Qui fait quoi', head: ['Quoi', 'Qui'], rows: [['Carte', 'Mairie']] },
    { kind: 'clause', number: '1.', title: 'But', text: 'Un texte.\n\nUn second.', lang: 'fr' },
    { kind: 'signatures', heading: 'Signatures', lines: [{ organisation: 'Mairie', said: '' }] },
  ],
};

describe('documents', () => {
  it('come out as a tagged PDF/UA whose template never reads what people wrote as markup', async () => {
    const bytes = await renderPdf(sheet);
    const text = bytes.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('pdfuaid');
  });

  it('give the same bytes for the same sheet', async () => {
    expect((await renderPdf(sheet)).equals(await renderPdf(sheet))).toBe(true);
  });

  it('come out as a Word file that is a ZIP with its parts', async () => {
    const bytes = await renderDocx(sheet);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.includes('word/document.xml')).toBe(true);
  });
});
