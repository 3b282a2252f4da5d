import {
  type DocumentTemplateId,
  type Format,
  type FormatId,
  GUIDANCE_VERSION,
  loadFormats,
  loadTemplates,
  type Template,
} from '@tablee/domain/guidance';
import type { Language } from '@tablee/domain/kernel';
import { typography } from '@tablee/domain/text';
import { type LibraryWords, libraryWordsIn } from './library-words.ts';

/** The words of the page, without those that make a text of a value. */
type PlainWords = { readonly [word in Exclude<keyof LibraryWords, 'version'>]: string };

interface Page {
  readonly language: Language;
  readonly words: PlainWords;
  /** « Tablée, 2026-11 »: which version of the content this is. */
  readonly version: string;
}

/** A workshop format ready to be printed, every text with the spaces of its language. */
export interface FormatSheet extends Page {
  readonly format: Format;
}

/** A template ready to be printed: blank, or with what the valley wrote. */
export interface TemplateSheet extends Page {
  readonly template: Template;
  readonly filled: boolean;
}

/** What is no text of a page: it reaches the renderer as it came. */
const AS_IT_IS = new Set(['kind', 'language']);

/** Every text with the spaces of its language; the shape stays. */
const dressed = <T>(value: T, language: Language): T => {
  const dress = (part: unknown, key: string): unknown => {
    if (typeof part === 'string') return AS_IT_IS.has(key) ? part : typography(part, language);
    if (Array.isArray(part)) return part.map((item: unknown) => dress(item, ''));
    if (typeof part === 'object' && part !== null)
      return Object.fromEntries(Object.entries(part).map(([name, member]) => [name, dress(member, name)]));
    return part;
  };
  // Only texts change: the shape is the one that came in.
  return dress(value, '') as T;
};

const pageIn = (language: Language): Page => {
  const { version, ...words } = libraryWordsIn(language);
  return { language, words, version: version(GUIDANCE_VERSION) };
};

/** A workshop format in a language. */
export const formatSheet = async (id: FormatId, language: Language): Promise<FormatSheet> =>
  dressed({ ...pageIn(language), format: (await loadFormats(language))[id] }, language);

/** A template in a language, blank or filled in. */
export const templateSheet = async (
  id: DocumentTemplateId,
  language: Language,
  filled: boolean,
): Promise<TemplateSheet> =>
  dressed({ ...pageIn(language), template: (await loadTemplates(language))[id], filled }, language);
