const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** A new id: 20 characters of lower-case base32, 100 random bits. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => ALPHABET[byte & 31]).join('');
