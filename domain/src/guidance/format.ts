import type { Language } from '@tablee/domain/kernel';
import type { FormatId } from './tool.ts';

/** A workshop format as one page: time, people, material, steps, what to enter afterwards. */
export interface Format {
  readonly title: string;
  readonly line: string;
  readonly time: string;
  readonly people: string;
  readonly material: readonly string[];
  readonly steps: readonly { readonly time: string; readonly do: string }[];
  /** What to enter afterwards, and on which page. */
  readonly after: readonly string[];
  /** Which fields the product fills: the foot of the page. */
  readonly fills: string;
  /** What it brought in the invented valley. */
  readonly example: string;
}

/** The workshop formats in one language. */
export const loadFormats = async (lang: Language): Promise<{ readonly [id in FormatId]: Format }> =>
  lang === 'fr'
    ? (await import('./data/format.fr.json', { with: { type: 'json' } })).default
    : (await import('./data/format.en.json', { with: { type: 'json' } })).default;
