import { typography } from '@tablee/domain/text';
import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { INK, run as ourRun, type RunStyle, SANS, SERIF, SOFT } from '../docx-run.ts';
import { dressedHead, letterheadParts } from '../letterhead-docx.ts';
import type { LetterPart, LetterSheet } from './letter-sheet.ts';

/** Twentieths of a point: where the addressee and the signature begin, 80 mm from the margin. */
const RIGHT = 4_535;

interface Style extends Omit<RunStyle, 'serif'> {
  readonly sans?: boolean;
}

/** A letter is set in the serif; what frames it is not. */
const run = (text: string, { sans, ...style }: Style = {}): TextRun =>
  ourRun(text, { ...style, serif: sans !== true });

const lines = (texts: readonly string[], style?: Style): TextRun[] =>
  texts.flatMap((text, index) =>
    index === 0 ? [run(text, style)] : [new TextRun({ break: 1 }), run(text, style)],
  );

const body = (parts: readonly LetterPart[]): Paragraph[] =>
  parts.flatMap((part) =>
    part.kind === 'list'
      ? part.lines.map((text) => new Paragraph({ bullet: { level: 0 }, children: [run(text)] }))
      : [new Paragraph({ spacing: { before: 120, after: 120 }, children: lines(part.lines) })],
  );

const opening = (sheet: LetterSheet): Paragraph[] => [
  new Paragraph({
    children: lines([sheet.number, ...(sheet.standing === '' ? [] : [sheet.standing])], { sans: true }),
  }),
  new Paragraph({ alignment: AlignmentType.END, spacing: { after: 320 }, children: [run(sheet.date)] }),
  new Paragraph({
    indent: { left: sheet.language === 'fr' ? RIGHT : 0 },
    spacing: { after: 360 },
    children: lines(sheet.recipient),
  }),
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    spacing: { after: 200 },
    children: [run(`${sheet.subjectLabel} ${sheet.title}`, { bold: true, sans: true, size: 23 })],
  }),
  ...(sheet.salutation === '' ? [] : [new Paragraph({ children: [run(sheet.salutation)] })]),
];

const signatureOf = ([office, ...names]: readonly string[]): Paragraph[] => [
  new Paragraph({
    indent: { left: RIGHT },
    keepNext: true,
    spacing: { before: 240, after: 960 },
    children: [run(office ?? '')],
  }),
  new Paragraph({ indent: { left: RIGHT }, children: lines(names) }),
];

const footer = (sheet: LetterSheet): Footer =>
  new Footer({
    children: [
      ...[...sheet.head.foot, sheet.foot].map(
        (text) => new Paragraph({ children: [run(text, { soft: true, sans: true, size: 16 })] }),
      ),
      new Paragraph({
        children: [
          run(`${sheet.number}  ·  `, { soft: true, sans: true, size: 16 }),
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

/** Every text of a letter with the spaces of its language. */
const dressed = (sheet: LetterSheet): LetterSheet => {
  const dress = (text: string): string => typography(text, sheet.language);
  const all = (texts: readonly string[]): readonly string[] => texts.map(dress);
  const parts = (list: readonly LetterPart[]): readonly LetterPart[] =>
    list.map((part) => ({ ...part, lines: all(part.lines) }));
  return {
    ...sheet,
    title: dress(sheet.title),
    head: dressedHead(sheet.head, sheet.language),
    recipient: all(sheet.recipient),
    subjectLabel: dress(sheet.subjectLabel),
    salutation: dress(sheet.salutation),
    body: parts(sheet.body),
    closing: dress(sheet.closing),
    signature: all(sheet.signature),
    annexes: sheet.annexes.map((annex) => ({ title: dress(annex.title), parts: parts(annex.parts) })),
    foot: dress(sheet.foot),
  };
};

/** A letter as a Word file (OOXML), to be changed and printed on the partnership's letterhead. */
export const renderLetterDocx = async (given: LetterSheet): Promise<Buffer> => {
  const sheet = dressed(given);
  const document = new Document({
    title: sheet.title,
    creator: sheet.partnership,
    styles: { default: { document: { run: { font: SERIF, size: 22, color: INK } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_000, bottom: 1_300, left: 1_400, right: 1_400 },
          },
        },
        footers: { default: footer(sheet) },
        children: [
          ...letterheadParts(sheet.head),
          ...opening(sheet),
          ...body(sheet.body),
          ...(sheet.closing === ''
            ? []
            : [new Paragraph({ spacing: { before: 120 }, children: [run(sheet.closing)] })]),
          ...signatureOf(sheet.signature),
          ...sheet.annexes.flatMap((annex) => [
            new Paragraph({
              heading: HeadingLevel.HEADING_2,
              pageBreakBefore: true,
              spacing: { after: 200 },
              children: [run(annex.title, { bold: true, sans: true, size: 30 })],
            }),
            ...body(annex.parts),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
};
