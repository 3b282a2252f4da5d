import { hash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** SHA-256 of a text or of bytes as 64 lower-case hex digits. */
export const digest = (content: string | Uint8Array): string => hash('sha256', content);

/** The id that stands for `key` in the sample `seed`: 20 characters of base32, the same at every run. */
export const idFor = (seed: string, key: string): string =>
  [...hash('sha256', `${seed}/${key}`, 'buffer').subarray(0, 20)].map((byte) => ALPHABET[byte & 31]).join('');

/** Salts of a sample: 32 hex digits each, the same at every run. What is invented or public needs no secret. */
export const saltsFor = (seed: string): (() => string) => {
  let drawn = 0;
  return () => digest(`${seed}/salt/${drawn++}`).slice(0, 32);
};
