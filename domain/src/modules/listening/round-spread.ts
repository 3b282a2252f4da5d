import { typography } from '@tablee/domain/text';
import { dayIn, filled, minutesFor } from './page-text.ts';
import { pageWords } from './page-words.ts';
import { entryOf, roundPart } from './round-decide.ts';
import type { Round } from './round-state.ts';
import { roundTexts, roundWords, statementLines } from './round-views.ts';

/** What in a sentence may let somebody be recognised. */
export type PersonalHint = 'email' | 'phone' | 'name';

const HINTS: readonly (readonly [PersonalHint, RegExp])[] = [
  ['email', /[^\s@]+@[^\s@]+\.[^\s@]{2,}/u],
  ['phone', /\+?\d(?:[\s./()-]*\d){6,}/u],
  // A form of address before a capital, or two capitalised words in a row of which the first is no article.
  [
    'name',
    /(?:^|\s)(?:(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?|Herr|Frau|Sr\.?|Sra\.?|Dr\.?)\s+\p{Lu}|\p{Lu}[\p{Ll}’'-]{3,}\s+\p{Lu}[\p{Ll}’'-]+)/u,
  ],
];

/** What in a proposed sentence a moderator should look at twice; guesses by its form, never a verdict (LSN-18). */
export const personalHints = (text: string): readonly PersonalHint[] =>
  HINTS.flatMap(([hint, form]) => (form.test(text) ? [hint] : []));

/**
 * A message that asks for answers to a round: four lines with its promise, its last day and one link, in a language that
 * the round offers. `isNamed`: false where not all partners read it, and its title tells too much on a telephone.
 */
export const roundMessage = (
  state: Round,
  lang: string,
  {
    partnership,
    url,
    isNamed,
  }: { readonly partnership: string; readonly url: string; readonly isNamed: boolean },
): string => {
  const words = pageWords(lang, roundWords(state, lang), state.languages);
  const count = statementLines(state, lang).filter(({ shown }) => shown).length;
  const asks = filled(words.asks, { partnership, count, minutes: minutesFor(count) }, lang);
  const until = filled(words.openUntil, { date: dayIn(state.closes.instant.slice(0, 10), lang) }, lang);
  const { title, promise } = roundTexts(state, lang);
  const lines = [isNamed ? title.text : '', asks, `${promise.text} ${until}`].map((line) =>
    typography(line.replace(/\s+/g, ' '), lang),
  );
  return [...lines.filter((line) => line !== ''), url].join('\n');
};

/**
 * The parts of a round that hold the words of a statement or the summary of a voice note, and what was answered to
 * it: what an erasure names when they are put in safety (LSN-20).
 */
export const wordsToErase = (state: Round, of: 'statement' | 'voice', id: string): readonly string[] => {
  if (of === 'voice')
    return Object.keys(entryOf(state.summaries, id)?.texts ?? {}).map((lang) => roundPart.summary(id, lang));
  const said = Object.keys(entryOf(state.statements, id)?.texts ?? {});
  const answered = Object.keys(entryOf(state.answer?.statements ?? {}, id) ?? {});
  return [
    ...said.map((lang) => roundPart.statement(id, lang)),
    ...answered.map((lang) => roundPart.answerTo(id, lang)),
  ];
};

/** How many statements have no words any more: their place reads « content withdrawn ». */
export const withdrawnStatements = (state: Round): number =>
  Object.keys(state.statements).length - statementLines(state, state.languages[0] ?? 'fr').length;
