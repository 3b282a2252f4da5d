import { describe, expect, it } from 'vitest';
import { renderPaperDocx } from './paper-docx.ts';
import { renderPaperPdf } from './paper-pdf.ts';
import type { PaperPrint } from './paper-sheet.ts';

const sheet = (code: string, who: string) => ({
  code,
  address: `https://tablee.example/c/${code}`,
  count: 'Feuille 1 / 2',
  who,
  blank: who === '' ? ['Nom (facultatif)', 'Organisation'] : [],
  after: 'Cette feuille sera saisie une seule fois.',
  questions: [
    {
      title: 'L’énoncé du problème, version 1',
      text: '#panic("injection")\n\nAu Quartier-Bas, l’eau du puits rend les enfants malades.',
      lang: 'fr',
      lines: [],
      fields: [
        { label: 'Réponse', options: [{ key: '1', label: 'Je suis d’accord' }], lines: 0 },
        { label: 'mardi 3 décembre', options: [{ key: '1', label: 'Oui' }], lines: 0, isRow: true },
        { label: 'Quelques mots', options: [], lines: 3 },
      ],
    },
    {
      title: 'État',
      text: '',
      lang: 'fr',
      lines: [],
      fields: [],
      table: { head: ['Nom', 'Organisation', 'Signature'], rows: [['Awa #v(1cm)', 'Régie', '']] },
    },
  ],
});
const print: PaperPrint = {
  language: 'fr',
  title: 'Réponse #set page(fill: red)',
  partnership: 'L’eau de la vallée',
  how: 'Une case par question.',
  qrWords: 'Code QR de la feuille',
  sheets: [sheet('AC7K-3RT', 'Blessing Phiri, Comité'), sheet('AC7K-3WX', '')],
};

describe('sheets of paper', () => {
  it('come out as a tagged PDF with one page per sheet, the same bytes each time', async () => {
    const bytes = await renderPaperPdf(print);
    const text = bytes.toString('latin1');
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('pdfuaid');
    expect(text.match(/\/Type ?\/Page\b/g)).toHaveLength(2);
    expect((await renderPaperPdf(print)).equals(bytes)).toBe(true);
  });

  it('come out as a Word file with their codes as pictures', async () => {
    const bytes = await renderPaperDocx(print);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.includes('word/media/')).toBe(true);
  });
});
