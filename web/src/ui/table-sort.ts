/** Which column sorts, and which way. */
export interface SortOrder {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** What a cell sorts by; absent values come last in either direction. */
export type SortValue = string | number | undefined;

/** The order after pressing a column's button: ascending first, then the other way. */
export function nextOrder(current: SortOrder | undefined, key: string): SortOrder {
  const turned = current?.key === key && current.direction === 'ascending';
  return { key, direction: turned ? 'descending' : 'ascending' };
}

/**
 * Sorts rows by a value; stable, numbers by size, words by the language's own order without regard to case or
 * accents. Returns a new array.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: SortOrder['direction'],
  language: string,
): Row[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((first, second) => {
    const a = valueOf(first);
    const b = valueOf(second);
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * collator.compare(String(a), String(b));
  });
}
