/**
 * A drawing of lots that anyone can repeat from its seed: xmur3 turns the text into a 32-bit state, splitmix32 draws.
 * Fair enough to break ties, not a source of secrets.
 * @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md (xmur3, splitmix32; public domain)
 */
export function lotsFrom(seed: string): (choices: number) => number {
  let state = 1779033703 ^ seed.length;
  for (const char of seed) {
    state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 3432918353);
    state = (state << 13) | (state >>> 19);
  }
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  return (choices) => {
    // Draws above the last full multiple are thrown away, so that every choice is equally likely.
    const limit = 2 ** 32 - (2 ** 32 % choices);
    let drawn = next();
    while (drawn >= limit) drawn = next();
    return drawn % choices;
  };
}
