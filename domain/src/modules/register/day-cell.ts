import { date } from '@tablee/domain/kernel';
import { folded } from '../sentence/index.ts';

/** Which number comes first in `03/04/2026`: the day, or the month. */
export type DayOrder = 'dayFirst' | 'monthFirst';

const DATE = date();

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'janvier january januar janv jan',
    'fevrier february februar fevr fev feb',
    'mars march marz mar mrz',
    'avril april avr apr',
    'mai may',
    'juin june juni jun',
    'juillet july juli juil jul',
    'aout august aug',
    'septembre september sept sep',
    'octobre october oktober oct okt',
    'novembre november nov',
    'decembre december dezember dec dez',
  ].flatMap((line, index) => line.split(' ').map((name): readonly [string, number] => [name, index + 1])),
);

const two = (number: number): string => String(number).padStart(2, '0');
const fullYear = (digits: string): number => {
  const year = Number(digits);
  return digits.length === 4 ? year : year + (year < 70 ? 2_000 : 1_900);
};
const written = (year: number, month: number, day?: number): string | undefined => {
  const text = [String(year).padStart(4, '0'), two(month), ...(day === undefined ? [] : [two(day)])].join(
    '-',
  );
  return DATE.is(text) ? text : undefined;
};

const NUMBERS = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/;
const WORDS = /^(?:(\d{1,2})(?:er|st|nd|rd|th)?\s+)?(\p{L}+)\s+(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(\d{4})$/u;

/** Days since 30 December 1899, as spreadsheets count; only what can be meant as a date: 1954 to 2064. */
const SERIAL = { from: 20_000, to: 60_000, epoch: Date.UTC(1899, 11, 30) };

/**
 * The ISO date that a cell says: `2026-03-12` (2019 and 2019-03 too), `12/03/2026` with points or dashes, `03/2026`,
 * « 12 mars 2026 » in three languages, or a spreadsheet's serial number. `undefined` when it says none, and when it may
 * be two days while `order` is not known.
 */
export const readDay = (cell: string, order?: DayOrder): string | undefined => {
  const text = cell.trim();
  const iso = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ]\d{2}:\d{2}.*)?$/.exec(text)?.[1];
  if (iso !== undefined) return DATE.is(iso) ? iso : undefined;
  const numbers = NUMBERS.exec(text);
  if (numbers !== null)
    return ofNumbers(Number(numbers[1]), Number(numbers[2]), fullYear(numbers[3] ?? ''), order);
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  if (month !== null) return written(Number(month[2]), Number(month[1]));
  const words = WORDS.exec(folded(text));
  const named = MONTHS.get(words?.[2] ?? '');
  const day = words?.[1] ?? words?.[3];
  if (words !== null && named !== undefined)
    return written(Number(words[4]), named, day === undefined ? undefined : Number(day));
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (serial < SERIAL.from || serial > SERIAL.to) return undefined;
  return new Date(SERIAL.epoch + serial * 86_400_000).toISOString().slice(0, 10);
};

const ofNumbers = (
  first: number,
  second: number,
  year: number,
  order: DayOrder | undefined,
): string | undefined => {
  if (first > 12) return written(year, second, first);
  if (second > 12 || first === second) return written(year, first, second);
  if (order === undefined) return undefined;
  return order === 'dayFirst' ? written(year, second, first) : written(year, first, second);
};

/**
 * Which order the dates of a column are in: what its unmistakable ones show, `ask` when all of them may be read both
 * ways, `undefined` when there is nothing to decide.
 */
export const dayOrderOf = (cells: Iterable<string>): DayOrder | 'ask' | undefined => {
  let isOpen = false;
  for (const cell of cells) {
    const numbers = NUMBERS.exec(cell.trim());
    if (numbers === null) continue;
    const [first, second] = [Number(numbers[1]), Number(numbers[2])];
    if (first > 12 && second <= 12) return 'dayFirst';
    if (second > 12 && first <= 12) return 'monthFirst';
    isOpen ||= first !== second;
  }
  return isOpen ? 'ask' : undefined;
};
