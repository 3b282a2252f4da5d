import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { renderNoteDocx } from './note-docx.ts';
import { renderNotePdf } from './note-pdf.ts';
import type { NoteSheet } from './note-sheet.ts';

const note: NoteSheet = {
  language: 'fr',
  title: 'L’eau de la vallée #set page(fill: red)',
  kicker: 'Note conceptuelle, 22 novembre 2026',
  foot: 'L’état actuel de cette note : https://tablee.example/c/AC7K3-RT9QD',
  fileName: 'note',
  parts: [
    {
      title: 'Le problème',
      blocks: [
        { kind: 'quote', text: 'The wells run dry.\n\n#panic("injection")', lang: 'en' },
        { kind: 'paragraph', text: 'Cela se passe ici.' },
      ],
    },
    { title: 'Les premiers pas', blocks: [{ kind: 'list', items: ['Mesurer', 'Se revoir'] }] },
  ],
};

const partOf = (docx: Buffer, name: RegExp): string =>
  Object.entries(unzipSync(docx))
    .filter(([each]) => name.test(each))
    .map(([, bytes]) => new TextDecoder().decode(bytes))
    .join('\n');

describe('a concept note on paper', () => {
  it('is a tagged PDF, the same bytes each time, in which nothing that people wrote is markup', async () => {
    const bytes = await renderNotePdf(note);
    const text = bytes.toString('latin1');
    for (const sign of ['/StructTreeRoot', 'pdfuaid']) expect(text).toContain(sign);
    expect((await renderNotePdf(note)).equals(bytes)).toBe(true);
  });

  it('is a Word file with headings as styles, its code at the foot and each text in its language', async () => {
    const docx = await renderNoteDocx(note);
    const body = partOf(docx, /word\/document\.xml/);
    expect(body).toContain('Heading2');
    expect(body).toContain('The wells run dry.');
    expect(body).toContain('en-GB');
    expect(partOf(docx, /word\/footer/)).toContain('/c/AC7K3-RT9QD');
  });
});
