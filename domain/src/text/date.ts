import { intlTag, isFrench } from './locale.ts';
import { typography } from './typography.ts';

/** How precisely a date is known, read from its ISO form: `2019`, `2019-03`, `2019-03-12`. */
export type DatePrecision = 'year' | 'month' | 'day';

const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The parts of an ISO date; month and day are 1-based and absent where the precision lacks them. */
export interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly precision: DatePrecision;
}

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `undefined` for anything else, the 30th of February included. */
export function readDate(iso: string): DateParts | undefined {
  const match = ISO_DATE.exec(iso);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2] === undefined) return { year, precision: 'year' };
  const month = Number(match[2]);
  const length = DAYS_IN_MONTH[month - 1];
  if (length === undefined) return undefined;
  if (match[3] === undefined) return { year, month, precision: 'month' };
  const day = Number(match[3]);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && !leap ? 28 : length;
  return day >= 1 && day <= last ? { year, month, day, precision: 'day' } : undefined;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}|${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(intlTag(language), options);
  formatters.set(key, made);
  return made;
}

// CLDR writes « 1 mars »; French says « 1er mars ».
const ordinalFirst = (text: string, language: string): string =>
  isFrench(language) ? text.replace(/(^|\s)1 (?=\p{L})/u, '$11er ') : text;

/** Options of {@link formatDate}: `long` « 12 mars 2019 » (default), `short` « 12/03/2019 », with the weekday. */
export interface DateStyle {
  readonly form?: 'long' | 'short';
  readonly weekday?: boolean;
  /** Leaves the year out where the sentence already says it; ignored below day precision. */
  readonly withoutYear?: boolean;
}

/**
 * Writes a date with the precision it has: « 2019 », « mars 2019 », « 12 mars 2019 » / "12 March 2019". Never
 * invents a first of the month. Text that is no date is returned unchanged.
 *
 * @param iso - `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, without zone
 */
export function formatDate(iso: string, language: string, style: DateStyle = {}): string {
  const parts = readDate(iso);
  if (!parts) return iso;
  if (parts.precision === 'year') return iso;
  const at = Date.UTC(parts.year, (parts.month ?? 1) - 1, parts.day ?? 1);
  const month = style.form === 'short' ? '2-digit' : 'long';
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', month };
  if (parts.precision === 'month' || style.withoutYear !== true) options.year = 'numeric';
  if (parts.precision === 'day') {
    options.day = style.form === 'short' ? '2-digit' : 'numeric';
    if (style.weekday === true) options.weekday = 'long';
  }
  const text = formatter(language, options).format(at);
  return style.form === 'short' ? text : ordinalFirst(text, language);
}

/** Writes a period from two ISO dates; one absent end reads « depuis … » / "since …" or « jusqu’à … » / "until …". */
export function formatPeriod(start: string | undefined, end: string | undefined, language: string): string {
  const french = isFrench(language);
  if (start && end) {
    const sides = [formatDate(start, language), formatDate(end, language)];
    return start === end ? formatDate(start, language) : sides.join(' – ');
  }
  if (start) return `${french ? 'depuis' : 'since'} ${formatDate(start, language)}`;
  if (end)
    return `${french ? 'jusqu’en' : 'until'} ${formatDate(end, language)}`.replace(
      /jusqu’en (?=\d{1,2}(?:er)? )/,
      'jusqu’au ',
    );
  return '';
}

interface LocalMoment {
  readonly date: string;
  readonly hour: string;
  readonly minute: string;
}

const MOMENT = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

const zones = new Map<string, Intl.DateTimeFormat | undefined>();

/** Writes moments of a zone. Zones are typed by people and come from other devices: one that is not known here has none. */
function zoneFormatter(zone: string): Intl.DateTimeFormat | undefined {
  if (zones.has(zone)) return zones.get(zone);
  let made: Intl.DateTimeFormat | undefined;
  try {
    made = formatter('en', { ...MOMENT, timeZone: zone });
  } catch {
    made = undefined;
  }
  zones.set(zone, made);
  return made;
}

function inZone(instant: string, zone: string): LocalMoment | undefined {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return undefined;
  const part = new Map(
    (zoneFormatter(zone) ?? formatter('en', { ...MOMENT, timeZone: 'UTC' }))
      .formatToParts(at)
      .map((each) => [each.type, each.value]),
  );
  const date = `${part.get('year') ?? ''}-${part.get('month') ?? ''}-${part.get('day') ?? ''}`;
  return { date, hour: part.get('hour') ?? '', minute: part.get('minute') ?? '' };
}

const clock = (moment: LocalMoment, language: string): string => {
  if (!isFrench(language)) return `${moment.hour}:${moment.minute}`;
  const minutes = moment.minute === '00' ? '' : ` ${moment.minute}`;
  return typography(`${Number(moment.hour)} h${minutes}`, language);
};

/**
 * Writes the time of day of an instant: « 14 h 02 », « 18 h » / "14:02".
 *
 * @param instant - ISO 8601 with zone or `Z`; what cannot be read is returned unchanged
 * @param zone - IANA name, e.g. `Africa/Lusaka`
 */
export function formatTime(instant: string, zone: string, language: string): string {
  const moment = inZone(instant, zone);
  return moment ? clock(moment, language) : instant;
}

/** Writes day and time of an instant in a zone: « 18 mars 2026, 18 h » / "18 March 2026, 18:00". */
export function formatMoment(instant: string, zone: string, language: string, style: DateStyle = {}): string {
  const moment = inZone(instant, zone);
  if (!moment) return instant;
  return `${formatDate(moment.date, language, style)}, ${clock(moment, language)}`;
}

/** The calendar day of an instant in a zone, as `YYYY-MM-DD`; `undefined` when the instant cannot be read. */
export const dayOf = (instant: string, zone: string): string | undefined => inZone(instant, zone)?.date;

/** Names a zone by its city: « heure de Lusaka », « heure d’Abidjan » / "Lusaka time"; UTC keeps its name. */
export function formatZone(zone: string, language: string): string {
  if (/^(?:UTC|GMT|Etc\/UTC)$/i.test(zone) || zoneFormatter(zone) === undefined) return 'UTC';
  const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  if (!isFrench(language)) return `${city} time`;
  return /^[aeiouyéèàâêîôœ]/i.test(city) ? `heure d’${city}` : `heure de ${city}`;
}

/** Writes a deadline and names its zone: « 18 mars 2026, 18 h (heure de Lusaka) ». */
export const formatDeadline = (instant: string, zone: string, language: string): string =>
  `${formatMoment(instant, zone, language)} (${formatZone(zone, language)})`;
