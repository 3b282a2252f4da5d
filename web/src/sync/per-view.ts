import type { View } from '@tablee/domain/kernel';

/**
 * Reads something of a view once for each state of the space and each set of words, however many screens ask and
 * however often they are drawn. `read` depends on nothing else.
 */
export const perView = <Words extends readonly string[], Found>(
  read: (view: View, ...words: Words) => Found,
): ((view: View, ...words: Words) => Found) => {
  const held = new WeakMap<View, Map<string, Found>>();
  return (view, ...words) => {
    const known = held.get(view) ?? new Map<string, Found>();
    held.set(view, known);
    const key = words.join('\n');
    const found = known.get(key);
    if (found !== undefined) return found;
    const fresh = read(view, ...words);
    known.set(key, fresh);
    return fresh;
  };
};
