import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  asDecimal,
  asFraction,
  asPlain,
  boundsOf,
  daysBetween,
  firstDay,
  fromDecimal,
  lastDay,
  PERIOD,
  periodName,
  periodOf,
  periodsBetween,
  ratio,
} from './index.ts';

const RHYTHMS = ['month', 'quarter', 'halfYear', 'year'] as const;

describe('reading', () => {
  it('READ-1 knows the bounds of a date and walks over months and leap years', () => {
    expect([firstDay('2024'), lastDay('2024'), lastDay('2024-02')]).toEqual([
      '2024-01-01',
      '2024-12-31',
      '2024-02-29',
    ]);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-03-31', -13)).toBe('2023-02-28');
    expect(addDays('2023-12-30', 400)).toBe('2025-02-02');
  });

  it('READ-2 covers every day by one period whose bounds hold it', () => {
    const days = fc.integer({ min: 0, max: 3_000 }).map((count) => addDays('2020-01-01', count));
    fc.assert(
      fc.property(days, fc.constantFrom(...RHYTHMS), (day, rhythm) => {
        const period = periodOf(rhythm, day);
        const { first, last } = boundsOf(period);
        const next = periodOf(rhythm, addDays(last, 1));
        return (
          PERIOD.test(period) &&
          first <= day &&
          day <= last &&
          next !== period &&
          periodsBetween(rhythm, first, addDays(last, 1)).join() === [period, next].join()
        );
      }),
      { numRuns: 200 },
    );
  });

  it('READ-2 says a period as people do', () => {
    const periods = ['2026', '2026-H1', '2026-Q2', '2026-03'];
    expect(periods.map((period) => periodName(period, 'fr'))).toEqual([
      '2026',
      'S1 2026',
      'T2 2026',
      'mars 2026',
    ]);
    expect(periods.map((period) => periodName(period, 'en'))).toEqual([
      '2026',
      'H1 2026',
      'Q2 2026',
      'March 2026',
    ]);
  });

  it('READ-3 keeps numbers exact and rounds half away from zero for reading', () => {
    expect(asFraction(fromDecimal('-12.50'))).toBe('-25/2');
    expect([asDecimal(ratio(1, 8), 2), asDecimal(ratio(-1, 8), 2), asDecimal(ratio(2, 3), 1)]).toEqual([
      '0.13',
      '-0.13',
      '0.7',
    ]);
    expect([asPlain(ratio(3)), asPlain(ratio(5, 2)), asPlain(ratio(10))]).toEqual(['3', '2.5', '10']);
  });
});
