import { type Language, type RecordEntity, textOf, type View, type Words } from '@tablee/domain/kernel';
import { processesIn, type Running, recordsIn } from '../reading/index.ts';
import { listed, type Sentence, template } from '../sentence/index.ts';
import { FIT_QUESTIONS, type FitAnswer, type FitQuestion } from './question.ts';
import { type FitCheck, type FitTally, fitCheckState } from './state.ts';

/** The fit check that is under way: the open one, else the last one concluded; `undefined` while there is none. */
export const currentFitCheck = (view: View): Running<FitCheck> | undefined => {
  const all = processesIn(view, fitCheckState);
  return all.find((held) => held.state.verdict === null) ?? all.at(-1);
};

/** How the answers to one question spread: numbers, the reasons without names, and the names where they were promised. */
export interface Spread {
  readonly question: FitQuestion;
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
  readonly reasons: readonly string[];
  /** Who said what: only where everybody answered with their name. */
  readonly names?: { readonly [answer in FitAnswer]: readonly string[] };
}

/**
 * The spread of all answers; `undefined` until `person` has answered, so that nobody answers after others. What was
 * counted without names is there for all at once.
 */
export const spreadFor = (state: FitCheck, person: string): readonly Spread[] | undefined => {
  if (state.tally !== null) return tallied(state.tally);
  if (!Object.hasOwn(state.sheets, person) && state.verdict === null) return undefined;
  const sheets = Object.entries(state.sheets);
  return FIT_QUESTIONS.map((question) => {
    const who = (answer: FitAnswer): readonly string[] =>
      sheets.filter(([, sheet]) => sheet.answers[question] === answer).map(([id]) => id);
    const names = { yes: who('yes'), partly: who('partly'), no: who('no') };
    const reasons = sheets
      .flatMap(
        ([, sheet]) =>
          textOf(Object.hasOwn(sheet.reasons, question) ? sheet.reasons[question] : undefined) ?? [],
      )
      .sort();
    return {
      question,
      yes: names.yes.length,
      partly: names.partly.length,
      no: names.no.length,
      reasons,
      ...(state.mode === 'named' ? { names } : {}),
    };
  });
};

const tallied = (tally: FitTally): readonly Spread[] =>
  FIT_QUESTIONS.flatMap((question) => {
    const count = tally.counts[question];
    return count === undefined ? [] : [{ question, ...count, reasons: [] }];
  });

const DIVIDED: { readonly [shape in 'one' | 'most' | 'split']: Words } = {
  one: { fr: 'tous du même avis', en: 'all of one mind' },
  most: { fr: 'la plupart sont du même avis', en: 'most are of one mind' },
  split: { fr: 'les avis se partagent', en: 'opinions are divided' },
};

const spreadTemplate = template<{ yes: number; partly: number; no: number; shape: 'one' | 'most' | 'split' }>(
  'fit.spread',
  ({ yes, partly, no, shape }) => {
    const said = (lang: Language): string =>
      listed(
        lang,
        [
          [yes, lang === 'fr' ? 'oui' : 'yes'],
          [partly, lang === 'fr' ? 'en partie' : 'partly'],
          [no, lang === 'fr' ? 'non' : 'no'],
        ].flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`])),
      );
    if (yes + partly + no === 0)
      return { fr: 'Personne n’a répondu à cette question.', en: 'Nobody has answered this question.' };
    return {
      fr: `${said('fr')} : ${DIVIDED[shape].fr}.`,
      en: `${said('en')}: ${DIVIDED[shape].en}.`,
    };
  },
);

/** « 4 oui, 1 en partie et 1 non : la plupart sont du même avis. » Two thirds count as a large majority. */
export const spreadSentence = ({ yes, partly, no }: Spread, lang: Language): Sentence => {
  const most = Math.max(yes, partly, no);
  const all = yes + partly + no;
  const shape = most === all ? 'one' : most * 3 >= all * 2 ? 'most' : 'split';
  return spreadTemplate({ yes, partly, no, shape }, lang);
};

/** The verdict that the core group tells partners; the last one written. */
export const toldVerdict = (view: View): RecordEntity | undefined => recordsIn(view, 'fitVerdict').at(-1);

/** Which of the given persons have not answered yet. */
export const stillToAnswer = (state: FitCheck, persons: readonly string[]): readonly string[] =>
  persons.filter((person) => !Object.hasOwn(state.sheets, person));
