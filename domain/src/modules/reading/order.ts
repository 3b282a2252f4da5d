import { isPresent, type Stamp, type View } from '@tablee/domain/kernel';

/** The order in which things came: confirmed ones by number, those that still wait after them. */
export const byStamp = (a: Stamp, b: Stamp): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0;
  return typeof a === 'number' ? -1 : 1;
};

/** True when anything of one of these types exists in the view. */
export const hasAny = (view: View, types: readonly string[]): boolean =>
  types.some((type) => {
    for (const entity of view.list(type)) if (isPresent(entity)) return true;
    return false;
  });
