import { textIn, type View, valueOf } from '@tablee/domain/kernel';
import { actorName } from '../actor/index.ts';
import { byStamp, recordsIn } from '../reading/index.ts';
import { type Outcome, term, wordSense } from './term.ts';

/** What one group understands by a word. */
export interface SenseLine {
  readonly id: string;
  /** The organisation or group; absent for « un groupe ». */
  readonly who: string | undefined;
  readonly organisation: string | undefined;
  readonly meaning: string;
  readonly lang: string;
}

/** A word with its understandings side by side. */
export interface WordSides {
  readonly id: string;
  readonly word: string;
  readonly outcome: Outcome | undefined;
  readonly working: { readonly text: string; readonly lang: string } | undefined;
  readonly senses: readonly SenseLine[];
  /** True once the groups agreed what to do with it. */
  readonly settled: boolean;
}

/** The words that groups understand differently, in the order of the alphabet. */
export const wordSides = (view: View, lang: string): readonly WordSides[] => {
  const senses = [...recordsIn(view, 'wordSense')].sort((a, b) =>
    byStamp(a.slots['meaning']?.at ?? 0, b.slots['meaning']?.at ?? 0),
  );
  return recordsIn(view, 'term')
    .map((entity): WordSides => {
      const outcome = valueOf(term, entity, 'outcome');
      const working = textIn(entity, 'working', lang);
      return {
        id: entity.id,
        word: valueOf(term, entity, 'word') ?? '',
        outcome,
        working: working && { text: working.text, lang: working.lang },
        settled: outcome === 'both' || (outcome === 'agreed' && working !== undefined),
        senses: senses
          .filter((sense) => valueOf(wordSense, sense, 'term') === entity.id)
          .map((sense) => {
            const organisation = valueOf(wordSense, sense, 'organisation');
            const meaning = textIn(sense, 'meaning', lang);
            return {
              id: sense.id,
              organisation,
              who: actorName(view, organisation) ?? valueOf(wordSense, sense, 'group'),
              meaning: meaning?.text ?? '',
              lang: meaning?.lang ?? lang,
            };
          }),
      };
    })
    .sort((a, b) => (a.word.toLowerCase() < b.word.toLowerCase() ? -1 : 1));
};

/** A run of a text: plain, or a word that groups understand differently. */
export interface MarkedRun {
  readonly text: string;
  /** The id of the word's record. */
  readonly term?: string;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text cut at the words that are contested: joined, the runs give the text back. */
export const markWords = (
  text: string,
  words: readonly Pick<WordSides, 'id' | 'word'>[],
): readonly MarkedRun[] => {
  const known = words.filter(({ word }) => word !== '').sort((a, b) => b.word.length - a.word.length);
  if (known.length === 0) return [{ text }];
  const forms = known.map(({ word }) => escaped(word)).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${forms})(?:s|x|es)?(?![\\p{L}\\p{N}])`, 'giu');
  const runs: MarkedRun[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index) });
    const found = known.find(({ word }) => word.toLowerCase() === match[1]?.toLowerCase());
    runs.push({ text: match[0], ...(found === undefined ? {} : { term: found.id }) });
    end = match.index + match[0].length;
  }
  return end < text.length ? [...runs, { text: text.slice(end) }] : runs;
};
