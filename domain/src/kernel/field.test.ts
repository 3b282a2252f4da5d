import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../testing/index.ts';
import {
  type AnyField,
  choice,
  choices,
  date,
  daysIn,
  type Field,
  file,
  flag,
  integer,
  type Json,
  line,
  link,
  moment,
  money,
  optional,
  person,
  place,
  quantity,
  read,
  ref,
  refs,
  tags,
  text,
} from './index.ts';

const words = { fr: 'a', en: 'b' };
const mood = choice({ calm: words, tense: words });
const HASH = 'a'.repeat(64);

/** Kind, value, and what it is kept as, or the word of refusal. */
type Row = readonly [
  name: string,
  field: Field,
  value: unknown,
  expected: Json | { readonly no: string; readonly limit?: number },
];
const no = (word: string, limit?: number) => (limit === undefined ? { no: word } : { no: word, limit });

const ROWS: readonly Row[] = [
  ['line', line(), '  Spring  ', 'Spring'],
  ['line', line(), 'e\u0301', 'é'],
  ['line', line(3), 'abc', 'abc'],
  ['line', line(3), 'abcd', no('shorter', 3)],
  ['line', line(2), '💧💧', '💧💧'],
  ['line', line(), ' ', no('notEmpty')],
  ['line', line(), 'a\nb', no('oneLine')],
  ['line', line(), 7, no('text')],
  ['text', text(), { lang: 'fr', text: 'a\nb', by: 'machine' }, { lang: 'fr', text: 'a\nb', by: 'machine' }],
  ['text', text(), { lang: 'fr', text: 'a', by: 'robot', more: 1 }, { lang: 'fr', text: 'a' }],
  ['text', text(), { lang: 'pt-BR', text: 'a' }, { lang: 'pt-BR', text: 'a' }],
  ['text', text(), { lang: 'French', text: 'a' }, no('language')],
  ['text', text(), { text: 'a' }, no('language')],
  ['text', text(), 'a', no('textWithLanguage')],
  ['text', text(2), { lang: 'fr', text: 'abc' }, no('shorter', 2)],
  ['text', text(), { lang: 'fr', text: '' }, no('notEmpty')],
  ['choice', mood, 'calm', 'calm'],
  ['choice', mood, 'toString', no('oneOf')],
  ['choice', mood, '__proto__', no('oneOf')],
  ['choice', mood, null, no('oneOf')],
  ['choices', choices({ a: words }), true, true],
  ['choices', choices({ a: words }), 'true', no('yesOrNo')],
  ['tags', tags(), false, false],
  ['tags', tags(), 1, no('yesOrNo')],
  ['flag', flag(), true, true],
  ['flag', flag(), 'yes', no('yesOrNo')],
  ['refs', refs('note'), true, true],
  ['refs', refs('note'), 'x', no('yesOrNo')],
  ['integer', integer(), 0, 0],
  ['integer', integer(), -0, 0],
  ['integer', integer(1, 5), 5, 5],
  ['integer', integer(1, 5), 6, no('wholeNumber', 5)],
  ['integer', integer(1, 5), 0, no('wholeNumber', 5)],
  ['integer', integer(0, 9), 1.5, no('wholeNumber', 9)],
  ['integer', integer(0, 9), '1', no('wholeNumber', 9)],
  ['integer', integer(0, 9), Number.NaN, no('wholeNumber', 9)],
  ['money', money(), { minor: 12_50, currency: 'EUR' }, { minor: 1250, currency: 'EUR' }],
  ['money', money(), { minor: -1, currency: 'XOF', more: 1 }, { minor: -1, currency: 'XOF' }],
  ['money', money(), { minor: 1.5, currency: 'EUR' }, no('amount')],
  ['money', money(), { minor: 2 ** 60, currency: 'EUR' }, no('amount')],
  ['money', money(), { minor: 1, currency: 'euro' }, no('currency')],
  ['money', money(), 12, no('amountWithCurrency')],
  ['quantity', quantity(), { value: '-3.20', unit: '%' }, { value: '-3.20', unit: '%' }],
  ['quantity', quantity(), { value: '1e9', unit: 'm3' }, no('number')],
  ['quantity', quantity(), { value: 3, unit: 'm3' }, no('number')],
  ['quantity', quantity(), { value: '1'.repeat(21), unit: '' }, no('number')],
  ['quantity', quantity(), { value: '1', unit: 'u'.repeat(61) }, no('unit', 60)],
  ['quantity', quantity(), null, no('numberWithUnit')],
  ['date', date(), '2019', '2019'],
  ['date', date(), '2019-03', '2019-03'],
  ['date', date(), '2024-02-29', '2024-02-29'],
  ['date', date(), '2023-02-29', no('date')],
  ['date', date(), '2019-13', no('date')],
  ['date', date(), '2019-00-10', no('date')],
  ['date', date(), '12/03/2019', no('date')],
  ['date', date(), 2019, no('date')],
  [
    'moment',
    moment(),
    { instant: '2026-01-31T09:00:00Z', zone: 'Africa/Dakar' },
    { instant: '2026-01-31T09:00:00Z', zone: 'Africa/Dakar' },
  ],
  ['moment', moment(), { instant: '2026-02-30T09:00:00Z', zone: 'UTC' }, no('instant')],
  ['moment', moment(), { instant: '2026-01-01T25:00:00Z', zone: 'UTC' }, no('instant')],
  ['moment', moment(), { instant: '2026-01-01T09:60:00Z', zone: 'UTC' }, no('instant')],
  ['moment', moment(), { instant: '2026-01-01T09:00:00+01:00', zone: 'UTC' }, no('instant')],
  ['moment', moment(), { instant: '2026-01-01T09:00:00Z', zone: 'over there!' }, no('zone')],
  ['moment', moment(), '2026-01-01T09:00:00Z', no('instantWithZone')],
  [
    'place',
    place(),
    { name: ' Kédougou ', latitude: 12.55, longitude: -12.17, country: 'SN' },
    { name: 'Kédougou', latitude: 12.55, longitude: -12.17, country: 'SN' },
  ],
  ['place', place(), { name: 'a', latitude: 91, longitude: 0 }, { name: 'a' }],
  ['place', place(), { name: 'a', latitude: -0, longitude: -0 }, { name: 'a', latitude: 0, longitude: 0 }],
  ['place', place(), { name: 'a', latitude: 4 }, { name: 'a' }],
  ['place', place(), { name: 'a', country: 'Senegal' }, { name: 'a' }],
  ['place', place(), { name: '' }, no('notEmpty')],
  ['place', place(), 'Kédougou', no('place')],
  ['person', person(), 'p-1', 'p-1'],
  ['person', person(), 'Ann Smith', no('id')],
  ['ref', ref('note'), 'x'.repeat(41), no('id')],
  ['ref', ref('note'), '__proto__', no('id')],
  [
    'file',
    file(),
    { hash: HASH, name: 'scan.pdf', size: 10, type: 'application/pdf' },
    { hash: HASH, name: 'scan.pdf', size: 10, type: 'application/pdf' },
  ],
  ['file', file(), { hash: 'A'.repeat(64), name: 'a', size: 1, type: 'b' }, no('file')],
  ['file', file(), { hash: HASH, name: 'a', size: -1, type: 'b' }, no('file')],
  ['file', file(), { hash: HASH, name: 'a', size: Number.NaN, type: 'b' }, no('file')],
  ['file', file(), { hash: HASH, name: 'a'.repeat(301), size: 1, type: 'b' }, no('file')],
  ['file', file(), HASH, no('file')],
  ['link', link(), 'https://example.org/a?b=c', 'https://example.org/a?b=c'],
  ['link', link(), 'javascript:alert(1)', no('webAddress')],
  ['link', link(), 'https://a b', no('webAddress')],
  ['link', link(), `https://${'a'.repeat(2_000)}`, no('shorter', 2_000)],
];

const ALL: readonly AnyField[] = [
  line(),
  text(),
  mood,
  choices({ a: words }),
  tags(),
  flag(),
  integer(0, 100),
  money(),
  quantity(),
  date(),
  moment(),
  place(),
  person(),
  ref('note'),
  refs('note'),
  file(),
  link(),
];

describe('values', () => {
  it.each(ROWS)('KRN-69 %s of kind %o parses %o to %o', (_name, field, value, expected) => {
    const parsed = field.parse(value);
    if (typeof expected === 'object' && expected !== null && 'no' in expected) {
      const { no: word, ...limit } = expected;
      expect(parsed).toEqual({ ok: false, expected: word, ...limit });
      expect(field.is(value)).toBe(false);
    } else expect(parsed).toEqual({ ok: true, value: expected });
  });

  it('KRN-69 parses anything without throwing, and what it parsed parses again to the same', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({ lang: fc.constant('fr'), text: fc.string(), value: fc.string(), unit: fc.string() }),
      fc.record({ instant: fc.string(), zone: fc.string(), minor: fc.double(), currency: fc.string() }),
      fc.record({ name: fc.string(), latitude: fc.double(), longitude: fc.double(), country: fc.string() }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ALL), anything, (field: Field, value) => {
        const parsed = field.parse(value);
        if (!parsed.ok) return;
        expect(field.is(parsed.value)).toBe(true);
        expect(field.parse(parsed.value)).toEqual(parsed);
        expect(JSON.parse(JSON.stringify(parsed.value))).toEqual(parsed.value);
      }),
      runs(500),
    );
  });

  it('KRN-69 knows the days of every month', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysIn(2023, month))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect([1900, 2000, 2023, 2024].map((year) => daysIn(year, 2))).toEqual([28, 29, 28, 29]);
  });

  it('KRN-70 reads nothing where the value is absent, erased or of a newer shape', () => {
    expect(read(money(), { minor: 5, currency: 'EUR' })).toEqual({ minor: 5, currency: 'EUR' });
    for (const value of [undefined, null, 'x', { minor: 5 }, { amount: '5 EUR' }])
      expect(read(money(), value)).toBeUndefined();
    expect(optional(line()).optional).toBe(true);
    expect(line().optional).toBe(false);
  });

  const samples: readonly (readonly [Field, Json])[] = ROWS.flatMap(([, field, , expected]) =>
    typeof expected === 'object' && expected !== null && 'no' in expected ? [] : [[field, expected]],
  );
  it('KRN-71 comes back the same from the cells of a table', () => {
    expect(samples.length).toBeGreaterThan(20);
    for (const [field, value] of samples) {
      if (field.kind === 'place' || field.slots === 'perElement') continue;
      const cells = field.toCells(value);
      expect(cells).toHaveLength(field.columns.length);
      const back = field.fromCells(cells);
      const { by: _by, ...same } =
        typeof value === 'object' && value !== null && 'by' in value ? value : { by: 0 };
      expect(back).toEqual({ ok: true, value: Object.keys(same).length > 0 ? same : value });
    }
    expect(place().fromCells(['Kédougou'])).toEqual({ ok: true, value: { name: 'Kédougou' } });
  });

  it('KRN-71 takes no empty cell for a zero', () => {
    for (const cell of ['', ' ', 'x', '1e3', '0x10']) {
      expect(integer().fromCells([cell]).ok).toBe(false);
      expect(money().fromCells([cell, 'EUR']).ok).toBe(false);
      expect(quantity().fromCells([cell, '%']).ok).toBe(false);
      expect(file().fromCells(['a', HASH, cell, 'b']).ok).toBe(false);
    }
    expect(integer().fromCells([' 7 '])).toEqual({ ok: true, value: 7 });
    expect(quantity().fromCells(['3,5', '%'])).toEqual({ ok: true, value: { value: '3.5', unit: '%' } });
    expect(flag().fromCells(['Oui'])).toEqual({ ok: true, value: true });
    expect(flag().fromCells([''])).toEqual({ ok: true, value: false });
    expect(text().fromCells(['a', ''])).toEqual({ ok: true, value: { lang: 'fr', text: 'a' } });
    expect(moment().fromCells(['2026-01-01T09:00:00Z', ''])).toMatchObject({ value: { zone: 'UTC' } });
    expect(line().fromCells([])).toMatchObject({ ok: false });
  });
});
