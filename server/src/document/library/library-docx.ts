import type { TemplatePart } from '@tablee/domain/guidance';
import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { INK, type RunStyle, run, SANS, SOFT } from '../docx-run.ts';
import type { FormatSheet, TemplateSheet } from './library-sheet.ts';

/** Twentieths of a point: 22 mm beside the text, and its width. */
const SIDE = 1_247;
const WIDTH = 11_906 - 2 * SIDE;
/** The column of times and labels: 26 mm. */
const NARROW = 1_474;

const NONE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: 'C9C3B6' };

const grid = (widths: readonly number[], rows: readonly (readonly Paragraph[])[], ruled: boolean): Table =>
  new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: {
      top: NONE,
      left: NONE,
      right: NONE,
      insideVertical: NONE,
      bottom: ruled ? HAIR : NONE,
      insideHorizontal: ruled ? HAIR : NONE,
    },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (cell, index) =>
              new TableCell({
                width: { size: widths[index] ?? NARROW, type: WidthType.DXA },
                margins: { top: 40, bottom: 40, left: 0, right: 80 },
                children: [cell],
              }),
          ),
        }),
    ),
  });

const line = (text: string, style?: RunStyle): Paragraph => new Paragraph({ children: [run(text, style)] });
const items = (texts: readonly string[]): Paragraph[] =>
  texts.map((text) => new Paragraph({ bullet: { level: 0 }, children: [run(text)] }));
const heading = (text: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 200, after: 80 },
    children: [run(text, { bold: true, size: 23 })],
  });

const head = (kind: string, title: string, lead: string): Paragraph[] => [
  line(kind, { soft: true, size: 19 }),
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    spacing: { after: 60 },
    children: [run(title, { bold: true, size: 38 })],
  }),
  new Paragraph({
    spacing: { after: 120 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: INK, space: 6 } },
    children: [run(lead, { serif: true, size: 24 })],
  }),
];

interface Pages {
  readonly title: string;
  readonly fills: string;
  readonly version: string;
  readonly children: readonly (Paragraph | Table)[];
}

const written = ({ title, fills, version, children }: Pages): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title,
      creator: 'Tablée',
      styles: { default: { document: { run: { font: SANS, size: 21, color: INK } } } },
      sections: [
        {
          properties: {
            page: {
              size: { width: 11_906, height: 16_838 },
              margin: { top: 900, bottom: 1_000, left: SIDE, right: SIDE },
            },
          },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }],
                  children: [run(`${fills}\t${version}`, { soft: true, size: 16 })],
                }),
              ],
            }),
          },
          children: [...children],
        },
      ],
    }),
  );

/** A workshop format as a Word file (OOXML), to be changed. */
export const renderFormatDocx = ({ format, words, version }: FormatSheet): Promise<Buffer> =>
  written({
    title: format.title,
    fills: format.fills,
    version,
    children: [
      ...head(words.kind, format.title, format.line),
      grid(
        [NARROW, WIDTH - NARROW],
        [
          [line(words.time, { soft: true }), line(format.time, { bold: true })],
          [line(words.people, { soft: true }), line(format.people)],
          [line(words.material, { soft: true }), line(format.material.join(' · '))],
        ],
        false,
      ),
      heading(words.steps),
      grid(
        [NARROW, WIDTH - NARROW],
        format.steps.map((step) => [line(step.time, { bold: true }), line(step.do)]),
        true,
      ),
      heading(words.after),
      ...items(format.after),
      heading(words.example),
      line(format.example, { serif: true }),
    ],
  });

const ruled = (count: number): Paragraph[] =>
  Array.from(
    { length: count },
    () =>
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: WIDTH, leader: 'underscore' }],
        spacing: { before: 100 },
        children: [new TextRun({ text: '\t', color: SOFT })],
      }),
  );

const partOf = (part: TemplatePart, filled: boolean): readonly (Paragraph | Table)[] => {
  switch (part.kind) {
    case 'heading':
      return [heading(part.text)];
    case 'text':
      return [new Paragraph({ spacing: { after: 100 }, children: [run(part.text, { serif: true })] })];
    case 'field':
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 80 },
          children: [run(part.label, { soft: true, size: 19 })],
        }),
        ...(filled ? [line(part.example, { serif: true })] : ruled(part.lines)),
      ];
    case 'choice':
      return [
        new Paragraph({ spacing: { before: 80 }, children: [run(part.label, { soft: true, size: 19 })] }),
        ...part.options.map((option, index) => {
          const isChosen = filled && part.example.includes(index);
          return line(`${isChosen ? '\u2612' : '\u2610'} ${option}`, isChosen ? { bold: true } : {});
        }),
      ];
    case 'table': {
      const blank = Array.from({ length: part.rows }, () => part.head.map(() => ''));
      const widths = part.head.map(() => Math.floor(WIDTH / part.head.length));
      const cells = (texts: readonly string[], style: RunStyle): Paragraph[] =>
        texts.map((text) => line(text, style));
      return [
        new Paragraph({ spacing: { before: 60 } }),
        grid(
          widths,
          [
            cells(part.head, { soft: true, size: 19 }),
            ...(filled ? part.example : blank).map((row) => cells(row, { serif: true })),
          ],
          true,
        ),
      ];
    }
  }
};

/** A template as a Word file (OOXML), to be changed and filled in. */
export const renderTemplateDocx = ({ template, words, version, filled }: TemplateSheet): Promise<Buffer> =>
  written({
    title: template.title,
    fills: template.fills,
    version,
    children: [
      ...head(filled ? words.filled : words.blank, template.title, template.line),
      ...template.parts.flatMap((part) => partOf(part, filled)),
    ],
  });
