import { describe, expect, it } from 'vitest';
import { renderDocx } from '../document/docx.ts';
import { renderPdf } from '../document/pdf.ts';
import type { Sheet } from '../document/sheet.ts';
import { lettersOf, textOfPdf, textOfZip } from './printed.ts';

const sheet: Sheet = {
  title: 'Compte rendu Qzvhxkwyjbft',
  partnership: 'L’eau de la vallée',
  kicker: '3 mai 2026',
  language: 'fr',
  foot: 'Pied Wjpqkzvhtxym',
  blocks: [
    { kind: 'paragraph', text: `${'Un paragraphe long. '.repeat(40)}Hkvqzwjpxtym` },
    { kind: 'table', caption: 'Qui', head: ['Quoi', 'Qui'], rows: [['Carte', 'Très Vxqjzkwhpymt (été)']] },
    { kind: 'clause', number: '1.', title: 'But', text: 'Texte\n\nZqxwvjkhptym', lang: 'en' },
  ],
};
const WORDS = ['qzvhxkwyjbft', 'wjpqkzvhtxym', 'hkvqzwjpxtym', 'vxqjzkwhpymt', 'zqxwvjkhptym'];

describe('what is printed', () => {
  it('is read back from a PDF of ours: title, foot, text, table, every font', async () => {
    const text = lettersOf(textOfPdf(await renderPdf(sheet)));
    for (const word of [...WORDS, 'leaudelavallée'.normalize('NFKD').replace(/\p{M}/gu, '')])
      expect(text.replace(/\p{M}/gu, '')).toContain(word);
  });

  it('is read back from a Word file of ours', async () => {
    const text = lettersOf(textOfZip(await renderDocx(sheet)));
    for (const word of WORDS) expect(text).toContain(word);
  });
});
