import { textOf } from '@tablee/domain/kernel';
import { formatDate } from '@tablee/domain/text';
import type { CONFIRMED_HOW, Firmness, FirmnessSaid, POSITION_STANDING } from '../wording/index.ts';
import { type DoorWords, worded } from './word.ts';

/** How firm an answer is. */
export const STANDING_WORDS: { readonly [K in keyof typeof POSITION_STANDING]: DoorWords } = {
  personal: {
    fr: 'À titre personnel',
    en: 'Personal view',
    de: 'Persönliche Ansicht',
    es: 'A título personal',
  },
  inClearance: {
    fr: 'En validation interne',
    en: 'In internal clearance',
    de: 'In interner Abstimmung',
    es: 'En validación interna',
  },
  adReferendum: { fr: 'Ad referendum', en: 'Ad referendum', de: 'Ad referendum', es: 'Ad referéndum' },
  confirmed: { fr: 'Confirmée', en: 'Confirmed', de: 'Bestätigt', es: 'Confirmada' },
};

/** How an organisation confirmed it. */
export const CONFIRMED_HOW_WORDS: { readonly [K in keyof typeof CONFIRMED_HOW]: DoorWords } = {
  decision: {
    fr: 'Par une décision interne',
    en: 'By an internal decision',
    de: 'Durch einen internen Beschluss',
    es: 'Por una decisión interna',
  },
  mandate: {
    fr: 'Par qui en a le mandat',
    en: 'By whoever holds the mandate',
    de: 'Durch die dazu befugte Person',
    es: 'Por quien tiene el mandato',
  },
  letter: { fr: 'Par lettre', en: 'By letter', de: 'Per Brief', es: 'Por carta' },
  signature: { fr: 'Par une signature', en: 'By signature', de: 'Per Unterschrift', es: 'Por firma' },
};

/** What is asked beside a standing, on every form: in the app, at the door of a link, on paper. */
export const FIRM_WORDS: { readonly [K in keyof Required<FirmnessSaid>]: DoorWords } = {
  clearWith: { fr: 'Auprès de qui ?', en: 'With whom?', de: 'Bei wem?', es: '¿Con quién?' },
  clearUntil: { fr: 'Jusqu’à quand ?', en: 'Until when?', de: 'Bis wann?', es: '¿Hasta cuándo?' },
  confirmedBy: { fr: 'Par qui ?', en: 'By whom?', de: 'Durch wen?', es: '¿Por quién?' },
  confirmedHow: { fr: 'Comment ?', en: 'How?', de: 'Wie?', es: '¿Cómo?' },
  confirmedOn: { fr: 'Quel jour ?', en: 'On which day?', de: 'An welchem Tag?', es: '¿Qué día?' },
};

const SAID: { readonly [K in 'with' | 'until' | 'by' | 'on']: (what: string) => DoorWords } = {
  with: (what) => ({
    fr: `auprès de : ${what}`,
    en: `with: ${what}`,
    de: `bei: ${what}`,
    es: `con: ${what}`,
  }),
  until: (what) => ({
    fr: `jusqu’au ${what}`,
    en: `until ${what}`,
    de: `bis ${what}`,
    es: `hasta el ${what}`,
  }),
  by: (what) => ({ fr: `par : ${what}`, en: `by: ${what}`, de: `durch: ${what}`, es: `por: ${what}` }),
  on: (what) => ({ fr: `le ${what}`, en: `on ${what}`, de: `am ${what}`, es: `el ${what}` }),
};

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/**
 * A standing in a language of the doors, then with whom and until when it is cleared, or by whom, how and when it was
 * confirmed: « En validation interne, auprès de : le cabinet, jusqu’au 3 mars 2026 ».
 */
export const standingWords = (
  { standing, firmness }: { readonly standing: keyof typeof STANDING_WORDS; readonly firmness?: Firmness },
  lang: string,
): string => {
  const clearing = textOf(firmness?.with ?? undefined);
  const by = textOf(firmness?.by ?? undefined);
  const day = (iso: string): string => formatDate(iso, lang);
  return [
    worded(STANDING_WORDS[standing], lang),
    ...(clearing === undefined ? [] : [worded(SAID.with(clearing), lang)]),
    ...(firmness?.until ? [worded(SAID.until(day(firmness.until)), lang)] : []),
    ...(by === undefined ? [] : [worded(SAID.by(by), lang)]),
    ...(firmness?.how ? [lower(worded(CONFIRMED_HOW_WORDS[firmness.how], lang))] : []),
    ...(firmness?.on ? [worded(SAID.on(day(firmness.on)), lang)] : []),
  ].join(', ');
};
