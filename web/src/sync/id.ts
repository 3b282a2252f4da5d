const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 20;

/** Random bytes for many ids, since each request for some costs more than the bytes; none is used twice. */
const pool = new Uint8Array(100 * LENGTH);
let at = pool.length;

/** A new id: 20 characters of lower-case base32, 100 random bits. */
export const newId = (): string => {
  if (at === pool.length) {
    crypto.getRandomValues(pool);
    at = 0;
  }
  let id = '';
  for (const end = at + LENGTH; at < end; at += 1) id += ALPHABET[(pool[at] ?? 0) & 31];
  return id;
};
