import { createHmac, hash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { idFrom } from '../space/runtime.ts';

/** No I, L or O: read aloud and copied by hand. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';

/** A fresh id: 20 characters of lower-case base32 (100 random bits). */
export const newId = (): string => idFrom(randomBytes(20));

/** A fresh token for a link (128 bits, 22 characters) or a session (256 bits, 43 characters). */
export const newToken = (bits: 128 | 256): string => randomBytes(bits / 8).toString('base64url');

/** SHA-256 in hex: all that is stored of a token. */
export const hashOf = (token: string): string => hash('sha256', token);

/** Six random digits: the code of an e-mail. */
export const newDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0');

const codeBy = (draw: (below: number) => number): string => {
  const letters = Array.from({ length: 5 }, () => LETTERS[draw(LETTERS.length)] ?? 'A').join('');
  return printedCode(letters + String(draw(10_000)).padStart(4, '0'));
};

/** Five random letters and four digits, as they are printed: `PUITS-4821`. */
export const newCode = (): string => codeBy(randomInt);

/** A code in its one form, as it is printed: `PUITS-4821`. */
export const printedCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** The code that a keyed hash (64 hex digits) stands for: the same each time, and nobody's guess without the key. */
export const codeFrom = (keyed: string): string => {
  const bytes = Buffer.from(keyed, 'hex');
  let at = 0;
  return codeBy((below) => {
    at += 4;
    return bytes.readUInt32BE(at - 4) % below;
  });
};

/** A code as it was typed, in its one form: capitals and digits, nothing between; `undefined` when it cannot be one. */
export const readCode = (typed: string): string | undefined => {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return /^[A-Z]{5}\d{4}$/.test(bare) ? bare : undefined;
};

/** HMAC-SHA-256 in hex: for short secrets, which a plain hash would not protect. */
export const keyedHash = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text).digest('hex');

/** Compares two hex hashes in constant time. */
export const sameHash = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const COST = 15;
const BLOCK = 8;
const LANES = 3;
/** Each hash takes 32 MB while it runs; more at once would let a burst of sign-ins eat the memory. */
const AT_ONCE = 2;

/** Slow hashes for what people choose themselves. */
export interface Hasher {
  /** scrypt with a fresh salt, written as `scrypt$15$salt$hash`. */
  hash(secret: string): Promise<string>;
  /** True when `secret` has that hash. An absent one takes as long as a wrong one, so that time tells nothing. */
  matches(secret: string, stored: string | undefined): Promise<boolean>;
}

let running = 0;
const waiting: (() => void)[] = [];

const derive = async (secret: string, salt: Buffer, cost: number): Promise<Buffer> => {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    const options = { N: 2 ** cost, r: BLOCK, p: LANES, maxmem: 2 ** cost * BLOCK * 128 * 2 };
    return await new Promise<Buffer>((done, fail) =>
      scrypt(secret.normalize('NFC'), salt, 32, options, (error, key) => (error ? fail(error) : done(key))),
    );
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
};

/** Hashes by scrypt: N = 2^`cost` (15 unless told), r = 8, p = 3. A lower cost is for tests. */
export const hasherOf = (cost = COST): Hasher => ({
  async hash(secret) {
    const salt = randomBytes(16);
    const key = await derive(secret, salt, cost);
    return `scrypt$${cost}$${salt.toString('base64url')}$${key.toString('base64url')}`;
  },
  async matches(secret, stored) {
    const decoy = `scrypt$${cost}$AAAAAAAAAAAAAAAAAAAAAA$${'A'.repeat(43)}`;
    const [, written, salt, hash] = (stored ?? decoy).split('$');
    const key = await derive(secret, Buffer.from(salt ?? '', 'base64url'), Number(written));
    const expected = Buffer.from(hash ?? '', 'base64url');
    return stored !== undefined && expected.length === key.length && timingSafeEqual(key, expected);
  },
});
