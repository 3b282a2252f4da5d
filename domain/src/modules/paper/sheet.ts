import { textOf, type View } from '@tablee/domain/kernel';
import { formatMoment } from '@tablee/domain/text';
import { HALF_PAGE, type HalfPagePart } from '../commitment/index.ts';
import type { PollOption } from '../poll/index.ts';
import { processesIn, type Running } from '../reading/index.ts';
import {
  CHOICE_WORDS,
  CONFIRMED_HOW_WORDS,
  DATE_WORDS,
  type DoorWords,
  FIRM_WORDS,
  FREE_TEXT_WORDS,
  HALF_PAGE_LABEL,
  type RequestKind,
  STANDING_WORDS,
  subjectOf,
  worded,
} from '../request/index.ts';
import type { FirmnessSaid, PositionStanding } from '../wording/index.ts';
import { type CodeRead, readSheetCode, sheetCode } from './code.ts';
import {
  asksOf,
  type EnteredSheet,
  type PaperAsk,
  type PaperKind,
  type PaperRun,
  type PaperSheet,
  paperState,
} from './state.ts';

/** A choice as it stands on the sheet: pressed or ticked by its number. */
export interface SheetOption {
  readonly value: string;
  /** `1` to `9`: what is printed before it and pressed for it. */
  readonly key: string;
  readonly label: string;
}

/** One box of a sheet, in the order in which it is filled in and typed. */
export interface SheetField {
  /** Unique on the sheet: `0.choice`. */
  readonly id: string;
  readonly ask: number;
  readonly part:
    | 'choice'
    | 'standing'
    | keyof FirmnessSaid
    | 'value'
    | 'day'
    | 'date'
    | HalfPagePart
    | 'words';
  /** Filled in beside this standing only. */
  readonly beside?: PositionStanding;
  /** Of a date on offer, its number in the poll. */
  readonly date?: number;
  readonly label: string;
  readonly options: readonly SheetOption[];
  readonly optional: boolean;
}

/** One question of a sheet, in the language of the sheet. */
export interface SheetQuestion {
  readonly ask: number;
  readonly kind: PaperKind;
  readonly title: string;
  /** What is to be read before answering. */
  readonly text?: { readonly text: string; readonly lang: string };
  readonly lines: readonly string[];
  readonly unit?: string;
  readonly fields: readonly SheetField[];
}

const LABEL: {
  readonly [part in 'choice' | 'standing' | 'value' | 'day' | 'newDay' | 'why' | 'words']: DoorWords;
} = {
  choice: { fr: 'Réponse', en: 'Answer', de: 'Antwort', es: 'Respuesta' },
  standing: {
    fr: 'À quel titre ?',
    en: 'In what standing?',
    de: 'In welcher Eigenschaft?',
    es: '¿En qué calidad?',
  },
  value: { fr: 'Valeur', en: 'Figure', de: 'Wert', es: 'Valor' },
  day: { fr: 'Mesurée le', en: 'Measured on', de: 'Gemessen am', es: 'Medido el' },
  newDay: { fr: 'Nouvelle date', en: 'New date', de: 'Neues Datum', es: 'Nueva fecha' },
  why: {
    fr: 'Pourquoi la date change',
    en: 'Why the date changes',
    de: 'Warum sich das Datum ändert',
    es: 'Por qué cambia la fecha',
  },
  words: { fr: 'Quelques mots', en: 'A few words', de: 'Ein paar Worte', es: 'Unas palabras' },
};

const CLEARING = ['clearWith', 'clearUntil'] as const;
const CONFIRMING = ['confirmedBy', 'confirmedHow', 'confirmedOn'] as const;

const numbered = (options: readonly (readonly [value: string, label: string])[]): readonly SheetOption[] =>
  options.slice(0, 9).map(([value, label], index) => ({ value, key: String(index + 1), label }));

const wordedOptions = (
  words: { readonly [value: string]: DoorWords },
  lang: string,
): readonly SheetOption[] =>
  numbered(Object.entries(words).map(([value, each]) => [value, worded(each, lang)] as const));

interface Asked {
  readonly ask: PaperAsk;
  readonly index: number;
  readonly lang: string;
}

const field = (
  { index, lang }: Asked,
  part: SheetField['part'],
  more: {
    readonly label: DoorWords;
    readonly options?: readonly SheetOption[];
    readonly beside?: PositionStanding;
    readonly needed?: boolean;
  },
): SheetField => ({
  id: `${index}.${part}`,
  ask: index,
  part,
  label: worded(more.label, lang),
  options: more.options ?? [],
  optional: more.needed !== true,
  ...(more.beside === undefined ? {} : { beside: more.beside }),
});

/** On what footing it is said, and what belongs to it: boxes that stay empty unless that standing is ticked. */
const standingFields = (asked: Asked): readonly SheetField[] => [
  field(asked, 'standing', {
    label: LABEL.standing,
    options: wordedOptions(STANDING_WORDS, asked.lang),
  }),
  ...CLEARING.map((part) => field(asked, part, { label: FIRM_WORDS[part], beside: 'inClearance' })),
  ...CONFIRMING.map((part) =>
    field(asked, part, {
      label: FIRM_WORDS[part],
      beside: 'confirmed',
      options: part === 'confirmedHow' ? wordedOptions(CONFIRMED_HOW_WORDS, asked.lang) : [],
    }),
  ),
];

/** One box per date, in the order of their numbers: a date that is added later comes last, and moves no other. */
const dateFields = ({ index, lang }: Asked, dates: readonly PollOption[]): readonly SheetField[] =>
  dates
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, instant, zone }) => ({
      id: `${index}.date.${number}`,
      ask: index,
      part: 'date',
      date: number,
      label: formatMoment(instant, zone, lang, { weekday: true }),
      options: wordedOptions(DATE_WORDS, lang),
      optional: true,
    }));

const fieldsOf = (asked: Asked, dates: readonly PollOption[]): readonly SheetField[] => {
  const { ask, lang } = asked;
  const choices = (options: readonly SheetOption[]): SheetField =>
    field(asked, 'choice', { label: LABEL.choice, needed: true, options });
  const offered = (kind: RequestKind): SheetField => choices(wordedOptions(CHOICE_WORDS[kind], lang));
  const own = (): SheetField =>
    choices(numbered(ask.choices.map((choice, at) => [`c${at}`, textOf(choice) ?? ''] as const)));
  const words = (label: DoorWords, needed = false): SheetField => field(asked, 'words', { label, needed });
  switch (ask.kind) {
    case 'confirmMeeting':
      return [offered(ask.kind), words(FREE_TEXT_WORDS.confirmMeeting)];
    case 'position':
      return [offered(ask.kind), ...standingFields(asked), words(LABEL.words)];
    case 'comment':
      return [words(FREE_TEXT_WORDS.comment, true), ...standingFields(asked)];
    case 'figure':
      return [
        field(asked, 'value', { label: LABEL.value, needed: true }),
        field(asked, 'day', { label: LABEL.day }),
        words(FREE_TEXT_WORDS.figure),
      ];
    case 'commitment':
      return [offered(ask.kind), field(asked, 'day', { label: LABEL.newDay }), words(LABEL.why)];
    case 'quarterPage':
      return HALF_PAGE.map((part) => field(asked, part, { label: HALF_PAGE_LABEL[part] }));
    case 'poll':
      return [...dateFields(asked, dates), words(FREE_TEXT_WORDS.poll)];
    // Who was there is typed down the list of the meeting, not in boxes.
    case 'attendance':
      return [];
    case 'question':
      return ask.choices.length === 0 ? [words(LABEL.words, true)] : [own(), words(LABEL.words)];
  }
};

const questionOf = (view: View, asked: Asked): SheetQuestion => {
  const { ask, index, lang } = asked;
  if (ask.kind === 'question' || ask.subject === null) {
    const title = textOf(ask.text ?? undefined) ?? '';
    return { ask: index, kind: ask.kind, title, lines: [], fields: fieldsOf(asked, []) };
  }
  const { dates = [], ...subject } = subjectOf(view, { subject: ask.subject, version: ask.version }, lang);
  return { ask: index, kind: ask.kind, ...subject, fields: fieldsOf(asked, dates) };
};

/** What a sheet asks, in its language, with its boxes in the order in which they are typed. `sheet` counts from 1. */
export const questionsOf = (
  view: View,
  run: PaperRun,
  sheet: number,
  lang = run.lang,
): readonly SheetQuestion[] =>
  (asksOf(run, sheet) ?? []).map((ask, index) => questionOf(view, { ask, index, lang }));

/** One sheet of a run. */
export interface FoundSheet {
  readonly ok: true;
  readonly run: Running<PaperRun>;
  readonly number: number;
  readonly code: string;
  readonly sheet: PaperSheet;
  /** What was typed in from it already. */
  readonly entered: EnteredSheet | undefined;
}

/** Why a code leads to no sheet. */
export type SheetNotFound =
  | Exclude<CodeRead, { readonly ok: true }>
  | { readonly ok: false; readonly code: 'NotOurs' }
  | { readonly ok: false; readonly code: 'NotPrinted'; readonly last: string };

/** All runs of sheets in view, the latest first. */
export const paperRuns = (view: View): readonly Running<PaperRun>[] =>
  processesIn(view, paperState).toSorted((a, b) => (a.state.at < b.state.at ? 1 : -1));

/**
 * The sheet of a typed code, found on this device alone. A code with a right check sign that no run here has belongs to
 * another partnership, or to a pile that this device has not received yet.
 */
export const findSheet = (view: View, typed: string, last?: string): FoundSheet | SheetNotFound => {
  const runs = paperRuns(view);
  const known = runs.map(({ state }) => ({ prefix: state.prefix, sheets: state.sheets.length }));
  const read = readSheetCode(typed, known, last);
  if (!read.ok) return read;
  const run = runs.find(({ state }) => state.prefix === read.prefix);
  if (run === undefined) return { ok: false, code: 'NotOurs' };
  const sheet = run.state.sheets[read.number - 1];
  if (sheet === undefined)
    return { ok: false, code: 'NotPrinted', last: sheetCode(read.prefix, run.state.sheets.length) };
  const { number, code } = read;
  return { ok: true, run, number, code, sheet, entered: run.state.entered[String(number)] };
};

/** The meeting whose list of those present the sheets of a run are; `undefined` of every other run. */
export const meetingOfRun = (run: PaperRun): string | undefined =>
  run.asks.find(({ kind }) => kind === 'attendance')?.subject ?? undefined;

/** The attendance sheet that was printed for a meeting, the latest one; `undefined` while there is none. */
export const attendanceRun = (view: View, meeting: string): Running<PaperRun> | undefined =>
  paperRuns(view).find(({ state }) => meetingOfRun(state) === meeting);

/** How far the typing of a pile is. */
export interface RunProgress {
  readonly entered: number;
  readonly of: number;
  /** The codes of the sheets that are not typed in, in their order. */
  readonly missing: readonly string[];
}

/** How many sheets of a run are typed in, and which are not. */
export const runProgress = (run: PaperRun): RunProgress => {
  const missing = run.sheets.flatMap((_, index) =>
    run.entered[String(index + 1)] === undefined ? [sheetCode(run.prefix, index + 1)] : [],
  );
  return { entered: run.sheets.length - missing.length, of: run.sheets.length, missing };
};

/** An answer to a question, with the words that were written beside it. */
export interface QuestionAnswer {
  readonly code: string;
  readonly choice: number | undefined;
  readonly words: string | undefined;
  readonly organisation: string | null;
}

/** Everything that sheets brought to a subject's question: for whoever asked it, by the order of the sheets. */
export const answersTo = (view: View, subject: string): readonly QuestionAnswer[] =>
  paperRuns(view).flatMap(({ state }) =>
    Object.entries(state.entered).flatMap(([number, sheet]) =>
      (asksOf(state, Number(number)) ?? []).flatMap((ask, index) => {
        if (ask.kind !== 'question' || ask.subject !== subject) return [];
        const answer = sheet.answers.find((each) => each.ask === index);
        const words = textOf(sheet.words[String(index)]);
        const choice = answer?.choice === undefined ? undefined : Number(answer.choice.slice(1));
        const organisation = sheet.organisation ?? state.sheets[Number(number) - 1]?.organisation ?? null;
        return answer === undefined
          ? []
          : [{ code: sheetCode(state.prefix, Number(number)), choice, words, organisation }];
      }),
    ),
  );
