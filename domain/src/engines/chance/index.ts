/**
 * A stream of pseudo-random numbers that a seed fixes completely: the same seed gives the same numbers in every
 * browser and on every server. Not for secrets.
 */
export interface Chance {
  /** The next number, at least 0 and below 1, with 32 bits of resolution. */
  next(): number;
  /** The next whole number from 0 to `bound - 1`; `bound` is a whole number of at least 1. */
  below(bound: number): number;
}

/**
 * Opens the stream of a seed.
 *
 * @param seed any finite number; its whole part modulo 2^32 counts.
 * @see mulberry32 by Tommy Ettinger (public domain): one 32-bit state, period 2^32, passes gjrand's tests.
 */
export function openChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return { next, below: (bound) => Math.floor(next() * bound) };
}
