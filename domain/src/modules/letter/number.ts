import type { LetterNumber } from './state.ts';

/** How numbers look where the letterhead says nothing: `014/2026`. */
export const NUMBER_PATTERN = '{nnn}/{year}';

const SEQUENCE = /\{(n{1,6})\}/g;
const YEAR = /\{(?:year|an|année|annee)\}/g;

/**
 * A number as it is printed: `{n}` to `{nnnnnn}` is the number within the year, filled with zeros to that length,
 * `{year}` (or `{an}`) the year. A pattern without a number gets it in front, so that two letters never look the same.
 * `undefined` while it is only this device's guess: another device may get the same one first.
 */
export const letterNumber = (given: LetterNumber | null, pattern?: string): string | undefined => {
  if (given === null || typeof given.stamp !== 'number') return undefined;
  const wished = pattern === undefined || pattern.trim() === '' ? NUMBER_PATTERN : pattern.trim();
  const whole = /\{n{1,6}\}/.test(wished) ? wished : `{nnn}/${wished}`;
  return whole
    .replace(SEQUENCE, (_, signs: string) => String(given.number).padStart(signs.length, '0'))
    .replace(YEAR, String(given.year));
};
