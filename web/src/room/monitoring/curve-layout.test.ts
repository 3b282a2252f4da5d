import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURVE, lineOf, placesOf } from './curve-layout.ts';

describe('the curve of an indicator', () => {
  it('stays inside the drawing and keeps the order of days and values', () => {
    const point = fc.record({
      day: fc.integer({ min: 0, max: 40_000 }),
      value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), (points) => {
        const place = placesOf(points);
        for (const one of points) {
          const { x, y } = place(one);
          expect(x).toBeGreaterThanOrEqual(CURVE.left - 1e-6);
          expect(x).toBeLessThanOrEqual(CURVE.width - CURVE.right + 1e-6);
          expect(y).toBeGreaterThanOrEqual(CURVE.top - 1e-6);
          expect(y).toBeLessThanOrEqual(CURVE.height - CURVE.bottom + 1e-6);
          for (const other of points) {
            if (one.day < other.day) expect(x).toBeLessThanOrEqual(place(other).x);
            if (one.value < other.value) expect(y).toBeGreaterThanOrEqual(place(other).y);
          }
        }
      }),
    );
  });

  it('writes a line in tenths', () => {
    expect(
      lineOf([
        { x: 1.26, y: 2 },
        { x: 3, y: 4.04 },
      ]),
    ).toBe('1.3,2 3,4');
  });
});
