import {
  PAGE_WORDS,
  pageWords,
  type Round,
  roundTexts,
  roundWords,
  statementLines,
} from '@tablee/domain/modules/listening';
import { worded } from '@tablee/domain/modules/request';
import { typography } from '@tablee/domain/text';
import type { PaperPrint, PrintedQuestion } from './paper-sheet.ts';
import { PAPER_WORDS } from './paper-words.ts';

/** What sheets of a round are printed with. */
export interface RoundPaperAsked {
  /** A language that the round offers. */
  readonly lang: string;
  /** One per sheet. */
  readonly codes: readonly string[];
  readonly partnership: string;
  /** Where a sheet is typed in; its QR leads there. */
  readonly address: string;
}

const STANCES = ['agree', 'disagree', 'pass'] as const;

/** Boxes to tick, numbered as a sheet is typed in. */
const boxes = (options: readonly string[]): PrintedQuestion['fields'] => [
  { label: '', lines: 0, options: options.map((label, place) => ({ key: `${place + 1}`, label })) },
];

/** What is promised first, then the sector, the statements, and a line of their own. */
const questionsOf = (state: Round, lang: string): readonly PrintedQuestion[] => {
  const said = pageWords(lang, roundWords(state, lang), state.languages);
  const set = (text: string): string => typography(text, lang);
  const { promise } = roundTexts(state, lang);
  const plain = { text: '', lang, lines: [] };
  const sectors = boxes(state.sectors.map((sector) => set(said[sector])));
  const stances = boxes(STANCES.map((stance) => set(said[stance])));
  return [
    { title: set(said.promiseTitle), text: set(promise.text), lang: promise.lang, lines: [], fields: [] },
    ...(state.sectors.length > 1 ? [{ ...plain, title: set(said.sectorLegend), fields: sectors }] : []),
    ...statementLines(state, lang)
      .filter(({ shown }) => shown)
      .map((line, place) => ({
        ...plain,
        lang: line.lang,
        title: `${place + 1}. ${typography(line.text, line.lang)}`,
        fields: stances,
      })),
    { ...plain, title: set(said.own), fields: [{ label: '', lines: 3, options: [] }] },
  ];
};

/** Sheets on which people answer a round by hand. */
export const roundPaper = (state: Round, asked: RoundPaperAsked): PaperPrint => {
  const { lang, codes } = asked;
  const word = (words: (typeof PAPER_WORDS)[keyof typeof PAPER_WORDS]): string =>
    typography(worded(words, lang), lang);
  const { title, intro } = roundTexts(state, lang);
  const questions = questionsOf(state, lang);
  return {
    language: Object.hasOwn(PAGE_WORDS, lang) ? lang : (state.languages[0] ?? 'fr'),
    title: typography(title.text, title.lang),
    partnership: typography(asked.partnership, lang),
    how: typography(intro.text, intro.lang),
    qrWords: word(PAPER_WORDS.qr),
    sheets: codes.map((code, index) => ({
      code,
      address: asked.address,
      count: `${word(PAPER_WORDS.sheet)} ${index + 1} / ${codes.length}`,
      who: '',
      blank: [],
      questions,
      after: word(PAPER_WORDS.anonymous),
    })),
  };
};
