import { formatDate, formatDeadline } from '@tablee/domain/text';
import type { RoundMoment } from './round-state.ts';

/** What is filled into the gaps of a text. */
export type Fill = { readonly [gap: string]: string | number };

const isOne = (value: string | number | undefined, lang: string): boolean => {
  const number = Number(value);
  return Number.isFinite(number) && new Intl.PluralRules([lang, 'fr']).select(number) === 'one';
};

/**
 * A text of the pages with its gaps filled: `{people}` takes the value, `{people|person|people}` the first form where
 * the language says one, else the last. A gap without a value stays as it is.
 */
export const filled = (text: string, fill: Fill, lang: string): string =>
  text.replace(/\{(\w+)((?:\|[^|{}]*)*)\}/g, (gap, name: string, choice: string) => {
    const forms = choice.split('|').slice(1);
    if (!Object.hasOwn(fill, name)) return gap;
    return (
      (forms.length === 0 ? undefined : isOne(fill[name], lang) ? forms[0] : forms.at(-1)) ??
      String(fill[name])
    );
  });

/** A day (`YYYY-MM-DD`) in a language; one that this machine does not know is written as in French. */
export const dayIn = (day: string, lang: string): string =>
  lang === 'fr' || lang === 'en'
    ? formatDate(day, lang)
    : new Intl.DateTimeFormat([lang, 'fr'], { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));

/** A moment in a language, with its zone's own hour. */
export const momentIn = ({ instant, zone }: RoundMoment, lang: string): string =>
  lang === 'fr' || lang === 'en'
    ? formatDeadline(instant, zone, lang)
    : new Intl.DateTimeFormat([lang, 'fr'], { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(
        Date.parse(instant),
      );

/** Seconds that one statement takes. */
const SECONDS_EACH = 12;

/** About how long so many statements take, in whole minutes. */
export const minutesFor = (statements: number): number =>
  Math.max(1, Math.round((statements * SECONDS_EACH) / 60));
