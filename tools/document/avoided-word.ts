import type { Finding } from '../report/report.ts';
import type { SourceFile } from '../source/source-tree.ts';

/** One word that the interface does not use, with what to say instead. */
export type AvoidedWord = { readonly language: 'fr' | 'en'; readonly word: string; readonly instead: string };

const ROW = /^\| `(fr|en)` \| ([^|]+) \| ([^|]+) \|$/gm;

/** The table "Never in the interface" of docs/glossary.md. */
export function avoidedWords(glossary: string): readonly AvoidedWord[] {
  return [...glossary.matchAll(ROW)].map(([, language, word = '', instead = '']) => ({
    language: language === 'fr' ? 'fr' : 'en',
    word: word.trim(),
    instead: instead.trim(),
  }));
}

const ENTRY = /(?<![\w-])(fr|en)\s*:\s*(['"`])((?:\\.|(?!\2)[^\\])*)\2/gs;

/** Texts of the interface that use such a word; read from the pairs `fr: '...'`, `en: '...'` of the catalogues. */
export function avoidedWordsUsed(
  catalogues: readonly SourceFile[],
  avoided: readonly AvoidedWord[],
): readonly Finding[] {
  const patterns = avoided.map((one) => ({
    ...one,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])${one.word}(?![\\p{L}\\p{N}])`, 'iu'),
  }));
  return catalogues.flatMap(({ path, text }) =>
    [...text.matchAll(ENTRY)].flatMap((entry) => {
      const line = text.slice(0, entry.index).split('\n').length;
      return patterns
        .filter(({ language, pattern }) => language === entry[1] && pattern.test(entry[3] ?? ''))
        .map(({ word, instead }) => ({
          path,
          line,
          message: `"${word}" is a word to avoid; say ${instead}`,
        }));
    }),
  );
}
