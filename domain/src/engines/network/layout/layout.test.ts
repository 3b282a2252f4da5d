import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutNetwork } from '../index.ts';

const input = fc
  .tuple(fc.integer({ min: 1, max: 25 }), fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 40 }))
  .map(([actors, pairs]) => ({
    actors,
    ties: pairs
      .filter(([from, to]) => from !== to && from < actors && to < actors)
      .map(([from, to]) => [from, to, 1] as const),
  }));

function nearest(places: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let a = 0; a < places.length; a += 2) {
    for (let b = a + 2; b < places.length; b += 2) {
      least = Math.min(
        least,
        Math.hypot((places[a] ?? 0) - (places[b] ?? 0), (places[a + 1] ?? 0) - (places[b + 1] ?? 0)),
      );
    }
  }
  return least;
}

describe('layout', () => {
  it('NET-9 gives the same places for the same input, each actor its own', () => {
    fc.assert(
      fc.property(input, (any) => {
        const places = layOutNetwork(any);
        expect(places).toEqual(layOutNetwork(any));
        expect(places.length).toBe(any.actors * 2);
        expect(places.every(Number.isFinite)).toBe(true);
        expect(nearest(places)).toBeGreaterThan(8);
      }),
      { numRuns: 20 },
    );
  });

  it('NET-9 keeps known places nearly as they were when an actor joins', () => {
    const ring = Array.from({ length: 12 }, (_, i) => [i, (i + 1) % 12, 1] as const);
    const first = layOutNetwork({ actors: 12, ties: ring });
    const before = new Float64Array(26).fill(Number.NaN);
    before.set(first);
    const second = layOutNetwork({ actors: 13, ties: [...ring, [0, 12, 1]], before });
    const moves = Array.from({ length: 12 }, (_, i) =>
      Math.hypot(
        (second[2 * i] ?? 0) - (first[2 * i] ?? 0),
        (second[2 * i + 1] ?? 0) - (first[2 * i + 1] ?? 0),
      ),
    );
    const extent = Math.max(...first.map(Math.abs));
    expect(moves.sort((a, b) => a - b)[6]).toBeLessThan(extent / 3);
  });

  it('NET-9 draws the tied nearer than the untied', () => {
    const places = layOutNetwork({
      actors: 4,
      ties: [
        [0, 1, 1],
        [2, 3, 1],
      ],
    });
    const apart = (a: number, b: number) =>
      Math.hypot(
        (places[2 * a] ?? 0) - (places[2 * b] ?? 0),
        (places[2 * a + 1] ?? 0) - (places[2 * b + 1] ?? 0),
      );
    expect(Math.max(apart(0, 1), apart(2, 3))).toBeLessThan(Math.min(apart(0, 2), apart(1, 3)));
  });
});
