import { de } from './page-words-de.ts';
import { en } from './page-words-en.ts';
import { es } from './page-words-es.ts';
import { fr, type PageWords } from './page-words-fr.ts';
import { isPageLanguage, type PageLanguage } from './round-state.ts';

export type { PageWord, PageWords } from './page-words-fr.ts';

/** The words that the pages of a round bring themselves; a round adds its own for any other language, key by key. */
export const PAGE_WORDS: { readonly [L in PageLanguage]: PageWords } = { fr, en, de, es };

/** The words for a language: what the round brings, else the program's, else those of a language that it offers. */
export const pageWords = (
  lang: string,
  brought: { readonly [key: string]: string },
  offered: readonly string[],
): PageWords => {
  const base = [lang, ...offered].find(isPageLanguage) ?? 'fr';
  const known = Object.entries(brought).filter(([key]) => Object.hasOwn(fr, key));
  return { ...PAGE_WORDS[base], ...Object.fromEntries(known) };
};
