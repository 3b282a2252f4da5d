import { textOf, type View } from '@tablee/domain/kernel';
import { processesIn, type Running } from '../reading/index.ts';
import { type FitCheck, fitCheck } from './fit-check.ts';
import { FIT_QUESTIONS, type FitQuestion } from './question.ts';

/** The fit check that is under way: the open one, else the last one concluded; `undefined` while there is none. */
export const currentFitCheck = (view: View): Running<FitCheck> | undefined => {
  const all = processesIn(view, fitCheck);
  return all.find((held) => held.state.verdict === null) ?? all.at(-1);
};

/** How the answers to one question spread: numbers, and the reasons without names. */
export interface Spread {
  readonly question: FitQuestion;
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
  readonly reasons: readonly string[];
}

/** The spread of all answers; `undefined` until `person` has answered, so that nobody answers after others. */
export const spreadFor = (state: FitCheck, person: string): readonly Spread[] | undefined => {
  if (!Object.hasOwn(state.sheets, person) && state.verdict === null) return undefined;
  const sheets = Object.values(state.sheets);
  return FIT_QUESTIONS.map((question) => {
    const count = (answer: string): number =>
      sheets.filter((sheet) => sheet.answers[question] === answer).length;
    const reasons = sheets
      .flatMap(
        (sheet) => textOf(Object.hasOwn(sheet.reasons, question) ? sheet.reasons[question] : undefined) ?? [],
      )
      .sort();
    return { question, yes: count('yes'), partly: count('partly'), no: count('no'), reasons };
  });
};

/** Which of the given persons have not answered yet. */
export const stillToAnswer = (state: FitCheck, persons: readonly string[]): readonly string[] =>
  persons.filter((person) => !Object.hasOwn(state.sheets, person));
