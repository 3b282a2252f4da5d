import { typography } from '@tablee/domain/text';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { INK, run, SANS, SOFT } from './docx-run.ts';
import { dressedHead, letterheadParts } from './letterhead-docx.ts';
import type { Block, SentTo, Sheet } from './sheet.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: 'E2DDD2' };
const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
const borders = {
  top: line,
  bottom: line,
  left: none,
  right: none,
  insideHorizontal: line,
  insideVertical: none,
};

/** A table across the width of the page, with a head that repeats on each of them. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders,
    rows: [
      new TableRow({
        tableHeader: true,
        children: head.map(
          (text) => new TableCell({ children: [new Paragraph({ children: [run(text, { bold: true })] })] }),
        ),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map(
              (text) => new TableCell({ children: [new Paragraph({ children: [run(text)] })] }),
            ),
          }),
      ),
    ],
  });

const paragraphs = (text: string, serif: boolean): Paragraph[] =>
  text
    .split(/\n{2,}/)
    .map((each) => new Paragraph({ spacing: { after: 120 }, children: [run(each, { serif })] }));

/** How the three kinds of headings are set: space in twentieths of a point, size in half points. */
const HEADINGS = {
  heading: { heading: HeadingLevel.HEADING_2, before: 280, after: 120, size: 28 },
  clause: { heading: HeadingLevel.HEADING_3, before: 240, after: 80, size: 24 },
  signatures: { heading: HeadingLevel.HEADING_2, before: 360, after: 120, size: 28 },
} as const;

const headingOf = (kind: keyof typeof HEADINGS, text: string): Paragraph => {
  const { heading, before, after, size } = HEADINGS[kind];
  return new Paragraph({
    heading,
    keepNext: true,
    spacing: { before, after },
    children: [run(text, { bold: true, size })],
  });
};

const softly = (text: string, options: Omit<IParagraphOptions, 'children'>): Paragraph =>
  new Paragraph({ ...options, children: [run(text, { soft: true, size: 18 })] });

const parts = (block: Block, words: (text: string, lang?: string) => string): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [headingOf('heading', words(block.text))];
    case 'lead':
      return paragraphs(words(block.text, block.lang), true);
    case 'paragraph':
      return paragraphs(words(block.text, block.lang), false);
    case 'note':
      return [softly(words(block.text), { spacing: { after: 120 } })];
    case 'list':
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: [run(words(item))] }));
    case 'table':
      return [
        ...(block.caption === undefined
          ? []
          : [softly(words(block.caption), { keepNext: true, spacing: { before: 160, after: 80 } })]),
        tableOf(
          block.head.map((text) => words(text)),
          block.rows.map((row) => row.map((text) => words(text))),
        ),
      ];
    case 'clause':
      return [
        headingOf('clause', `${block.number}  ${words(block.title, block.lang)}`),
        ...paragraphs(words(block.text, block.lang), true),
      ];
    case 'signatures':
      return [
        headingOf('signatures', words(block.heading)),
        tableOf(
          ['', ''],
          block.lines.map((each) => [words(each.organisation), words(each.said) || '\n\n']),
        ),
      ];
  }
};

/** Twentieths of a point: where the addressee begins in French, 80 mm from the margin. */
const RIGHT = 4_535;

/** The head of a document: the letterhead with number, date and addressee where it is sent, else the partnership's name. */
const headParts = ({ sent, partnership, language }: Sheet, words: (text: string) => string): Paragraph[] =>
  sent === undefined
    ? [new Paragraph({ children: [run(words(partnership), { soft: true, size: 20 })] })]
    : [...letterheadParts(dressedHead(sent.head, language)), ...openingParts(sent, language, words)];

const openingParts = (
  { number, date, recipient }: SentTo,
  language: string,
  words: (text: string) => string,
): Paragraph[] => [
  ...(number === '' ? [] : [new Paragraph({ children: [run(words(number))] })]),
  new Paragraph({ alignment: AlignmentType.END, spacing: { after: 240 }, children: [run(words(date))] }),
  ...recipient.map(
    (line) =>
      new Paragraph({ indent: { left: language === 'fr' ? RIGHT : 0 }, children: [run(words(line))] }),
  ),
];

/** The document as a Word file (OOXML): headings as styles, table heads that repeat, page numbers. */
export const renderDocx = async (sheet: Sheet): Promise<Buffer> => {
  const words = (text: string, lang: string = sheet.language): string => typography(text, lang);
  const document = new Document({
    title: sheet.title,
    creator: sheet.partnership,
    styles: { default: { document: { run: { font: SANS, size: 22, color: INK } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_300, bottom: 1_300, left: 1_400, right: 1_400 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              ...(sheet.sent?.head.foot ?? []).map(
                (text) => new Paragraph({ children: [run(words(text), { soft: true, size: 16 })] }),
              ),
              new Paragraph({
                alignment: AlignmentType.START,
                children: [
                  run(`${words(sheet.foot)}  ·  `, { soft: true, size: 16 }),
                  new TextRun({
                    children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
                    font: SANS,
                    size: 16,
                    color: SOFT,
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          ...headParts(sheet, words),
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            spacing: { before: 80, after: 60 },
            children: [run(words(sheet.title), { bold: true, size: 40 })],
          }),
          new Paragraph({ spacing: { after: 200 }, children: [run(words(sheet.kicker), { soft: true })] }),
          ...sheet.blocks.flatMap((block) => parts(block, words)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
};
