import { describe, expect, it } from 'vitest';
import { nextOrder, sortRows } from './table-sort.ts';

describe('sorting a table', () => {
  it('orders words without regard to accents and numbers by size', () => {
    expect(sortRows(['Zambie', 'école', 'Eau'], (row) => row, 'ascending', 'fr')).toEqual([
      'Eau',
      'école',
      'Zambie',
    ]);
    expect(sortRows([10, 9, 100], (row) => row, 'descending', 'fr')).toEqual([100, 10, 9]);
    expect(sortRows(['Puits 10', 'Puits 9'], (row) => row, 'ascending', 'fr')).toEqual([
      'Puits 9',
      'Puits 10',
    ]);
  });

  it('puts what is missing last in either direction', () => {
    const rows = [undefined, 2, 1];
    expect(sortRows(rows, (row) => row, 'ascending', 'en')).toEqual([1, 2, undefined]);
    expect(sortRows(rows, (row) => row, 'descending', 'en')).toEqual([2, 1, undefined]);
  });

  it('turns around at the second press and starts ascending elsewhere', () => {
    const first = nextOrder(undefined, 'name');
    expect(first).toEqual({ key: 'name', direction: 'ascending' });
    expect(nextOrder(first, 'name').direction).toBe('descending');
    expect(nextOrder(first, 'date')).toEqual({ key: 'date', direction: 'ascending' });
  });
});
