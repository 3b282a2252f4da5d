/** Sentences that views compute: a stable key, the values, and the words in the reader's language. */
import type { Language, Words } from '@tablee/domain/kernel';

/** What a sentence is filled with: names as their authors wrote them, numbers, ISO dates. */
export type Values = { readonly [name: string]: string | number | readonly string[] };

/** A computed sentence. `text` has plain spaces: typography belongs to whoever shows it. */
export interface Sentence {
  /** Area and name: `condition.sectors`. Never renamed. */
  readonly key: string;
  readonly values: Values;
  readonly text: string;
}

/** A sentence still to be filled. */
export type Template<V extends Values> = (values: V, lang: Language) => Sentence;

/** Declares a sentence in both languages; one function writes both, so that neither can be forgotten. */
export const template =
  <V extends Values>(key: string, words: (values: V) => Words): Template<V> =>
  (values, lang) => ({ key, values, text: oneStop(words(values)[lang]) });

/** A quoted sentence brings its own full stop: before ours it is one too many. */
const oneStop = (text: string): string => text.replace(/\.(\s?[»”])(?=\.)/g, '$1');

/** A sentence without values. */
export const phrase =
  (key: string, words: Words): ((lang: Language) => Sentence) =>
  (lang) => ({ key, values: {}, text: words[lang] });

/** A number with its noun: French takes the plural from 2, English for all but 1. */
export const counted = (lang: Language, count: number, one: string, many: string): string =>
  `${count} ${(lang === 'fr' ? count < 2 : count === 1) ? one : many}`;

/** Names in a row: « a, b et c », "a, b and c". */
export const listed = (lang: Language, names: readonly string[]): string => {
  const last = names.at(-1);
  if (last === undefined) return '';
  if (names.length === 1) return last;
  return `${names.slice(0, -1).join(', ')} ${lang === 'fr' ? 'et' : 'and'} ${last}`;
};

/** The order in which accents and case do not count: what people mean by "the same name". */
export const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The first letter in capital, for a sentence that opens with a name or a noun. */
export const capital = (text: string): string => {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
};
