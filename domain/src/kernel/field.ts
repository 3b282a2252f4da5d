import { canonical, isObject, type Json } from './json.ts';

/** The languages whose words are complete at every commit. */
export const LANGUAGES = ['fr', 'en'] as const;
/** A language of the interface. */
export type Language = (typeof LANGUAGES)[number];
/** One wording per language of the interface; a missing one does not compile. */
export type Words = { readonly [L in Language]: string };

/** What a parser says: the value, or why not (a stable word with the limit or the expected form). */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly expected: string; readonly limit?: number };

/** A text as one language holds it. `by` says who or what made a translation. */
export type Text = { readonly lang: string; readonly text: string; readonly by?: 'person' | 'machine' };
/** Money in minor units of its ISO 4217 currency (EUR 2 decimals, XOF 0). */
export type Money = { readonly minor: number; readonly currency: string };
/** An exact decimal, as text, with its unit (`%`, `m3`, `households`). */
export type Quantity = { readonly value: string; readonly unit: string };
/** A point in time with the zone in which it was said: a UTC instant and an IANA zone. */
export type Moment = { readonly instant: string; readonly zone: string };
/** A place by name, with a position when known (degrees, WGS 84) and its country (ISO 3166-1 alpha-2). */
export type Place = {
  readonly name: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly country?: string;
};
/** A file by the SHA-256 of its content. */
export type FileRef = {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
};

/**
 * One kind of value: closes over its own type and offers what forms, tables, import, export, API and
 * documentation need, so that generic code has neither `any` nor a cast. Method syntax on purpose: it
 * makes `Field<Money>` acceptable as `Field<Json>` (kernel notes, section 6).
 */
export interface Field<T extends Json = Json, K extends string = string> {
  readonly kind: K;
  readonly optional: boolean;
  /** How the field spreads over slots: one, one per language, or one per element of a set. */
  readonly slots: 'one' | 'perLanguage' | 'perElement';
  /** The longest text, the largest number of elements; absent where the kind has none. */
  readonly max?: number;
  /** The options of a choice with their words. */
  readonly options?: { readonly [option: string]: Words };
  /** The record types that a reference may point to. */
  readonly to?: readonly string[];
  /** JSON Schema of one slot's value. */
  readonly schema: Json;
  parse(value: unknown): Parsed<T>;
  is(value: unknown): value is T;
  /** The columns that one value fills in a table; names are suffixes (`''` for a single column). */
  readonly columns: readonly string[];
  toCells(value: T): readonly string[];
  fromCells(cells: readonly string[]): Parsed<T>;
}

type Shape<T extends Json> = Pick<Field<T>, 'schema' | 'parse'> &
  Partial<Pick<Field<T>, 'slots' | 'max' | 'options' | 'to' | 'columns' | 'toCells'>> & {
    /** The value that cells stand for, still to be parsed. */
    readonly raw?: (cells: readonly string[]) => unknown;
  };

const fail = (expected: string, limit?: number): Parsed<never> =>
  limit === undefined ? { ok: false, expected } : { ok: false, expected, limit };
const pass = <T>(value: T): Parsed<T> => ({ ok: true, value });

const make = <T extends Json, K extends string>(kind: K, { raw, ...shape }: Shape<T>): Field<T, K> => ({
  kind,
  optional: false,
  slots: 'one',
  columns: [''],
  is: (value: unknown): value is T => shape.parse(value).ok,
  toCells: (value) => [typeof value === 'string' ? value : canonical(value)],
  fromCells: (cells) => shape.parse(raw === undefined ? (cells[0] ?? '') : raw(cells)),
  ...shape,
});

/** The same field, not required. */
export const optional = <T extends Json, K extends string>(
  field: Field<T, K>,
): Field<T, K> & { readonly optional: true } => ({
  ...field,
  optional: true,
});

const boundedText =
  (max: number) =>
  (value: unknown): Parsed<string> => {
    if (typeof value !== 'string') return fail('text');
    const text = value.normalize('NFC').trim();
    if (text.length === 0) return fail('notEmpty');
    return [...text].length > max ? fail('shorter', max) : pass(text);
  };

/** One line of at most `max` characters (300). */
export const line = (max = 300) =>
  make<string, 'line'>('line', {
    max,
    schema: { type: 'string', minLength: 1, maxLength: max },
    parse: (value) => {
      const parsed = boundedText(max)(value);
      return parsed.ok && /[\n\r]/.test(parsed.value) ? fail('oneLine') : parsed;
    },
  });

/** A text per language, of at most `max` characters (20,000) each. */
export const text = (max = 20_000) =>
  make<Text, 'text'>('text', {
    max,
    slots: 'perLanguage',
    schema: {
      type: 'object',
      required: ['lang', 'text'],
      properties: {
        lang: { type: 'string' },
        text: { type: 'string', maxLength: max },
        by: { enum: ['person', 'machine'] },
      },
    },
    parse: (value) => {
      if (!isObject(value)) return fail('textWithLanguage');
      const { lang, text: body, by } = value;
      if (typeof lang !== 'string' || !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang)) return fail('language');
      const parsed = boundedText(max)(body);
      if (!parsed.ok) return parsed;
      return pass({ lang, text: parsed.value, ...(by === 'person' || by === 'machine' ? { by } : {}) });
    },
    columns: ['', 'lang'],
    toCells: (value) => [value.text, value.lang],
    raw: (cells) => ({ text: cells[0] ?? '', lang: cells[1] || 'fr' }),
  });

/** One of the options. */
export const choice = <const O extends { readonly [option: string]: Words }>(options: O) =>
  make<Extract<keyof O, string>, 'choice'>('choice', {
    options,
    schema: { enum: Object.keys(options) },
    parse: (value) => (isOption(options, value) ? pass(value) : fail('oneOf')),
  });

const isOption = <O extends { readonly [option: string]: Words }>(
  options: O,
  value: unknown,
): value is Extract<keyof O, string> => typeof value === 'string' && Object.hasOwn(options, value);

/** Any number of the options: one slot per element, true when it belongs. */
export const choices = <const O extends { readonly [option: string]: Words }>(options: O) =>
  make<boolean, 'choices'>('choices', {
    options,
    slots: 'perElement',
    schema: { type: 'boolean' },
    parse: (value) => (typeof value === 'boolean' ? pass(value) : fail('yesOrNo')),
  });

/** Any number of language codes or other short tags: one slot per element. */
export const tags = (max = 40) =>
  make<boolean, 'tags'>('tags', {
    max,
    slots: 'perElement',
    schema: { type: 'boolean' },
    parse: (value) => (typeof value === 'boolean' ? pass(value) : fail('yesOrNo')),
  });

/** Yes or no. */
export const flag = () =>
  make<boolean, 'flag'>('flag', {
    schema: { type: 'boolean' },
    parse: (value) => (typeof value === 'boolean' ? pass(value) : fail('yesOrNo')),
    raw: (cells) => ['true', '1', 'oui', 'yes', 'x'].includes((cells[0] ?? '').trim().toLowerCase()),
  });

/** The number that a cell says; an empty cell is no zero. */
const numberIn = (cell: string | undefined): number =>
  /^-?\d+$/.test((cell ?? '').trim()) ? Number(cell) : Number.NaN;

/** JSON knows no minus zero: what is stored must read back as what was parsed. */
const unsignedZero = (value: number): number => value + 0;

/** A whole number within bounds. */
export const integer = (min = 0, max = Number.MAX_SAFE_INTEGER) =>
  make<number, 'integer'>('integer', {
    max,
    schema: { type: 'integer', minimum: min, maximum: max },
    parse: (value) =>
      typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
        ? pass(unsignedZero(value))
        : fail('wholeNumber', max),
    raw: (cells) => numberIn(cells[0]),
  });

/** Money in minor units; a currency is three capital letters. */
export const money = () =>
  make<Money, 'money'>('money', {
    schema: {
      type: 'object',
      required: ['minor', 'currency'],
      properties: { minor: { type: 'integer' }, currency: { pattern: '^[A-Z]{3}$' } },
    },
    parse: (value) => {
      if (!isObject(value)) return fail('amountWithCurrency');
      const { minor, currency } = value;
      if (typeof minor !== 'number' || !Number.isSafeInteger(minor)) return fail('amount');
      return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)
        ? pass({ minor: unsignedZero(minor), currency })
        : fail('currency');
    },
    columns: ['minor', 'currency'],
    toCells: (value) => [String(value.minor), value.currency],
    raw: (cells) => ({ minor: numberIn(cells[0]), currency: cells[1] }),
  });

/** An exact decimal of at most 30 digits, written with a point, with its unit. */
export const quantity = () =>
  make<Quantity, 'quantity'>('quantity', {
    schema: {
      type: 'object',
      required: ['value', 'unit'],
      properties: {
        value: { pattern: '^-?\\d{1,20}(\\.\\d{1,10})?$' },
        unit: { type: 'string', maxLength: 60 },
      },
    },
    parse: (value) => {
      if (!isObject(value)) return fail('numberWithUnit');
      const { value: number, unit } = value;
      if (typeof number !== 'string' || !/^-?\d{1,20}(\.\d{1,10})?$/.test(number)) return fail('number');
      return typeof unit === 'string' && unit.length <= 60 ? pass({ value: number, unit }) : fail('unit', 60);
    },
    columns: ['value', 'unit'],
    toCells: (value) => [value.value, value.unit],
    raw: (cells) => ({ value: (cells[0] ?? '').replace(',', '.'), unit: cells[1] ?? '' }),
  });

/** An ISO date with the precision that is known: `2019`, `2019-03` or `2019-03-12`. No invented first of the month. */
export const date = () =>
  make<string, 'date'>('date', {
    schema: { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' },
    parse: (value) => (typeof value === 'string' && isDate(value) ? pass(value) : fail('date')),
  });

const isDate = (value: string): boolean => {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (match === null) return false;
  const [year, month, day] = [match[1], match[2], match[3]].map((digits) =>
    digits === undefined ? undefined : Number(digits),
  );
  if (month !== undefined && (month < 1 || month > 12)) return false;
  return day === undefined || (day >= 1 && day <= daysIn(year ?? 0, month ?? 1));
};

/** Days of a month (1 to 12) of the Gregorian calendar. */
export const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** The written form of an instant: ISO 8601, UTC, at most milliseconds. */
export const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** True for an instant that exists: no 30th of February, no 25th hour. */
const isInstant = (value: string): boolean => {
  if (!INSTANT.test(value) || !isDate(value.slice(0, 10))) return false;
  const [hours = 0, minutes = 0, seconds = 0] = value.slice(11, 19).split(':').map(Number);
  return hours < 24 && minutes < 60 && seconds < 60;
};

/** A deadline or an hour: a UTC instant with the zone in which it was said. */
export const moment = () =>
  make<Moment, 'moment'>('moment', {
    schema: {
      type: 'object',
      required: ['instant', 'zone'],
      properties: { instant: { type: 'string', format: 'date-time' }, zone: { type: 'string' } },
    },
    parse: (value) => {
      if (!isObject(value)) return fail('instantWithZone');
      const { instant, zone } = value;
      if (typeof instant !== 'string' || !isInstant(instant)) return fail('instant');
      return typeof zone === 'string' && /^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(zone)
        ? pass({ instant, zone })
        : fail('zone');
    },
    columns: ['instant', 'zone'],
    toCells: (value) => [value.instant, value.zone],
    raw: (cells) => ({ instant: cells[0], zone: cells[1] || 'UTC' }),
  });

const between = (value: unknown, bound: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= bound;

/** A place by name, with position and country when known. */
export const place = () =>
  make<Place, 'place'>('place', {
    schema: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', maxLength: 300 },
        latitude: { type: 'number' },
        longitude: { type: 'number' },
        country: { pattern: '^[A-Z]{2}$' },
      },
    },
    parse: (value) => {
      if (!isObject(value)) return fail('place');
      const name = boundedText(300)(value['name']);
      if (!name.ok) return name;
      const { latitude, longitude, country } = value;
      return pass({
        name: name.value,
        ...(between(latitude, 90) && between(longitude, 180)
          ? { latitude: unsignedZero(latitude), longitude: unsignedZero(longitude) }
          : {}),
        ...(typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? { country } : {}),
      });
    },
    toCells: (value) => [value.name],
    raw: (cells) => ({ name: cells[0] ?? '' }),
  });

const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;
const idParser = (value: unknown): Parsed<string> =>
  typeof value === 'string' && ID.test(value) ? pass(value) : fail('id');

/** A person by id; the name is in the vault. */
export const person = () =>
  make<string, 'person'>('person', { schema: { type: 'string', pattern: ID.source }, parse: idParser });

/** A reference to one entity of the given types; it may point to something that its reader cannot see. */
export const ref = (...to: readonly string[]) =>
  make<string, 'ref'>('ref', { to, schema: { type: 'string', pattern: ID.source }, parse: idParser });

/** References to any number of entities: one slot per element. */
export const refs = (...to: readonly string[]) =>
  make<boolean, 'refs'>('refs', {
    to,
    slots: 'perElement',
    schema: { type: 'boolean' },
    parse: (value) => (typeof value === 'boolean' ? pass(value) : fail('yesOrNo')),
  });

const isShort = (value: unknown): value is string => typeof value === 'string' && value.length <= 300;

/** A file by content hash, with its name and media type (300 characters each) and its size in bytes. */
export const file = () =>
  make<FileRef, 'file'>('file', {
    schema: {
      type: 'object',
      required: ['hash', 'name', 'size', 'type'],
      properties: {
        hash: { pattern: '^[0-9a-f]{64}$' },
        name: { type: 'string' },
        size: { type: 'integer' },
        type: { type: 'string' },
      },
    },
    parse: (value) => {
      if (!isObject(value)) return fail('file');
      const { hash, name, size, type } = value;
      if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return fail('file');
      if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return fail('file');
      if (!isShort(name) || !isShort(type)) return fail('file');
      return pass({ hash, name, size: unsignedZero(size), type });
    },
    columns: ['name', 'hash', 'size', 'type'],
    toCells: (value) => [value.name, value.hash, String(value.size), value.type],
    raw: (cells) => ({ name: cells[0], hash: cells[1], size: numberIn(cells[2]), type: cells[3] }),
  });

/** A link to a page on the web (http or https). */
export const link = () =>
  make<string, 'link'>('link', {
    max: 2_000,
    schema: { type: 'string', format: 'uri', maxLength: 2_000 },
    parse: (value) => {
      const parsed = boundedText(2_000)(value);
      return parsed.ok && !/^https?:\/\/[^\s]+$/i.test(parsed.value) ? fail('webAddress') : parsed;
    },
  });

/** The closed union of field kinds: a `switch` over `kind` that forgets one does not compile. */
export type AnyField =
  | ReturnType<typeof line>
  | ReturnType<typeof text>
  | Field<string, 'choice'>
  | Field<boolean, 'choices'>
  | ReturnType<typeof tags>
  | ReturnType<typeof flag>
  | ReturnType<typeof integer>
  | ReturnType<typeof money>
  | ReturnType<typeof quantity>
  | ReturnType<typeof date>
  | ReturnType<typeof moment>
  | ReturnType<typeof place>
  | ReturnType<typeof person>
  | ReturnType<typeof ref>
  | ReturnType<typeof refs>
  | ReturnType<typeof file>
  | ReturnType<typeof link>;

/** The value of a stored slot as its field's type; `undefined` for absent, erased and newer shapes. */
export const read = <T extends Json>(field: Field<T>, value: Json | undefined): T | undefined =>
  field.is(value) ? value : undefined;
