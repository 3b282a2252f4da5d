import { describe, expect, it } from 'vitest';
import { arcPath, arcWidth, GAP_DEGREES, pointAt, quarter } from './ring-geometry.ts';

describe('the ring', () => {
  it('never lets two arcs touch, whatever is current', () => {
    for (const size of [40, 84, 88, 220]) {
      const radius = size / 2 - 6;
      for (const phase of [1, 2, 3]) {
        const here = quarter(phase, radius, arcWidth('current', size));
        const next = quarter(phase + 1, radius, arcWidth('reached', size));
        const caps =
          (((arcWidth('current', size) + arcWidth('reached', size)) / 2) * 180) / (Math.PI * radius);
        expect(next.start - here.end).toBeGreaterThan(caps);
        expect(here.end).toBeGreaterThan(here.start);
      }
    }
  });

  it('keeps the gap where a newcomer enters', () => {
    expect(quarter(4, 104, 2).end).toBeLessThanOrEqual(360 - GAP_DEGREES);
  });

  it('starts at the top and runs clockwise', () => {
    expect(pointAt(50, 40, 0)).toEqual([50, 10]);
    expect(pointAt(50, 40, 90)).toEqual([90, 50]);
    expect(arcPath(50, 40, 0, 90)).toBe('M50 10A40 40 0 0 1 90 50');
    expect(arcPath(50, 40, 90, 0)).toBe('M90 50A40 40 0 0 0 50 10');
  });
});
