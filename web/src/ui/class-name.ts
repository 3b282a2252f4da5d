/** Joins class names, leaving out what is absent; `undefined` when nothing is left. */
export function classNames(...names: readonly (string | false | undefined)[]): string | undefined {
  const kept = names.filter((name) => typeof name === 'string' && name !== '');
  return kept.length > 0 ? kept.join(' ') : undefined;
}
