import { describe, expect, it } from 'vitest';
import { SEATS_WIDTH, seatSpots, seatsHeight } from './seat-layout.ts';

describe('seats around a table', () => {
  it('keeps the words of every seat apart and inside the drawing, from one seat to thirty', () => {
    for (let count = 1; count <= 30; count += 1) {
      const spots = seatSpots(count);
      expect(spots).toHaveLength(count);
      for (const side of ['start', 'end'] as const) {
        const rows = spots
          .filter((spot) => spot.words.side === side)
          .map((spot) => spot.words.y)
          .sort((a, b) => a - b);
        rows.forEach((y, index) => {
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(seatsHeight(count));
          if (index > 0) expect(y - (rows[index - 1] ?? 0)).toBeGreaterThanOrEqual(47.9);
        });
      }
      for (const { x } of spots) expect(x > 0 && x < SEATS_WIDTH).toBe(true);
    }
  });
});
