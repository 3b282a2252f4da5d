import { readDecimal } from '@tablee/domain/text';
import { type RequestAnswer, type RequestKind, readDay } from '../request/index.ts';

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

/** How many lines are looked at: an answer stands at the beginning. */
const FIRST = 6;

type Words = readonly (readonly [choice: string, words: RegExp])[];

/** What is said against comes first, so that « pas d'accord » is not read as « d'accord ». */
const COMING: Words = [
  [
    'sendsDeputy',
    /\b(suppléante?|suppléance|me (fera |ferai )?représente[rz]?|représentée? par|my deputy|on my behalf|in my place|à ma place)\b/,
  ],
  [
    'notComing',
    /\b(ne (viens|viendrai|pourrai|peux|serai)\b.{0,30}\b(pas|venir)|pas (présente?|disponible)|absente?|empêchée?|excusée?|cannot|can't|won't|not (be )?(coming|able|attend\w*)|unable|decline|non|no)\b/,
  ],
  [
    'coming',
    /\b(je (viens|viendrai|serai (là|présente?|des vôtres))|présente?|je confirme|avec plaisir|i('m| am| will be)? (coming|there|attending|present)|i will (come|attend)|will attend|happy to|oui|yes|d'accord|ok|entendu)\b/,
  ],
];
const STANCES: Words = [
  [
    'block',
    /\b(je m'oppose|nous nous opposons|pas (\w+ ){0,3}d'accord|ne \w+ pas (favorables?|approuver)|(?<!par )contre|opposée?s?|i block|we block|i object|we object|disagree|not (\w+ ){0,2}(agree|approve|in favou?r)|don't agree|against)\b/,
  ],
  ['standAside', /\b(en retrait|ne me prononce pas|m'abstiens|nous abstenons|stand aside|abstain)\b/],
  [
    'reservations',
    /\b(réserves?|sous condition|à condition|reservations?|subject to|provided that|on condition)\b/,
  ],
  [
    'agree',
    /\b(d'accord|favorable|j'approuve|nous approuvons|oui|i agree|we agree|agreed|agree|approve|yes|ok)\b/,
  ],
];
const VOTES: Words = [
  ['abstain', /\b(abstention|m'abstiens|nous abstenons|abstain)\b/],
  [
    'no',
    /\b(non|(?<!par )contre|pas (\w+ ){0,3}d'accord|je m'oppose|no|against|disagree|not (\w+ ){0,2}(agree|approve|in favou?r)|don't agree|object)\b/,
  ],
  ['yes', /\b(oui|(suis|sommes|votons|vote) pour|d'accord|j'approuve|yes|in favou?r|agree|approve|ok)\b/],
];
const PROMISES: Words = [
  [
    'dropped',
    /\b(abandonn\w+|renon\w+|ne (pourrons|pourrai|pouvons|peux) pas|dropped?|give up|cannot|can't)\b/,
  ],
  ['open', /\b(en cours|pas encore|retard|reporté\w*|in progress|ongoing|not yet|delayed|late)\b/],
  ['done', /\b(c'est fait|fait|faite|faits|tenue?|terminée?|livrée?|done|completed?|delivered|finished)\b/],
];

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

const folded = (text: string): string => text.toLowerCase().replaceAll('’', "'");

const head = (words: string): string =>
  folded(
    words
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(0, FIRST)
      .join(' '),
  );

/** `\b` knows only ASCII letters: those with accents are set beside their plain ones before matching. */
const plainLetters = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/**
 * The one choice that the words name. Something against and something for in the same lines is read as nothing: a
 * proposal that may turn an answer round is worse than none.
 */
const chosen = (words: string, table: Words, opposite: readonly [string, string]): string | undefined => {
  const text = plainLetters(head(words));
  const found = table.find(([, pattern]) => new RegExp(plainLetters(pattern.source), 'u').test(text));
  if (found?.[0] !== opposite[0]) return found?.[0];
  // What stays once the words against are taken out must not speak for it as well.
  const rest = text.replace(new RegExp(plainLetters(found[1].source), 'gu'), ' ');
  const other = table.find(([choice]) => choice === opposite[1]);
  return other !== undefined && new RegExp(plainLetters(other[1].source), 'u').test(rest)
    ? undefined
    : found[0];
};

/** The days that the words name: `12/03/2027`, `2027-03-12`, `12 mars 2027`, `March 12, 2027`. */
const daysIn = (words: string): readonly string[] => {
  const text = plainLetters(head(words));
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

/** The one number that stands in the first lines, beside no date; two numbers are none. */
const figure = (words: string, { unit, lang }: Asked): RequestAnswer | undefined => {
  const text = head(words).replace(/\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/g, ' ');
  const numbers = text.match(/(?<![\p{L}\d])-?(\d[\d\s\u00a0\u202f.,']*\d|\d)/gu) ?? [];
  const [only] = numbers;
  if (numbers.length !== 1 || only === undefined) return undefined;
  const read = readDecimal(only, lang);
  return 'decimal' in read ? { value: read.decimal, unit } : undefined;
};

const POLL_WORD: readonly (readonly ['yes' | 'ifNeeded' | 'no', RegExp])[] = [
  ['ifNeeded', /^(s'il le faut|si besoin|if needed|if need be)/],
  ['yes', /^(oui|yes|ok)\b/],
  ['no', /^(non|no)\b/],
];

/** `1 oui, 2 non, 3 s'il le faut`: by the numbers that the letter gave to the dates. */
const polled = (words: string, { dates }: Asked): RequestAnswer | undefined => {
  const text = head(words);
  const said = new Map<number, 'yes' | 'ifNeeded' | 'no'>();
  for (const [, number = '', after = ''] of text.matchAll(
    /\b(\d{1,2})\s*[:.)=-]?\s*([a-z'][a-z' ]{1,14})/g,
  )) {
    const place = dates[Number(number) - 1];
    const word = POLL_WORD.find(([, pattern]) => pattern.test(after));
    if (place !== undefined && word !== undefined) said.set(place, word[0]);
  }
  if (said.size === 0) return undefined;
  return { dates: [...said].map(([option, answer]) => ({ option, answer })) };
};

const promised = (words: string): RequestAnswer | undefined => {
  const choice = chosen(words, PROMISES, ['dropped', 'done']);
  const [day, another] = daysIn(words);
  // A date beside « done » is when it was done, not a new date.
  if (choice === 'done' || choice === 'dropped') return { choice };
  if (day !== undefined && another === undefined) return { choice: 'open', day };
  return choice === undefined ? undefined : { choice };
};

/**
 * What an e-mail seems to answer, in the form in which the request takes it; `undefined` where the words name nothing,
 * or more than one thing. It is shown beside the words and waits for a confirmation: nothing is recorded by it.
 */
export const readReply = (words: string, asked: Asked): RequestAnswer | undefined => {
  if (words.trim() === '') return undefined;
  const choose = (table: Words, opposite: readonly [string, string]): RequestAnswer | undefined => {
    const choice = chosen(words, table, opposite);
    return choice === undefined ? undefined : { choice };
  };
  switch (asked.kind) {
    case 'confirmMeeting':
      return choose(COMING, ['notComing', 'coming']);
    case 'position': {
      const said = asked.isVote ? choose(VOTES, ['no', 'yes']) : choose(STANCES, ['block', 'agree']);
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
