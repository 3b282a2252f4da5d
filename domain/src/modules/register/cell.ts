import {
  type AnyField,
  type Field,
  type Json,
  type Language,
  optionWords,
  type Parsed,
  read,
} from '@tablee/domain/kernel';
import { currencyDecimals, readMoney } from '@tablee/domain/text';
import { folded } from '../sentence/index.ts';
import { type DayOrder, readDay } from './day-cell.ts';

/** How cells are written and read: the language of words and numbers, and the names of what is referred to. */
export interface CellStyle {
  readonly lang: Language;
  /** The name of a referred entity or person; its id when absent or unknown. */
  readonly nameOf?: (id: string) => string | undefined;
  /** The id behind a name, among the given types; `undefined` when nothing or more than one fits. */
  readonly idOf?: (name: string, types: readonly string[]) => string | undefined;
  /** How `03/04/2026` is read; a date that may be two is refused while this is not known. */
  readonly days?: DayOrder;
}

/** What stands between the elements of a set in one cell. */
const BETWEEN = '; ';

/** In the language's own sign: a point before three decimals would be read as thousands in French. */
const decimal = (minor: number, currency: string, lang: Language): string => {
  const places = currencyDecimals(currency);
  const digits = String(Math.abs(minor)).padStart(places + 1, '0');
  const point = lang === 'fr' ? ',' : '.';
  const sign = minor < 0 ? '-' : '';
  return places === 0
    ? `${sign}${digits}`
    : `${sign}${digits.slice(0, -places)}${point}${digits.slice(-places)}`;
};

const YES: { readonly [lang in Language]: readonly [string, string] } = {
  fr: ['non', 'oui'],
  en: ['no', 'yes'],
};

/** The cells of one value; empty ones for an absent value or one of another shape. */
export const cellsOf = (field: AnyField, value: Json | undefined, style: CellStyle): readonly string[] => {
  // Widened: the method syntax of fields makes each of them a field of JSON.
  const wide: Field = field;
  const held = read(wide, value);
  if (held === undefined) return wide.columns.map(() => '');
  switch (field.kind) {
    case 'choice':
      return typeof held === 'string' ? [optionWords(field, held)[style.lang]] : [''];
    case 'flag':
      return [YES[style.lang][held === true ? 1 : 0]];
    case 'ref':
    case 'person':
      return typeof held === 'string' ? [style.nameOf?.(held) ?? held] : [''];
    case 'money': {
      const amount = read(field, value);
      return amount === undefined
        ? ['', '']
        : [decimal(amount.minor, amount.currency, style.lang), amount.currency];
    }
    default:
      return wide.toCells(held);
  }
};

/** The cell of a set: its elements, in words where they have some. */
export const setCell = (field: AnyField, elements: readonly string[], style: CellStyle): string =>
  elements.map((element) => elementWord(field, element, style)).join(BETWEEN);

const elementWord = (field: AnyField, element: string, style: CellStyle): string => {
  if (field.options !== undefined) return optionWords(field, element)[style.lang];
  return field.kind === 'refs' ? (style.nameOf?.(element) ?? element) : element;
};

/** The option that a word stands for: the option itself, or its label in any language, accents and case aside. */
const optionOf = (field: AnyField, cell: string): string | undefined => {
  const options = Object.entries(field.options ?? {});
  const wanted = folded(cell);
  return options.find(([option, words]) =>
    [option, words.fr, words.en].some((word) => folded(word) === wanted),
  )?.[0];
};

const parsed = (value: string | undefined, expected: string): Parsed<string> =>
  value === undefined ? { ok: false, expected } : { ok: true, value };

/** The elements of a set cell, or what was expected. Elements stand between semicolons or on lines of their own. */
export const readSetCell = (field: AnyField, cell: string, style: CellStyle): Parsed<readonly string[]> => {
  const words = cell
    .split(/[;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const elements: string[] = [];
  for (const word of words) {
    const element = readElement(field, word, style);
    if (!element.ok) return element;
    elements.push(element.value);
  }
  return { ok: true, value: elements };
};

const readElement = (field: AnyField, word: string, style: CellStyle): Parsed<string> => {
  if (field.options !== undefined) return parsed(optionOf(field, word), 'oneOf');
  if (field.kind === 'refs') return parsed(referred(word, field.to ?? [], style), 'knownName');
  return /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$/.test(word)
    ? { ok: true, value: word }
    : { ok: false, expected: 'tag' };
};

const referred = (word: string, types: readonly string[], style: CellStyle): string | undefined =>
  style.idOf === undefined ? word : style.idOf(word, types);

/** Reads the cells of one value as people type them; what was expected when it cannot be read. */
export const readCells = (field: AnyField, cells: readonly string[], style: CellStyle): Parsed<Json> => {
  const wide: Field = field;
  const [first = '', second = ''] = cells.map((cell) => cell.trim());
  switch (field.kind) {
    case 'choice':
      return parsed(optionOf(field, first), 'oneOf');
    case 'flag':
      return readFlag(first);
    case 'ref': {
      const id = referred(first, field.to ?? [], style);
      return id === undefined ? { ok: false, expected: 'knownName' } : field.parse(id);
    }
    case 'money': {
      const currency = second.toUpperCase();
      const amount = readMoney(first, currency, style.lang);
      return amount.ok ? field.parse({ minor: amount.minor, currency }) : { ok: false, expected: 'amount' };
    }
    case 'date':
      return parsed(readDay(first, style.days), 'date');
    case 'text':
      return field.parse({ text: first, lang: second === '' ? style.lang : second });
    default:
      return wide.fromCells([first, second, ...cells.slice(2).map((cell) => cell.trim())]);
  }
};

const readFlag = (cell: string): Parsed<boolean> => {
  const word = folded(cell);
  if (['true', '1', 'oui', 'yes', 'x', 'vrai'].includes(word)) return { ok: true, value: true };
  if (['false', '0', 'non', 'no', 'faux'].includes(word)) return { ok: true, value: false };
  return { ok: false, expected: 'yesOrNo' };
};
