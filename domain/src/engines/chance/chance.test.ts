import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openChance } from './index.ts';

describe('chance', () => {
  it('CHA-1 gives the same numbers for the same seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [one, two] = [openChance(seed), openChance(seed)];
        expect(Array.from({ length: 20 }, one.next)).toEqual(Array.from({ length: 20 }, two.next));
      }),
    );
    expect(openChance(1).next()).toBeCloseTo(0.6270739405881613, 15);
  });

  it('CHA-2 stays within its bounds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1000 }), (seed, bound) => {
        const drawn = openChance(seed).below(bound);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < bound).toBe(true);
      }),
    );
  });

  it('CHA-3 is even over many draws', () => {
    const chance = openChance(7);
    const counts = [0, 0, 0, 0, 0];
    for (let i = 0; i < 50_000; i++) {
      const drawn = chance.below(5);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});
