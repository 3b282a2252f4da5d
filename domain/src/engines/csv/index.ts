/** A place in an input where something else was expected. A refusal: shown to the person, never thrown. */
export interface InputProblem {
  readonly ok: false;
  readonly code: 'InputUnreadable';
  /** Line of the file, from 1; absent for formats without lines. */
  readonly line?: number;
  /** The column's name as in the header, or its number from 1; for other formats the path of the value. */
  readonly column?: string;
  /** What was expected there, as an English phrase. */
  readonly expected: string;
  /** What stood there instead. */
  readonly found: string;
}

/** One row of a table: its cells in the order of the header, and the line (from 1) that it begins on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table as read: the trimmed names of its columns and its rows. */
export interface CsvTable {
  readonly ok: true;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** Builds the refusal of an input; `where` is what is known about the place. */
export function inputProblem(
  expected: string,
  found: string,
  where: { line?: number; column?: string } = {},
): InputProblem {
  return { ok: false, code: 'InputUnreadable', expected, found, ...where };
}

/**
 * Reads a table from CSV text with a header line (CSV-1 to CSV-4).
 *
 * @returns the table, or the first place that could not be read.
 * @see RFC 4180, widened to semicolons and tabs, which spreadsheets in French write.
 */
export function readCsv(text: string): CsvTable | InputProblem {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const records = splitRecords(source, separatorOf(source));
  if (!Array.isArray(records)) return records;
  const [first, ...rows] = records;
  if (first === undefined) return inputProblem('a header line', 'an empty file', { line: 1 });
  const header = first.cells.map((cell) => cell.trim());
  const fault = headerProblem(header, first.line) ?? widthProblem(header, rows);
  return fault ?? { ok: true, header, rows };
}

function separatorOf(source: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  let quoted = false;
  for (const sign of source) {
    if (sign === '"') quoted = !quoted;
    else if (sign === '\n' && !quoted) break;
    else if (!quoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best?.[0] ?? ',';
}

function headerProblem(header: readonly string[], line: number): InputProblem | undefined {
  for (const [index, name] of header.entries()) {
    if (name === '') return inputProblem('a column name', 'nothing', { line, column: String(index + 1) });
    if (header.indexOf(name) !== index) {
      return inputProblem('each column once', `"${name}" a second time`, { line, column: String(index + 1) });
    }
  }
  return undefined;
}

function widthProblem(header: readonly string[], rows: readonly CsvRow[]): InputProblem | undefined {
  for (const row of rows) {
    if (row.cells.length === header.length) continue;
    const missing = header[row.cells.length];
    return inputProblem(`${header.length} cells, as in the header`, `${row.cells.length}`, {
      line: row.line,
      column: missing ?? String(header.length + 1),
    });
  }
  return undefined;
}

interface Scan {
  readonly source: string;
  readonly separator: string;
  at: number;
  line: number;
}

function splitRecords(source: string, separator: string): CsvRow[] | InputProblem {
  const scan: Scan = { source, separator, at: 0, line: 1 };
  const records: CsvRow[] = [];
  while (scan.at < source.length) {
    const line = scan.line;
    const cells = readRecord(scan);
    if (!Array.isArray(cells)) return cells;
    if (cells.length > 1 || cells[0]?.trim() !== '') records.push({ line, cells });
  }
  return records;
}

function readRecord(scan: Scan): string[] | InputProblem {
  const cells: string[] = [];
  for (;;) {
    const cell = scan.source[scan.at] === '"' ? readQuoted(scan, cells.length + 1) : readPlain(scan);
    if (typeof cell !== 'string') return cell;
    cells.push(cell);
    if (scan.source[scan.at] === scan.separator) {
      scan.at += 1;
      continue;
    }
    if (scan.source[scan.at] === '\r') scan.at += 1;
    if (scan.source[scan.at] === '\n') scan.at += 1;
    scan.line += 1;
    return cells;
  }
}

function readPlain(scan: Scan): string {
  const start = scan.at;
  while (scan.at < scan.source.length) {
    const sign = scan.source[scan.at];
    if (sign === scan.separator || sign === '\n' || (sign === '\r' && scan.source[scan.at + 1] === '\n'))
      break;
    scan.at += 1;
  }
  return scan.source.slice(start, scan.at);
}

function readQuoted(scan: Scan, column: number): string | InputProblem {
  const { source } = scan;
  const opened = { line: scan.line, column: String(column) };
  let text = '';
  scan.at += 1;
  for (;;) {
    const close = source.indexOf('"', scan.at);
    if (close < 0) return inputProblem('a closing quote', 'the end of the file', opened);
    const part = source.slice(scan.at, close);
    scan.line += part.split('\n').length - 1;
    text += part;
    scan.at = close + 1;
    if (source[scan.at] !== '"') break;
    text += '"';
    scan.at += 1;
  }
  const next = source[scan.at];
  if (next === undefined || next === scan.separator || next === '\n' || next === '\r') return text;
  return inputProblem('a separator or the end of the line after a closing quote', `"${next}"`, {
    line: scan.line,
    column: String(column),
  });
}

/**
 * Writes a table as CSV: commas, LF, quotes only where needed (CSV-5).
 *
 * @param guard puts an apostrophe before cells that a spreadsheet would run as a formula (CSV-6); such cells do not
 * read back equal, so leave it off where a program reads the file.
 */
export function writeCsv(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  guard = false,
): string {
  const lines = [header, ...rows].map((cells) => cells.map((cell) => writeCell(cell, guard)).join(','));
  return `${lines.join('\n')}\n`;
}

function writeCell(cell: string, guard: boolean): string {
  const safe = guard && /^[=+\-@\t\r]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(safe) || safe.trim() === '' ? `"${safe.replaceAll('"', '""')}"` : safe;
}
