import {
  BorderStyle,
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { toBuffer } from 'qrcode';
import type { PosterPage, RoundPoster } from './round-poster.ts';

const SANS = 'Source Sans 3';
const SERIF = 'Source Serif 4';
const SOFT = '5C6369';
/** Twentieths of a point. */
const PAGES = {
  a4: { width: 11_906, height: 16_838, margin: 1_020 },
  a3: { width: 16_838, height: 23_811, margin: 1_440 },
} as const;
/** Pixels of 1/96 inch in a millimetre. */
const MILLIMETRE = 96 / 25.4;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
const CUT = { style: BorderStyle.DASHED, size: 4, color: '8A8478' };

interface Style {
  readonly size: number;
  readonly bold?: boolean;
  readonly soft?: boolean;
  readonly serif?: boolean;
}

/** One poster while it is written: how much larger than A4 it is, and its code as a picture. */
interface Press {
  readonly poster: RoundPoster;
  readonly grow: number;
  readonly code: Buffer;
  /** The width of the text, in twentieths of a point. */
  readonly width: number;
}

const run = ({ grow }: Press, text: string, { size, bold, soft, serif }: Style): TextRun =>
  new TextRun({
    text,
    font: serif ? SERIF : SANS,
    size: Math.round(2 * size * grow),
    ...(bold ? { bold } : {}),
    ...(soft ? { color: SOFT } : {}),
  });

const line = (press: Press, text: string, style: Style, after = 120): Paragraph =>
  new Paragraph({ spacing: { after }, children: [run(press, text, style)] });

const code = ({ poster, grow, code: data }: Press, millimetres: number): Paragraph => {
  const side = Math.round(millimetres * grow * MILLIMETRE);
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'png',
        data,
        transformation: { width: side, height: side },
        altText: { name: 'QR', title: poster.short, description: poster.short },
      }),
    ],
  });
};

/** The code beside its words, without any line. */
const beside = (press: Press, millimetres: number, words: readonly Paragraph[]): Table => {
  const narrow = Math.round((millimetres + 6) * press.grow * 56.7);
  const cell = (width: number, children: readonly Paragraph[]): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      children: [...children],
    });
  return new Table({
    width: { size: press.width, type: WidthType.DXA },
    columnWidths: [narrow, press.width - narrow],
    layout: TableLayoutType.FIXED,
    borders: {
      top: NONE,
      bottom: NONE,
      left: NONE,
      right: NONE,
      insideHorizontal: NONE,
      insideVertical: NONE,
    },
    rows: [
      new TableRow({
        children: [cell(narrow, [code(press, millimetres)]), cell(press.width - narrow, words)],
      }),
    ],
  });
};

const whole = (press: Press, page: PosterPage): (Paragraph | Table)[] => [
  line(press, press.poster.partnership, { size: 14, soft: true }),
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    spacing: { after: 240 },
    children: [run(press, page.title, { size: 36, bold: true })],
  }),
  line(press, page.intro, { size: 18, serif: true }, 360),
  beside(press, 58, [
    line(press, page.scan, { size: 14 }),
    line(press, press.poster.short, { size: 18, bold: true }, 200),
    line(press, page.asks, { size: 14 }),
  ]),
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    spacing: { before: 400, after: 120 },
    children: [run(press, page.promiseTitle, { size: 17, bold: true })],
  }),
  line(press, page.promise, { size: 15, serif: true }),
  line(press, page.promiseUntil, { size: 13, soft: true }, 240),
  line(press, page.until, { size: 14, bold: true }),
];

const strips = (press: Press, page: PosterPage): Table => {
  const { poster, width, grow } = press;
  const half = Math.floor(width / 2);
  const strip = (): TableCell =>
    new TableCell({
      width: { size: half, type: WidthType.DXA },
      margins: { top: 120, bottom: 120, left: 160, right: 160 },
      verticalAlign: VerticalAlign.CENTER,
      children: [
        beside({ ...press, width: half - 320 }, 20, [
          line(press, page.title, { size: 9, bold: true }, 40),
          line(press, page.until, { size: 8, soft: true }, 40),
          line(press, poster.short, { size: 10, bold: true }, 0),
        ]),
        // A cell ends with a paragraph; this one takes no room.
        new Paragraph({ spacing: { line: 20 }, children: [] }),
      ],
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [half, half],
    layout: TableLayoutType.FIXED,
    borders: { top: CUT, bottom: CUT, left: CUT, right: CUT, insideHorizontal: CUT, insideVertical: CUT },
    rows: Array.from(
      { length: poster.strips / 2 },
      () =>
        new TableRow({
          cantSplit: true,
          height: { value: Math.round(1_650 * grow), rule: 'atLeast' },
          children: [strip(), strip()],
        }),
    ),
  });
};

/** A poster, or strips, as a Word file (OOXML) to be changed, one section for each language. */
export const renderPosterDocx = async (poster: RoundPoster): Promise<Buffer> => {
  const { width, height, margin } = PAGES[poster.size];
  const side = poster.form === 'poster' ? margin : Math.round(margin / 2);
  const press: Press = {
    poster,
    grow: poster.size === 'a3' ? Math.SQRT2 : 1,
    code: await toBuffer(poster.address, { errorCorrectionLevel: 'M', margin: 0, width: 600 }),
    width: width - 2 * side,
  };
  const document = new Document({
    title: poster.title,
    creator: poster.partnership,
    styles: { default: { document: { run: { font: SANS, size: 24, color: '1E2226' } } } },
    sections: poster.pages.map((page) => ({
      properties: {
        page: {
          size: { width, height },
          margin: { top: side, bottom: side, left: side, right: side },
        },
      },
      children: poster.form === 'poster' ? whole(press, page) : [strips(press, page)],
    })),
  });
  return Packer.toBuffer(document);
};
