import type { NoteBlock } from '@tablee/domain/modules/concept-note';
import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { INK, SANS, SERIF, SOFT } from '../docx-run.ts';
import type { NoteSheet } from './note-sheet.ts';

/** Twentieths of a point: 32 mm beside the text, as on the PDF, and where its right edge is. */
const SIDE = 1_814;
const RIGHT = 11_906 - 2 * SIDE;

const small = (text: string): TextRun => new TextRun({ text, font: SANS, size: 16, color: SOFT });

/** The language of a run, so that Word checks its spelling in it. */
const languageOf = (lang: string): { readonly language: { readonly value: string } } => ({
  language: { value: { fr: 'fr-FR', en: 'en-GB' }[lang] ?? lang },
});

const blockOf = (block: NoteBlock, language: string): readonly Paragraph[] => {
  if (block.kind === 'list')
    return block.items.map(
      (text) =>
        new Paragraph({
          bullet: { level: 0 },
          spacing: { after: 100, line: 320 },
          children: [new TextRun({ text, ...languageOf(language) })],
        }),
    );
  const isQuote = block.kind === 'quote';
  return block.text.split(/\n{2,}/).map(
    (text) =>
      new Paragraph({
        spacing: { after: 160, line: 320 },
        ...(isQuote
          ? {
              indent: { left: 284 },
              border: { left: { style: BorderStyle.SINGLE, size: 10, color: SOFT, space: 12 } },
            }
          : {}),
        children: [
          new TextRun({ text, ...(isQuote ? { size: 24 } : {}), ...languageOf(block.lang ?? language) }),
        ],
      }),
  );
};

const footer = ({ foot }: NoteSheet): Footer =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: RIGHT }],
        children: [
          small(`${foot}\t`),
          new TextRun({
            children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
            font: SANS,
            size: 16,
            color: SOFT,
          }),
        ],
      }),
    ],
  });

/** The note as a Word file (OOXML), to be corrected; its headings are styles, its code stands on every page. */
export const renderNoteDocx = (note: NoteSheet): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: note.title,
      creator: note.title,
      styles: {
        default: {
          document: { run: { font: SERIF, size: 22, color: INK } },
          heading1: { run: { font: SANS, size: 44, bold: true, color: INK } },
          heading2: { run: { font: SANS, size: 25, bold: true, color: INK } },
        },
      },
      sections: [
        {
          properties: {
            page: {
              size: { width: 11_906, height: 16_838 },
              margin: { top: 1_474, bottom: 1_588, left: SIDE, right: SIDE },
            },
          },
          footers: { default: footer(note) },
          children: [
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              spacing: { after: 80 },
              children: [new TextRun(note.title)],
            }),
            new Paragraph({
              spacing: { after: 200 },
              border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: INK, space: 8 } },
              children: [new TextRun({ text: note.kicker, font: SANS, size: 21, color: SOFT })],
            }),
            ...note.parts.flatMap((part) => [
              new Paragraph({
                heading: HeadingLevel.HEADING_2,
                keepNext: true,
                spacing: { before: 400, after: 140 },
                children: [new TextRun(part.title)],
              }),
              ...part.blocks.flatMap((block) => blockOf(block, note.language)),
            ]),
          ],
        },
      ],
    }),
  );
