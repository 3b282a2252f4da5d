import {
  dayIn,
  type Fill,
  filled,
  minutesFor,
  momentIn,
  type PageWord,
  pageWords,
  type Round,
  roundTexts,
  roundWords,
  statementLines,
} from '@tablee/domain/modules/listening';
import { typography } from '@tablee/domain/text';

/** What a poster of a round is printed with. */
export interface RoundPosterAsked {
  /** Languages that the round offers, one page each. */
  readonly languages: readonly string[];
  readonly partnership: string;
  /** The public link: what the QR holds. */
  readonly address: string;
  readonly size: 'a4' | 'a3';
  /** A poster, or strips to cut off and hand out. */
  readonly form: 'poster' | 'strips';
}

/** One page in one language. */
export interface PosterPage {
  /** The language as Typst knows it: two or three letters. */
  readonly language: string;
  readonly title: string;
  readonly intro: string;
  /** Who asks, how much and how long. */
  readonly asks: string;
  readonly scan: string;
  readonly promiseTitle: string;
  readonly promise: string;
  readonly promiseUntil: string;
  readonly until: string;
}

/** A poster or a page of strips, ready to be written as PDF or as Word. */
export interface RoundPoster {
  readonly language: string;
  readonly title: string;
  readonly partnership: string;
  readonly address: string;
  /** The address as somebody types it, without its protocol. */
  readonly short: string;
  readonly size: 'a4' | 'a3';
  readonly form: 'poster' | 'strips';
  /** How many strips stand on a page: two beside each other. */
  readonly strips: number;
  readonly pages: readonly PosterPage[];
}

/** Rows of strips on A4; A3 holds as many, larger. */
const STRIPS = 16;

const base = (lang: string): string => lang.split('-')[0] ?? lang;

const pageOf = (state: Round, lang: string, partnership: string): PosterPage => {
  const words = pageWords(lang, roundWords(state, lang), state.languages);
  const say = (word: PageWord, fill: Fill = {}): string => typography(filled(words[word], fill, lang), lang);
  const { title, intro, promise } = roundTexts(state, lang);
  const count = statementLines(state, lang).filter(({ shown }) => shown).length;
  return {
    language: base(lang),
    title: typography(title.text, title.lang),
    intro: typography(intro.text, intro.lang),
    asks: say('asks', { partnership, count, minutes: minutesFor(count) }),
    scan: say('scan'),
    promiseTitle: say('promiseTitle'),
    promise: typography(promise.text, promise.lang),
    promiseUntil: say('promiseUntil', { date: dayIn(state.answerBy, lang) }),
    until: say('openUntil', { date: momentIn(state.closes, lang) }),
  };
};

/** What hangs on a wall: the question, who asks, until when, the code to scan and to type, and what is promised. */
export const roundPoster = (state: Round, asked: RoundPosterAsked): RoundPoster => {
  const { languages, partnership, address, size, form } = asked;
  const pages = languages.map((lang) => pageOf(state, lang, partnership));
  return {
    language: pages[0]?.language ?? 'fr',
    title: pages[0]?.title ?? '',
    partnership: typography(partnership, languages[0] ?? 'fr'),
    address,
    short: address.replace(/^https?:\/\//, ''),
    size,
    form,
    strips: STRIPS,
    pages,
  };
};
