/** A synchronous hash: the SHA-256 (FIPS 180-4) of the UTF-8 bytes of `text`, as 64 lower-case hex digits. */
export type Hash = (text: string) => string;

const K = new Uint32Array(64);
const INITIAL = new Uint32Array(8);

const fractional = (x: number): number => ((x - Math.floor(x)) * 0x1_0000_0000) | 0;

const fillConstants = (): void => {
  let filled = 0;
  for (let candidate = 2; filled < 64; candidate++) {
    let prime = true;
    for (let d = 2; d * d <= candidate; d++) if (candidate % d === 0) prime = false;
    if (!prime) continue;
    if (filled < 8) INITIAL[filled] = fractional(Math.sqrt(candidate));
    K[filled++] = fractional(Math.cbrt(candidate));
  }
};
fillConstants();

/** The UTF-8 bytes of `text`; lone surrogates become U+FFFD, as in every encoder of the web platform. */
export const utf8 = (text: string): number[] => {
  const bytes: number[] = [];
  for (const char of text) {
    let code = char.codePointAt(0) ?? 0xfffd;
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return bytes;
};

const at = (words: Uint32Array, index: number): number => words[index] ?? 0;
const rotate = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

const extend = (w: Uint32Array): void => {
  for (let i = 16; i < 64; i++) {
    const a = at(w, i - 15);
    const b = at(w, i - 2);
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    w[i] = (at(w, i - 16) + s0 + at(w, i - 7) + s1) | 0;
  }
};

const compress = (state: Uint32Array, w: Uint32Array): void => {
  extend(w);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(K, i) + at(w, i)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (at(state, i) + word) | 0;
  });
};

/** Takes the blocks of 64 bytes below `to` in. */
const absorb = (state: Uint32Array, bytes: ArrayLike<number>, to: number): void => {
  const w = new Uint32Array(64);
  for (let block = 0; block < to; block += 64) {
    for (let i = 0; i < 16; i++) {
      const o = block + i * 4;
      w[i] =
        ((bytes[o] ?? 0) << 24) |
        ((bytes[o + 1] ?? 0) << 16) |
        ((bytes[o + 2] ?? 0) << 8) |
        (bytes[o + 3] ?? 0);
    }
    compress(state, w);
  }
};

/** Takes in what is left of a content of `length` bytes, and its end: a bit, zeros, how long it was. */
const close = (state: Uint32Array, rest: number[], length: number): string => {
  const bits = length * 8;
  rest.push(0x80);
  while (rest.length % 64 !== 56) rest.push(0);
  for (let shift = 56; shift >= 0; shift -= 8) rest.push(Math.floor(bits / 2 ** shift) % 256);
  absorb(state, rest, rest.length);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
};

/**
 * SHA-256 in plain code, because WebCrypto is asynchronous and the fold is not (docs/decisions, salted parts).
 * About 5 µs for 150 bytes; the server injects Node's, which is ten times faster.
 */
export const sha256: Hash = (text) => {
  const bytes = utf8(text);
  return close(INITIAL.slice(), bytes, bytes.length);
};

/** The SHA-256 of bytes, as 64 lower-case hex digits: for files on a page that has no WebCrypto (plain http). */
export const sha256Of = (bytes: Uint8Array): string => {
  const state = INITIAL.slice();
  const whole = bytes.length - (bytes.length % 64);
  absorb(state, bytes, whole);
  return close(state, [...bytes.subarray(whole)], bytes.length);
};
