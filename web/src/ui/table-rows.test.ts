import { expect, it } from 'vitest';
import { FIRST_ROWS, nextRows, rowsDrawn } from './table-rows.ts';

it('draws a short list whole and the beginning of a long one', () => {
  expect(rowsDrawn(0, FIRST_ROWS, -1)).toBe(0);
  expect(rowsDrawn(FIRST_ROWS, FIRST_ROWS, -1)).toBe(FIRST_ROWS);
  expect(rowsDrawn(2_000, FIRST_ROWS, -1)).toBe(FIRST_ROWS);
});

it('draws a long list on to the row that is selected', () => {
  expect(rowsDrawn(2_000, FIRST_ROWS, 3)).toBe(FIRST_ROWS);
  expect(rowsDrawn(2_000, FIRST_ROWS, 740)).toBe(741);
});

it('reaches the last row in a few steps, and no further', () => {
  let drawn = FIRST_ROWS;
  for (let press = 0; press < 4; press += 1) drawn = nextRows(2_000, drawn);
  expect(drawn).toBe(2_000);
  expect(nextRows(150, FIRST_ROWS)).toBe(150);
});
