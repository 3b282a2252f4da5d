/** Where a text comes from: the clipboard of a spreadsheet, or a file that one has saved. */
export type TextOrigin = 'clipboard' | 'file';

/** How often a sign stands in a line outside of quotes. */
const countIn = (line: string, sign: string): number => line.replace(/"[^"]*"/g, '').split(sign).length - 1;

/**
 * The sign between cells: the tab of a spreadsheet, else a semicolon, when the first line has one; a comma where a file
 * says so, or where every one of several pasted lines has as many of them.
 */
const separatorOf = (text: string, origin: TextOrigin): string => {
  const lines = text.split(/\r?\n/, 6).filter((line) => line.trim() !== '');
  const first = lines[0] ?? '';
  if (countIn(first, '\t') > 0) return '\t';
  if (countIn(first, ';') > 0) return ';';
  const commas = lines.map((line) => countIn(line, ','));
  const isEven = lines.length > 1 && commas.every((count) => count > 0 && count === commas[0]);
  return (commas[0] ?? 0) > 0 && (origin === 'file' || isEven) ? ',' : '\t';
};

/** What a spreadsheet would compute: written with an apostrophe before it on the way out, read without on the way in. */
const FORMULA = /^'(?=[=+@\-\t\r])/;

/** A cell without the apostrophe that kept it from running. */
export const unguarded = (cell: string): string => cell.replace(FORMULA, '');

/**
 * Reads what a spreadsheet puts on the clipboard, or a file of separated cells, into rows. Cells in double
 * quotes may hold line breaks, separators and doubled quotes; a quote inside a bare cell is a plain sign. Rows without
 * a word are left out; spaces around a cell go.
 */
export const readDelimited = (pasted: string, origin: TextOrigin): readonly (readonly string[])[] => {
  const text = pasted.replace(/^\uFEFF/, '');
  const separator = separatorOf(text, origin);
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(unguarded(cell.trim()));
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === separator) endCell();
    else if (sign === '\n') {
      endCell();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  endCell();
  return rows.filter((row) => row.some((each) => each !== ''));
};

/** A cell that a spreadsheet would run as a formula, as text with an apostrophe; a negative number stays a number. */
export const guarded = (cell: string): string =>
  /^[=+@\t\r]/.test(cell) || /^-(?![\d.,\s]*$)/.test(cell) ? `'${cell}` : cell;

const written = (cell: string, separator: string): string => {
  const safe = guarded(cell);
  return safe.includes(separator) || /["\r\n\t]/.test(safe) || safe !== safe.trim()
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
};

/** Writes rows as a file that spreadsheets open by themselves: UTF-8 with mark, CRLF, cells that cannot run as formulas. */
export const writeCsv = (rows: readonly (readonly string[])[], separator: ';' | ','): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => written(cell, separator)).join(separator)).join('\r\n')}\r\n`;
