import { typography } from '@tablee/domain/text';
import { BorderStyle, ImageRun, Paragraph, TextRun } from 'docx';
import type { Letterhead } from './sheet.ts';

const SANS = 'Source Sans 3';
/** Height of a logo, in pixels of 1/96 inch. */
const LOGO = 68;

/** A letterhead with the spaces of its language. */
export const dressedHead = (head: Letterhead, language: string): Letterhead => {
  const dress = (text: string): string => typography(text, language);
  return { ...head, name: dress(head.name), lines: head.lines.map(dress), foot: head.foot.map(dress) };
};

/** The letterhead at the top of a Word file: logo, name, and address and contact on one line. */
export const letterheadParts = ({ name, lines, logo, logoWords }: Letterhead): Paragraph[] => [
  ...(logo === undefined
    ? []
    : [
        new Paragraph({
          children: [
            new ImageRun({
              type: logo.type,
              data: Buffer.from(logo.bytes),
              transformation: { height: LOGO, width: Math.round((LOGO * logo.width) / logo.height) },
              altText: { name: logoWords, description: logoWords, title: logoWords },
            }),
          ],
        }),
      ]),
  new Paragraph({ children: [new TextRun({ text: name, font: SANS, bold: true, size: 26 })] }),
  new Paragraph({
    spacing: { after: 240 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: '1E2226', space: 6 } },
    children: [new TextRun({ text: lines.join('  ·  '), font: SANS, color: '5C6369', size: 18 })],
  }),
];
