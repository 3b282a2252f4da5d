import { type Circle, PARTNERS, PUBLIC } from '@tablee/domain/kernel';
import { typography } from '@tablee/domain/text';
import { type DoorWords, worded } from './word.ts';

/** What is asked of somebody, as it goes into a messenger. */
export interface Asking {
  readonly partnership: string;
  readonly asker: string;
  /** What is asked, in one line: « Dire si vous venez ». */
  readonly act: string;
  /** What it is about; left out where that is confidential. */
  readonly subject?: string | undefined;
  /** When and where, how many: one line; left out where what it is about is. */
  readonly facts?: string | undefined;
  /** The last moment for an answer, ready to read. */
  readonly until?: string | undefined;
  /** True for news, which asks for nothing. */
  readonly tells?: boolean | undefined;
  /** Absent where there is nothing to open. */
  readonly url?: string | undefined;
}

const ASKS: DoorWords = {
  fr: '{asker} vous demande : {what}',
  en: '{asker} asks you: {what}',
  de: '{asker} bittet Sie: {what}',
  es: '{asker} le pide: {what}',
};
const TELLS: DoorWords = {
  fr: '{asker} vous fait savoir : {what}',
  en: '{asker} lets you know: {what}',
  de: '{asker} teilt Ihnen mit: {what}',
  es: '{asker} le informa: {what}',
};
const UNTIL: DoorWords = {
  fr: 'Avant le {until}, en une minute, sans compte :',
  en: 'By {until}, in one minute, no account needed:',
  de: 'Bis {until}, in einer Minute, ohne Konto:',
  es: 'Antes del {until}, en un minuto, sin cuenta:',
};
const SOON: DoorWords = {
  fr: 'Une minute, sans compte :',
  en: 'One minute, no account needed:',
  de: 'Eine Minute, ohne Konto:',
  es: 'Un minuto, sin cuenta:',
};
const INSIDE: { readonly until: DoorWords; readonly soon: DoorWords } = {
  until: { fr: 'Avant le {until} :', en: 'By {until}:', de: 'Bis {until}:', es: 'Antes del {until}:' },
  soon: { fr: 'Dans Tablée :', en: 'In Tablée:', de: 'In Tablée:', es: 'En Tablée:' },
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * The four lines that ask something of somebody in a messenger, or tell it: where, who asks what, when and until when,
 * one link. `isInside`: the link leads into the app, so an account is needed.
 */
export const fourLines = (asking: Asking, lang: string, isInside = false): string => {
  const { partnership, asker, act, subject, facts, until, tells, url } = asking;
  const about = subject === undefined ? '' : `${lang === 'fr' ? ' :' : ':'} ${oneLine(subject)}`;
  const timed = isInside ? INSIDE.until : UNTIL;
  const untimed = isInside ? INSIDE.soon : SOON;
  const timing =
    until === undefined ? worded(untimed, lang) : worded(timed, lang).replace('{until}', () => until);
  // Without a subject the rest would give it away.
  const known = subject === undefined || facts === undefined ? [] : [oneLine(facts)];
  const last = [...known, ...(url === undefined ? [] : [timing])].join('. ');
  const lines = [
    oneLine(partnership),
    worded(tells === true ? TELLS : ASKS, lang)
      .replace('{asker}', () => asker)
      .replace('{what}', () => `${act}${about}`),
    ...(last === '' ? [] : [last]),
  ];
  return [...lines.map((line) => typography(line, lang)), ...(url === undefined ? [] : [url])].join('\n');
};

/** False where even the title may tell too much to whoever sees the telephone: in every circle narrower than the partners. */
export const mayBeNamed = (...circles: readonly (Circle | undefined)[]): boolean =>
  circles.every((circle) => circle === undefined || circle === PARTNERS || circle === PUBLIC);
