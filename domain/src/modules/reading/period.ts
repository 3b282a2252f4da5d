import type { Language } from '@tablee/domain/kernel';
import { formatDate } from '@tablee/domain/text';
import { firstDay, lastDay } from './day.ts';

/** A rhythm: once a month, a quarter, half a year or a year. */
export type PeriodRhythm = 'month' | 'quarter' | 'halfYear' | 'year';

/** What a period looks like: `2024`, `2024-H1`, `2024-Q3`, `2024-05`. */
export const PERIOD = /^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/;

const MONTHS: { readonly [R in PeriodRhythm]: number } = { month: 1, quarter: 3, halfYear: 6, year: 12 };

const name = (rhythm: PeriodRhythm, year: number, index: number): string => {
  const head = String(year).padStart(4, '0');
  switch (rhythm) {
    case 'month':
      return `${head}-${String(index + 1).padStart(2, '0')}`;
    case 'quarter':
      return `${head}-Q${index + 1}`;
    case 'halfYear':
      return `${head}-H${index + 1}`;
    case 'year':
      return head;
  }
};

const month = (day: string): number => Number(day.slice(5, 7));

/** The period of a rhythm in which a day (`YYYY-MM-DD`) lies. */
export const periodOf = (rhythm: PeriodRhythm, day: string): string =>
  name(rhythm, Number(day.slice(0, 4)), Math.floor((month(day) - 1) / MONTHS[rhythm]));

/** The rhythm of a period's name. */
export const rhythmOf = (period: string): PeriodRhythm => {
  if (period.includes('Q')) return 'quarter';
  if (period.includes('H')) return 'halfYear';
  return period.length > 4 ? 'month' : 'year';
};

/** First and last day of a period. */
export const boundsOf = (period: string): { readonly first: string; readonly last: string } => {
  const rhythm = rhythmOf(period);
  const head = period.slice(0, 4);
  if (rhythm === 'year' || rhythm === 'month') return { first: firstDay(period), last: lastDay(period) };
  const index = Number(period.slice(6)) - 1;
  const start = index * MONTHS[rhythm] + 1;
  const end = start + MONTHS[rhythm] - 1;
  return { first: firstDay(`${head}-${pad(start)}`), last: lastDay(`${head}-${pad(end)}`) };
};

const pad = (number: number): string => String(number).padStart(2, '0');

/** The periods of a rhythm from the one of day `from` to the one of day `to`, both included; at most 600. */
export const periodsBetween = (rhythm: PeriodRhythm, from: string, to: string): readonly string[] => {
  const perYear = 12 / MONTHS[rhythm];
  const index = (day: string): number =>
    Number(day.slice(0, 4)) * perYear + Math.floor((month(day) - 1) / MONTHS[rhythm]);
  const found: string[] = [];
  for (let at = index(from); at <= index(to) && found.length < 600; at += 1)
    found.push(name(rhythm, Math.floor(at / perYear), at % perYear));
  return found;
};

/** A period as people say it: « mars 2026 », « T2 2026 », « S1 2026 », « 2026 »; "March 2026", "Q2 2026", "H1 2026", "2026". */
export const periodName = (period: string, lang: Language): string => {
  const year = period.slice(0, 4);
  const index = period.slice(6);
  switch (rhythmOf(period)) {
    case 'month':
      return formatDate(period, lang);
    case 'quarter':
      return `${lang === 'fr' ? 'T' : 'Q'}${index} ${year}`;
    case 'halfYear':
      return `${lang === 'fr' ? 'S' : 'H'}${index} ${year}`;
    case 'year':
      return year;
  }
};
