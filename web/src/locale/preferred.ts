import type { TextLocale } from '@tablee/domain/text';

/** Where a device remembers the language that was chosen on it. */
export const LOCALE_KEY = 'tablee.language';

/** The languages on offer, in the order they are shown. */
export const OFFERED_LOCALES: readonly TextLocale[] = ['fr', 'en'];

const isOffered = (value: unknown): value is TextLocale => value === 'fr' || value === 'en';

/** The language this person uses: remembered here, else the first of the browser's that we have, else English. */
export function preferredLocale(): TextLocale {
  const remembered = readRemembered();
  if (remembered) return remembered;
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find(isOffered) ?? 'en';
}

function readRemembered(): TextLocale | undefined {
  try {
    const value = localStorage.getItem(LOCALE_KEY);
    return isOffered(value) ? value : undefined;
  } catch {
    // Storage can be forbidden; the choice then lasts as long as the page.
    return undefined;
  }
}
