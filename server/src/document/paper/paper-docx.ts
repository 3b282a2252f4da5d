import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageBreak,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import { toBuffer } from 'qrcode';
import { tableOf } from '../docx.ts';
import { INK, run, SANS, SOFT } from '../docx-run.ts';
import type { PaperPrint, PrintedField, PrintedQuestion, PrintedSheet } from './paper-sheet.ts';

/** Twentieths of a point: the right margin of the text. */
const RIGHT = 9_600;
/** Side of the QR, in pixels of 1/96 inch: 24 mm. */
const QR = 91;
const BOX = '\u2610';

const writing = (count: number): Paragraph[] =>
  Array.from(
    { length: count },
    () =>
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: RIGHT, leader: 'underscore' }],
        spacing: { before: 160 },
        children: [new TextRun({ text: '\t', color: SOFT })],
      }),
  );

const ticks = ({ options }: PrintedField): TextRun[] =>
  options.flatMap(({ key, label }) => [
    run(`${BOX} `, { size: 26 }),
    run(`${key} `, { soft: true, size: 18 }),
    run(`${label}     `),
  ]);

const field = (asked: PrintedField): Paragraph[] => {
  const { label, options, lines, isRow } = asked;
  if (isRow)
    return [
      new Paragraph({
        tabStops: [{ type: TabStopType.LEFT, position: RIGHT / 2 }],
        children: [run(`${label}\t`), ...ticks(asked)],
      }),
    ];
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 120, after: 40 },
      children: [run(label, { soft: true, size: 19 })],
    }),
    ...(options.length === 0 ? [] : [new Paragraph({ children: ticks(asked) })]),
    ...writing(lines),
  ];
};

const question = ({ title, text, lines, fields, table }: PrintedQuestion): (Paragraph | Table)[] => [
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 240, after: 60 },
    children: [run(title, { bold: true, size: 25 })],
  }),
  ...lines.map((line) => new Paragraph({ children: [run(line, { soft: true, size: 19 })] })),
  ...(text === ''
    ? []
    : text
        .split(/\n{2,}/)
        .map((part) => new Paragraph({ indent: { left: 240 }, children: [run(part, { serif: true })] }))),
  ...fields.flatMap(field),
  ...(table === undefined ? [] : [tableOf(table.head, table.rows)]),
];

const headOf = async (print: PaperPrint, sheet: PrintedSheet, isFirst: boolean): Promise<Paragraph[]> => [
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      ...(isFirst ? [] : [new PageBreak()]),
      new ImageRun({
        type: 'png',
        data: await toBuffer(sheet.address, { errorCorrectionLevel: 'M', margin: 0, width: 3 * QR }),
        transformation: { width: QR, height: QR },
        altText: { name: sheet.code, title: print.qrWords, description: `${print.qrWords} ${sheet.code}` },
      }),
    ],
  }),
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [run(sheet.code, { bold: true, size: 30 }), run(`   ${sheet.count}`, { soft: true, size: 19 })],
  }),
  new Paragraph({ children: [run(print.partnership, { soft: true, size: 19 })] }),
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    spacing: { after: 60 },
    children: [run(print.title, { bold: true, size: 34 })],
  }),
  ...(sheet.who === '' ? [] : [new Paragraph({ children: [run(sheet.who, { bold: true, size: 24 })] })]),
  new Paragraph({ children: [run(print.how, { soft: true, size: 19 })] }),
  ...sheet.blank.flatMap((label) => [
    new Paragraph({ spacing: { before: 120 }, children: [run(label, { soft: true, size: 19 })] }),
    ...writing(1),
  ]),
];

/** The same sheets as a Word file, to change before they are printed; the codes stay. */
export const renderPaperDocx = async (print: PaperPrint): Promise<Buffer> => {
  const pages = await Promise.all(
    print.sheets.map(async (sheet, index) => [
      ...(await headOf(print, sheet, index === 0)),
      ...sheet.questions.flatMap(question),
      new Paragraph({ spacing: { before: 200 }, children: [run(sheet.after, { soft: true, size: 19 })] }),
    ]),
  );
  const document = new Document({
    title: print.title,
    creator: print.partnership,
    styles: { default: { document: { run: { font: SANS, size: 22, color: INK } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 900, bottom: 900, left: 1_130, right: 1_130 },
          },
        },
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [run(print.partnership, { soft: true, size: 18 })] })],
          }),
        },
        children: pages.flat(),
      },
    ],
  });
  return Packer.toBuffer(document);
};
