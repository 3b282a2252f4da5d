import { readDecimal } from '@tablee/domain/text';
import { type RequestAnswer, type RequestKind, readDay } from '../request/index.ts';
import {
  type Choices,
  COMING_CLAUSES,
  DENIAL,
  DENYING,
  DOUBT,
  LEAVE,
  NEW_DATE,
  POLITE,
  PROMISE_CLAUSES,
  STANCE_CLAUSES,
  TOGETHER,
  VOTE_CLAUSES,
} from './reply-words.ts';

/** What was asked, as far as reading an answer needs it. */
export interface Asked {
  readonly kind: RequestKind;
  /** Decisions are answered by yes and no, texts by a stance. */
  readonly isVote: boolean;
  /** The numbers of the dates on offer, for a poll. */
  readonly dates: readonly number[];
  /** The unit in which a figure is asked. */
  readonly unit: string;
  readonly lang: 'fr' | 'en';
}

const MONTHS: readonly string[] = [
  'jan',
  'fev|feb',
  'mar',
  'avr|apr',
  'mai|may',
  'juin|jun',
  'juil|jul',
  'aou|aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

/** Lower case, straight apostrophes, no accents: `\b` knows only ASCII letters. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ \t\u00a0\u202f]+/g, ' ');

/** What somebody says, line by line, up to where they take their leave. */
const body = (words: string): readonly string[] => {
  const lines = plain(words)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // What somebody adds below their name still counts.
  if (lines.some((line) => /^p\.? ?s\b/.test(line))) return lines;
  const end = lines.findIndex((line) => LEAVE.test(line.replace(/[.,!]+$/, '')));
  return end < 0 ? lines : lines.slice(0, end);
};

const clausesOf = (lines: readonly string[]): readonly string[] =>
  lines
    .flatMap((line) => line.split(/[.,;:!()]+| [-–—] /))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '' && !POLITE.test(clause));

/**
 * The one choice that the words name, in their first clause: an answer stands first. Any doubt, a second choice, or a
 * denial beside a choice for something, and nothing is read: a proposal that may turn an answer round is worse than
 * none.
 */
const chosen = (words: string, choices: Choices): string | undefined => {
  const lines = body(words);
  if (lines.some((line) => DOUBT.test(line))) return undefined;
  const clauses = clausesOf(lines);
  const named = clauses.map((clause) => choices.find(([, pattern]) => pattern.test(clause))?.[0]);
  const found = [...new Set(named.filter((choice) => choice !== undefined))];
  const one =
    found.length === 1
      ? found[0]
      : TOGETHER.find((pair) => found.length === 2 && pair.every((each) => found.includes(each)))?.[0];
  if (one === undefined || named[0] === undefined) return undefined;
  const beside = clauses.filter((_, index) => named[index] === undefined);
  return !DENYING.has(one) && beside.some((clause) => DENIAL.test(clause)) ? undefined : one;
};

/** The days that the words name: `12/03/2027`, `2027-03-12`, `12 mars 2027`, `March 12, 2027`. */
const daysIn = (words: string): readonly string[] => {
  const text = body(words).join(' ');
  const days = [...text.matchAll(/\b(\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{4})\b/g)].map(([day]) => day);
  for (const [index, names] of MONTHS.entries()) {
    const month = String(index + 1).padStart(2, '0');
    const first = new RegExp(
      `\\b(\\d{1,2})(?:er|st|nd|rd|th)?\\s+(?:${names})[a-z]*\\.?,?\\s+(\\d{4})\\b`,
      'g',
    );
    const second = new RegExp(
      `\\b(?:${names})[a-z]*\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`,
      'g',
    );
    for (const pattern of [first, second])
      for (const [, day = '', year = ''] of text.matchAll(pattern))
        days.push(`${year}-${month}-${day.padStart(2, '0')}`);
  }
  return [...new Set(days.map((day) => readDay(day)).filter((day) => day !== undefined))];
};

/** Words beside a number that make it less than a figure, or another one. */
const ROUGH =
  /\b(environ|about|around|entre|between|approx\w*|plus de|moins de|more than|less than|au moins|at least|ou|or)\b|~/;

/** The one number that is said, beside no date; two numbers are none, and so is a rough or denied one. */
const figure = (words: string, { unit, lang }: Asked): RequestAnswer | undefined => {
  const said = body(words).join(' ');
  if (DOUBT.test(said) || DENIAL.test(said) || ROUGH.test(said)) return undefined;
  if (said.includes('%') && unit !== '%') return undefined;
  const text = said.replace(/\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/g, ' ');
  const numbers = text.match(/(?<![\p{L}\d])-?(\d[\d\s.,']*\d|\d)/gu) ?? [];
  const [only] = numbers;
  if (numbers.length !== 1 || only === undefined) return undefined;
  const read = readDecimal(only, lang);
  return 'decimal' in read ? { value: read.decimal, unit } : undefined;
};

const POLL_WORDS: readonly (readonly ['yes' | 'ifNeeded' | 'no', RegExp])[] = [
  ['ifNeeded', /^(s'il le faut|si besoin|if needed|if need be)$/],
  ['yes', /^(oui|yes|ok)$/],
  ['no', /^(non|no)$/],
];

/** `1 oui, 2 non, 3 s'il le faut`, by the numbers that the letter gave to the dates, and nothing else beside. */
const polled = (words: string, { dates }: Asked): RequestAnswer | undefined => {
  const said = new Map<number, 'yes' | 'ifNeeded' | 'no'>();
  const entries = body(words)
    .flatMap((line) => line.split(/[,;]| et | and /))
    .map((entry) => entry.trim().replace(/[.!]+$/, ''))
    .filter((entry) => entry !== '' && !POLITE.test(entry));
  for (const entry of entries) {
    const [, number = '', answer = ''] = /^(\d{1,2}) ?[:.)=-]? ?(.+)$/.exec(entry) ?? [];
    const place = dates[Number(number) - 1];
    const word = POLL_WORDS.find(([, pattern]) => pattern.test(answer));
    if (place === undefined || word === undefined || said.has(place)) return undefined;
    said.set(place, word[0]);
  }
  if (said.size === 0) return undefined;
  return { dates: [...said].map(([option, answer]) => ({ option, answer })) };
};

const promised = (words: string): RequestAnswer | undefined => {
  const choice = chosen(words, PROMISE_CLAUSES);
  // A date beside « done » is when it was done, not a new date.
  if (choice === 'done' || choice === 'dropped') return { choice };
  const said = body(words).join(' ');
  const [day, another] = daysIn(words);
  const isNew = NEW_DATE.test(said) && !DOUBT.test(said) && (choice === 'open' || !DENIAL.test(said));
  if (isNew && day !== undefined && another === undefined) return { choice: 'open', day };
  return choice === undefined ? undefined : { choice };
};

/**
 * What an e-mail seems to answer, in the form in which the request takes it; `undefined` where the words name nothing,
 * or more than one thing. It is shown beside the words and waits for a confirmation: nothing is recorded by it.
 */
export const readReply = (words: string, asked: Asked): RequestAnswer | undefined => {
  if (words.trim() === '') return undefined;
  const choose = (choices: Choices): RequestAnswer | undefined => {
    const choice = chosen(words, choices);
    return choice === undefined ? undefined : { choice };
  };
  switch (asked.kind) {
    case 'confirmMeeting':
      return choose(COMING_CLAUSES);
    case 'position': {
      const said = choose(asked.isVote ? VOTE_CLAUSES : STANCE_CLAUSES);
      // Only what is said to be confirmed counts: an e-mail that does not say so is a personal view.
      return said && { ...said, standing: 'personal' };
    }
    case 'comment':
      return { standing: 'personal' };
    case 'figure':
      return figure(words, asked);
    case 'commitment':
      return promised(words);
    case 'poll':
      return polled(words, asked);
    default:
      // What is asked in another form is answered on its page.
      return undefined;
    // An e-mail bears a name: it is no way to answer without one.
    case 'pulse':
      return undefined;
  }
};
