import { TextRun } from 'docx';

/** The typefaces and inks of every Word document, the same as on paper and on screen (design tokens). */
export const SANS = 'Source Sans 3';
/** For what people said or agreed word by word. */
export const SERIF = 'Source Serif 4';
/** The ink of the text, as hexadecimal digits. */
export const INK = '1E2226';
/** The ink of what stands beside it: labels, feet. */
export const SOFT = '5C6369';

/** How a run of text differs from the text around it. */
export interface RunStyle {
  readonly bold?: boolean;
  readonly soft?: boolean;
  readonly serif?: boolean;
  /** In half points. */
  readonly size?: number;
}

/** A run of text in the style of our documents. */
export const run = (text: string, { bold, soft, serif, size }: RunStyle = {}): TextRun =>
  new TextRun({
    text,
    font: serif ? SERIF : SANS,
    ...(bold ? { bold } : {}),
    ...(soft ? { color: SOFT } : {}),
    ...(size ? { size } : {}),
  });
