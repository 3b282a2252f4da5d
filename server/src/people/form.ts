import { type Refused, refused } from './refusal.ts';

/** A line as it is kept: NFC, without spaces around; `undefined` when nothing or more than `max` characters is left. */
export const lineOf = (value: unknown, max = 300): string | undefined => {
  if (typeof value !== 'string') return undefined;
  const line = value.normalize('NFC').replace(/\s+/g, ' ').trim();
  return line === '' || [...line].length > max ? undefined : line;
};

/** The refusal of a text that is longer than there is room for; `undefined` when it fits or is none. */
export const overlong = (value: unknown, limit: number): Refused | undefined => {
  if (typeof value !== 'string') return undefined;
  const { length } = [...value.normalize('NFC').trim()];
  return length > limit ? refused('TextTooLong', { length, limit }) : undefined;
};

/** A text as it is kept: NFC, one kind of line end, without spaces around; `undefined` when nothing is left. */
export const proseOf = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined;
  const text = value.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  return text === '' ? undefined : text;
};

/** An address in its one form, lower case; `undefined` when it cannot be one. */
export const emailOf = (value: unknown): string | undefined => {
  const line = lineOf(value, 254)?.toLowerCase();
  return line !== undefined && /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@.<>"(),:;[\]\\]+$/.test(line)
    ? line
    : undefined;
};

/** A name as it is compared for signing in: case, accents and signs do not count. */
export const handleOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A PIN of six digits that is not the first one would guess. */
export const readPin = (value: unknown): { readonly ok: true; readonly pin: string } | Refused => {
  const digits = typeof value === 'string' ? value.replace(/[\s.-]/g, '') : '';
  if (!/^\d{6}$/.test(digits)) return refused('Invalid');
  const steps = [...digits].slice(1).map((digit, index) => Number(digit) - Number(digits[index]));
  const simple =
    steps.every((step) => step === steps[0] && Math.abs(step) <= 1) || /^(\d\d?\d?)\1+$/.test(digits);
  return simple ? refused('PinTooSimple') : { ok: true, pin: digits };
};

/** French unless English was asked for. */
export const languageOf = (value: unknown): 'fr' | 'en' => (value === 'en' ? 'en' : 'fr');

/** A person's own data, as a form brings them. */
export interface OwnData {
  readonly name: string;
  readonly email?: string;
}

/** Reads name (required) and address (optional). */
export const readOwnData = (
  name: unknown,
  email: unknown,
): { readonly ok: true; readonly own: OwnData } | Refused => {
  const long = overlong(name, 300) ?? overlong(email, 254);
  if (long !== undefined) return long;
  const line = lineOf(name);
  if (line === undefined) return refused('NameMissing');
  if (email === undefined || email === null || email === '') return { ok: true, own: { name: line } };
  const address = emailOf(email);
  return address === undefined ? refused('EmailInvalid') : { ok: true, own: { name: line, email: address } };
};
