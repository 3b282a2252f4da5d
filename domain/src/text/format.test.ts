import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecimal, readMoney } from './amount.ts';
import {
  dayOf,
  formatDate,
  formatDeadline,
  formatMoment,
  formatPeriod,
  formatTime,
  formatZone,
  readDate,
} from './date.ts';
import { currencyDecimals, formatMoney, formatNumber, formatPercent, formatQuantity } from './number.ts';

const N = '\u202F';

describe('numbers', () => {
  it('TXT-7 groups thousands in each language', () => {
    expect(formatNumber(40_000.5, 'fr')).toBe(`40${N}000,5`);
    expect(formatNumber(40_000.5, 'en')).toBe('40,000.5');
    expect(formatPercent(0.611, 'fr')).toBe(`61,1${N}%`);
    expect(formatPercent(0.611, 'en')).toBe('61.1%');
    expect(formatQuantity(1250, 'm³', 'fr')).toBe(`1${N}250\u00A0m³`);
    expect(formatQuantity(65.1, '%', 'fr')).toBe(`65,1${N}%`);
    expect(formatQuantity(65.1, '%', 'en')).toBe('65.1%');
  });

  it('TXT-8 writes money from minor units with the decimals of its currency', () => {
    expect(formatMoney(4_000_050, 'EUR', 'fr')).toBe(`40${N}000,50${N}€`);
    expect(formatMoney(4_000_000, 'EUR', 'fr')).toBe(`40${N}000${N}€`);
    expect(formatMoney(4_000_050, 'EUR', 'en')).toBe('€40,000.50');
    expect(formatMoney(40_000, 'XOF', 'fr')).toContain(`40${N}000`);
    expect(currencyDecimals('XOF')).toBe(0);
    expect(currencyDecimals('TND')).toBe(3);
    expect(formatMoney(1200, 'heures', 'fr')).toBe('12\u00A0heures');
  });
});

describe('dates', () => {
  it('TXT-10 reads a zone that nobody knows as UTC and says so', () => {
    expect(dayOf('2026-03-18T23:30:00Z', 'Valley/Lower_Town')).toBe('2026-03-18');
    expect(formatDeadline('2026-03-18T18:00:00Z', 'Valley/Lower_Town', 'en')).toBe(
      '18 March 2026, 18:00 (UTC)',
    );
  });

  it('TXT-9 writes a date with the precision it has', () => {
    expect(formatDate('2019', 'fr')).toBe('2019');
    expect(formatDate('2019-03', 'fr')).toBe('mars 2019');
    expect(formatDate('2019-03', 'en')).toBe('March 2019');
    expect(formatDate('2019-03-12', 'fr')).toBe('12 mars 2019');
    expect(formatDate('2019-03-01', 'fr')).toBe('1er mars 2019');
    expect(formatDate('2019-03-01', 'fr', { weekday: true })).toBe('vendredi 1er mars 2019');
    expect(formatDate('2019-03-12', 'en')).toBe('12 March 2019');
    expect(formatDate('2019-03-12', 'fr', { form: 'short' })).toBe('12/03/2019');
    expect(formatDate('2019-03-12', 'fr', { withoutYear: true })).toBe('12 mars');
    expect(formatDate('mardi', 'fr')).toBe('mardi');
  });

  it('TXT-9 reads only days that exist', () => {
    expect(readDate('2023-02-29')).toBeUndefined();
    expect(readDate('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29, precision: 'day' });
    expect(readDate('2024-13')).toBeUndefined();
    expect(readDate('2024-04-31')).toBeUndefined();
  });

  it('TXT-9 writes a period with one or two ends', () => {
    expect(formatPeriod('2019', '2021-06', 'fr')).toBe('2019 – juin 2021');
    expect(formatPeriod('2019-03', undefined, 'en')).toBe('since March 2019');
    expect(formatPeriod(undefined, '2021-06-30', 'fr')).toBe('jusqu’au 30 juin 2021');
    expect(formatPeriod(undefined, '2021-06', 'fr')).toBe('jusqu’en juin 2021');
  });

  it('TXT-10 writes a time in the zone asked for, and a deadline names it', () => {
    const at = '2026-03-18T16:00:00Z';
    expect(formatTime(at, 'Africa/Lusaka', 'fr')).toBe(`18${N}h`);
    expect(formatTime('2026-03-18T12:02:00Z', 'Africa/Lusaka', 'fr')).toBe(`14${N}h${N}02`);
    expect(formatTime('2026-03-18T07:41:00Z', 'Africa/Lusaka', 'fr')).toBe(`9${N}h${N}41`);
    expect(formatTime(at, 'Africa/Lusaka', 'en')).toBe('18:00');
    expect(formatMoment(at, 'Africa/Lusaka', 'en')).toBe('18 March 2026, 18:00');
    expect(formatDeadline(at, 'Africa/Lusaka', 'fr')).toBe(`18 mars 2026, 18${N}h (heure de Lusaka)`);
    expect(formatZone('Africa/Abidjan', 'fr')).toBe('heure d’Abidjan');
    expect(formatZone('America/Argentina/Buenos_Aires', 'en')).toBe('Buenos Aires time');
    expect(dayOf('2026-03-18T23:30:00Z', 'Africa/Lusaka')).toBe('2026-03-19');
    expect(formatTime('demain', 'UTC', 'fr')).toBe('demain');
  });
});

describe('amounts', () => {
  it('TXT-11 reads French and English notation', () => {
    for (const typed of [
      '40 000,50',
      '40,000.50',
      '40.000,50',
      `40${N}000,50`,
      '40000.50',
      '40000,5',
      '40’000.50',
      '40 000,50 €',
      'EUR 40,000.50',
    ]) {
      expect(readMoney(typed, 'EUR', 'fr'), typed).toEqual({ ok: true, minor: 4_000_050, ambiguous: false });
    }
    expect(readMoney('-12,5', 'EUR', 'fr')).toMatchObject({ minor: -1250 });
    expect(readMoney('40 000', 'XOF', 'fr')).toMatchObject({ minor: 40_000 });
  });

  it('TXT-12 three digits after one separator group thousands where decimals are fewer', () => {
    expect(readMoney('40,000', 'EUR', 'fr')).toMatchObject({ minor: 4_000_000 });
    expect(readMoney('40.000', 'EUR', 'en')).toMatchObject({ minor: 4_000_000 });
    expect(readDecimal('1,234', 'fr')).toMatchObject({ decimal: '1.234', ambiguous: true });
    expect(readDecimal('1,234', 'en')).toMatchObject({ decimal: '1234', ambiguous: true });
    expect(readDecimal('0,125', 'en')).toMatchObject({ decimal: '0.125', ambiguous: false });
  });

  it('TXT-13 refuses what it cannot read', () => {
    expect(readMoney('', 'EUR', 'fr')).toEqual({ ok: false, code: 'AmountMissing' });
    for (const typed of ['douze', '1,2,3', '1.234,5.6', '40 00', '4,00,000.5', '--3', '.']) {
      expect(readMoney(typed, 'EUR', 'fr'), typed).toEqual({ ok: false, code: 'AmountUnreadable' });
    }
    expect(readMoney('1,2345', 'EUR', 'fr')).toEqual({ ok: false, code: 'TooManyDecimals', decimals: 2 });
    expect(readMoney('12,5', 'XOF', 'fr')).toEqual({ ok: false, code: 'TooManyDecimals', decimals: 0 });
    expect(readMoney('9'.repeat(16), 'EUR', 'fr')).toEqual({ ok: false, code: 'AmountTooLarge' });
  });

  it('TXT-11 reads back every amount that it writes', () => {
    const minor = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(
        minor,
        fc.constantFrom('EUR', 'XOF', 'TND'),
        fc.constantFrom('fr', 'en'),
        (amount, currency, language) => {
          const decimals = currencyDecimals(currency);
          const typed = formatNumber(amount / 10 ** decimals, language, {
            minDecimals: decimals,
            maxDecimals: decimals,
          });
          const reading = readMoney(typed, currency, language);
          return reading.ok && reading.minor === amount;
        },
      ),
    );
  });
});
