import { daysIn } from '@tablee/domain/kernel';

const two = (number: number): string => String(number).padStart(2, '0');

const parts = (
  iso: string,
): { readonly year: number; readonly month: number | undefined; readonly day: number | undefined } => {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return { year: year ?? 0, month, day };
};

const written = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** The first day (`YYYY-MM-DD`) of a date of any precision: `2019-03` → `2019-03-01`. */
export const firstDay = (date: string): string => {
  const { year, month, day } = parts(date);
  return written(year, month ?? 1, day ?? 1);
};

/** The last day (`YYYY-MM-DD`) of a date of any precision: `2019` → `2019-12-31`. Also takes an instant. */
export const lastDay = (date: string): string => {
  const { year, month, day } = parts(date);
  return written(year, month ?? 12, day ?? daysIn(year, month ?? 12));
};

/** Days since 1 January 1970, a whole number; `day` is `YYYY-MM-DD`. */
export const dayNumber = (day: string): number => {
  const { year, month, day: dayOfMonth } = parts(day);
  return Date.UTC(year, (month ?? 1) - 1, dayOfMonth ?? 1) / 86_400_000;
};

/** Days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The day `months` later; the last day of the month where the month is shorter. */
export const addMonths = (day: string, months: number): string => {
  const { year, month, day: dayOfMonth } = parts(day);
  const count = year * 12 + (month ?? 1) - 1 + months;
  const inYear = Math.floor(count / 12);
  const inMonth = count - inYear * 12 + 1;
  return written(inYear, inMonth, Math.min(dayOfMonth ?? 1, daysIn(inYear, inMonth)));
};

/** The day `days` later (0 or more); a plain walk over month ends. */
export const addDays = (day: string, days: number): string => {
  let { year, month = 1, day: dayOfMonth = 1 } = parts(day);
  dayOfMonth += days;
  while (dayOfMonth > daysIn(year, month)) {
    dayOfMonth -= daysIn(year, month);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return written(year, month, dayOfMonth);
};
