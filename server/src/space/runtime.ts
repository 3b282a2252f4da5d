import { hash, randomBytes } from 'node:crypto';
import type { Hash } from '@tablee/domain/kernel';

/** Time and chance, injected everywhere so that tests can hold them still. */
export interface Runtime {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** 32 fresh hex digits (16 bytes), independent of every other call. */
  salt(): string;
  /** A fresh id: 20 characters of lower-case base32 (100 random bits). */
  id(): string;
  readonly hash: Hash;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** The letters of an id from random bytes: five bits of each. */
export const idFrom = (bytes: Uint8Array): string => {
  let id = '';
  for (const byte of bytes.subarray(0, 20)) id += ALPHABET.charAt(byte & 31);
  return id;
};

/** Random bytes are drawn from the system by the page: one call per salt would cost more than hashing it. */
const PAGE = 8_192;
let page = Buffer.alloc(0);
const draw = (length: number): Buffer => {
  if (page.length < length) page = randomBytes(PAGE);
  const drawn = page.subarray(0, length);
  page = page.subarray(length);
  return drawn;
};

/** The machine's clock, its random source and its SHA-256. */
export const nodeRuntime: Runtime = {
  now: () => Date.now(),
  salt: () => draw(16).toString('hex'),
  id: () => idFrom(draw(20)),
  hash: (text) => hash('sha256', text),
};

/** A moment as the ledger writes it. */
export const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
