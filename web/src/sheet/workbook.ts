import { readSheet, type SheetData } from 'read-excel-file/universal';
import { unguarded } from './delimited.ts';
import type { FileOutcome, FileTable } from './file-outcome.ts';
import { LIMIT } from './limit.ts';
import { storedZip, unpackEntry, type ZipEntry, zipEntries } from './zip.ts';

/** What reading needs of a workbook; pictures, macros and drawings stay packed. */
const NEEDED =
  /^(xl\/(workbook|sharedStrings|styles)\.xml|xl\/worksheets\/[^/]+\.xml|xl\/_rels\/workbook\.xml\.rels|_rels\/\.rels|\[Content_Types\]\.xml)$/i;

interface Counted {
  rows: number;
  formulas: number;
  merged: number;
}

/** Counts tags in pieces of XML as they come out of the packing; a tag may be cut between two pieces. */
const counter = (): { readonly counted: Counted; take(part: Uint8Array): void } => {
  const counted: Counted = { rows: 0, formulas: 0, merged: 0 };
  const decoder = new TextDecoder('latin1');
  let rest = '';
  return {
    counted,
    take(part) {
      const text = rest + decoder.decode(part, { stream: true });
      const whole = text.lastIndexOf('<');
      const ready = whole < 0 ? text : text.slice(0, whole);
      rest = whole < 0 ? '' : text.slice(whole);
      for (const [, tag] of ready.matchAll(/<(?:\w+:)?(row|f|mergeCell)[\s/>]/g)) {
        if (tag === 'row') counted.rows += 1;
        else if (tag === 'f') counted.formulas += 1;
        else counted.merged += 1;
      }
    },
  };
};

type Unpacked =
  | {
      readonly ok: true;
      readonly files: ReadonlyMap<string, Uint8Array>;
      readonly sheets: ReadonlyMap<string, Counted>;
    }
  | Extract<FileOutcome, { readonly ok: false }>;

/** Unpacks what is needed within the limits; both what the list claims and what really comes out are counted. */
const unpack = async (bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<Unpacked> => {
  const needed = entries.filter((entry) => NEEDED.test(entry.name));
  if (needed.some((entry) => entry.encrypted)) return { ok: false, code: 'Locked' };
  if (needed.reduce((sum, entry) => sum + entry.unpacked, 0) > LIMIT.unpacked)
    return { ok: false, code: 'TooMuchInside' };
  const files = new Map<string, Uint8Array>();
  const sheets = new Map<string, Counted>();
  let total = 0;
  for (const entry of needed) {
    const isSheet = /worksheets\//i.test(entry.name);
    const { counted, take } = counter();
    const parts: Uint8Array[] = [];
    const whole = await unpackEntry(bytes, entry, (part) => {
      total += part.length;
      if (isSheet) take(part);
      parts.push(part);
      return total <= LIMIT.unpacked && counted.rows <= LIMIT.rows;
    });
    if (total > LIMIT.unpacked) return { ok: false, code: 'TooMuchInside' };
    if (counted.rows > LIMIT.rows) return { ok: false, code: 'TooManyRows' };
    if (!whole) return { ok: false, code: 'Damaged' };
    if (isSheet) take(new TextEncoder().encode('<'));
    files.set(entry.name, joined(parts));
    if (isSheet) sheets.set(entry.name, counted);
  }
  return { ok: true, files, sheets };
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};

/** A cell as people would have typed it: ISO dates, numbers with the point that the language of the reader uses. */
const cellText = (value: unknown, point: '.' | ','): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dayText(value);
  if (typeof value === 'number') return numberText(value, point);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return typeof value === 'string' ? unguarded(value.trim()) : '';
};

const dayText = (day: Date): string => {
  const iso = day.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16);
};

const numberText = (value: number, point: '.' | ','): string => {
  if (!Number.isFinite(value)) return '';
  // 0.1 + 0.2 is written as people see it in their sheet.
  const plain = Number.isInteger(value) ? value.toFixed(0) : String(Number(value.toPrecision(15)));
  return plain.replace('.', point);
};

const isFilled = (row: readonly string[]): boolean => row.some((cell) => cell !== '');

const tableOf = (name: string, data: SheetData, counted: Counted, point: '.' | ','): FileTable => ({
  name,
  rows: data.map((row) => row.map((cell) => cellText(cell, point))).filter(isFilled),
  formulas: counted.formulas,
  merged: counted.merged,
});

/** Reads the sheets of a workbook (XLSX) within the limits; formulas give their last value. `point`: of decimals. */
export const readWorkbook = async (bytes: Uint8Array, point: '.' | ','): Promise<FileOutcome> => {
  const entries = zipEntries(bytes);
  if (entries === undefined) return { ok: false, code: 'Damaged' };
  if (!entries.some((entry) => /^xl\/workbook\.xml$/i.test(entry.name)))
    return { ok: false, code: 'NotASheet' };
  const unpacked = await unpack(bytes, entries);
  if (!unpacked.ok) return unpacked;
  try {
    return await readSheets(unpacked, point);
  } catch {
    // Whatever the reader stumbles over, the file is at fault: it says what it can, and the person chooses another.
    return { ok: false, code: 'Damaged' };
  }
};

const readSheets = async (
  { files, sheets }: Extract<Unpacked, { readonly ok: true }>,
  point: '.' | ',',
): Promise<FileOutcome> => {
  const zip = storedZip(files);
  const tables: FileTable[] = [];
  const names = sheetNames(files);
  for (const [index, { name, path }] of names.entries()) {
    const counted = sheets.get(path) ?? { rows: 0, formulas: 0, merged: 0 };
    const data = await readSheet(zip, index + 1);
    const table = tableOf(name, data, counted, point);
    if (table.rows.length > 0) tables.push(table);
  }
  return tables.length === 0 ? { ok: false, code: 'Empty' } : { ok: true, tables };
};

const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plainXml = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');

/** The sheets in the order of the workbook, with the file that holds each. */
const sheetNames = (
  files: ReadonlyMap<string, Uint8Array>,
): readonly { readonly name: string; readonly path: string }[] => {
  const text = (path: string): string => new TextDecoder().decode(files.get(path));
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      /\bId="([^"]*)"/.exec(tag)?.[1] ?? '',
      /\bTarget="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]),
  );
  return [...text('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => {
    const target = targets.get(/\br:id="([^"]*)"/.exec(tag)?.[1] ?? '') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return { name: plainXml(/\bname="([^"]*)"/.exec(tag)?.[1] ?? ''), path };
  });
};
