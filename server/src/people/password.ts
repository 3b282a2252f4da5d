import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bounds of a password, in characters. No rule on what it is made of, and it never expires. */
export const PASSWORD = { min: 12, max: 128 } as const;

/** Why a password is not taken. */
export type PasswordRefusal = 'PasswordTooShort' | 'PasswordTooLong' | 'PasswordTooCommon';

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

let list: ReadonlySet<string> | undefined;
const common = (): ReadonlySet<string> => {
  list ??= new Set(
    readFileSync(join(import.meta.dirname, 'common-passwords.txt'), 'utf8')
      .split('\n')
      .map(bare)
      .filter(Boolean),
  );
  return list;
};

/** The shortest text whose repetition makes the whole. */
const period = (text: string): number => {
  for (let length = 1; length <= text.length / 2; length += 1)
    if (
      text ===
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .slice(0, text.length)
    )
      return length;
  return text.length;
};

const isSequence = (text: string): boolean => {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  return (
    Math.abs(step) <= 1 &&
    codes.every((code, index) => index === 0 || code - (codes[index - 1] ?? 0) === step)
  );
};

/**
 * Refuses what is too short, too long, or guessed first: what stands in the bundled list of common passwords
 * (case and signs ignored, digits at the end too), a short text repeated, a run like `abcdef…`, and the person's
 * own name or address.
 */
export const refusePassword = (
  password: string,
  own: readonly string[] = [],
): PasswordRefusal | undefined => {
  const length = [...password.normalize('NFC')].length;
  if (length < PASSWORD.min) return 'PasswordTooShort';
  if (length > PASSWORD.max) return 'PasswordTooLong';
  const plain = bare(password);
  const word = plain.replace(/\d+$/, '');
  const known = common();
  const personal = own.map(bare).filter((text) => text.length >= 4);
  const guessed =
    plain.length < 6 ||
    known.has(plain) ||
    (word.length > 0 && known.has(word)) ||
    (period(plain) <= 6 && plain.length > 6) ||
    isSequence(plain) ||
    personal.some((text) => plain === text || word === text);
  return guessed ? 'PasswordTooCommon' : undefined;
};
