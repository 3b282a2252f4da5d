import { textOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { HALF_PAGE } from '@tablee/domain/modules/commitment';
import {
  meetingOfRun,
  type PaperRun,
  type PaperSheet,
  paperState,
  questionsOf,
  type SheetField,
  type SheetQuestion,
  sheetCode,
} from '@tablee/domain/modules/paper';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import { stateIn } from '@tablee/domain/modules/reading';
import { STANDING_WORDS, worded } from '@tablee/domain/modules/request';
import type { PositionStanding } from '@tablee/domain/modules/wording';
import { typography } from '@tablee/domain/text';
import type { Asked } from '../asked.ts';
import { attendanceTables, type PrintedTable } from '../meeting/attendance-paper.ts';
import { PAPER_WORDS } from './paper-words.ts';

/** One box of a printed sheet: choices to tick, or a line to write on. */
export interface PrintedField {
  readonly label: string;
  readonly options: readonly { readonly key: string; readonly label: string }[];
  /** Empty lines to write on; 0 where a box is ticked. */
  readonly lines: number;
  /** One of many alike, each on a line of its own: label and boxes side by side. */
  readonly isRow?: boolean;
}

/** One question of a printed sheet. */
export interface PrintedQuestion {
  readonly title: string;
  readonly text: string;
  readonly lang: string;
  readonly lines: readonly string[];
  readonly fields: readonly PrintedField[];
  readonly table?: Omit<PrintedTable, 'title'>;
}

/** One page for one person. */
export interface PrintedSheet {
  readonly code: string;
  /** Where the code leads: what the QR holds. */
  readonly address: string;
  readonly count: string;
  /** For whom it is; empty on a blank sheet. */
  readonly who: string;
  readonly blank: readonly string[];
  readonly questions: readonly PrintedQuestion[];
  readonly after: string;
}

/** A pile of sheets, ready to be written as PDF or as Word. */
export interface PaperPrint {
  readonly language: string;
  readonly title: string;
  readonly partnership: string;
  /** How it is filled in. */
  readonly how: string;
  readonly qrWords: string;
  readonly sheets: readonly PrintedSheet[];
}

const linesOf = ({ part, options }: SheetField): number => {
  if (part === 'words') return 3;
  if (HALF_PAGE.some((each) => each === part)) return 4;
  return options.length === 0 ? 1 : 0;
};

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** What belongs to one standing shares a line: « En validation interne : auprès de qui ? jusqu’à quand ? » */
const besideOf = (fields: readonly SheetField[], beside: PositionStanding, lang: string): PrintedField => {
  const labels = fields.map(({ label }) => lower(label)).join(' ');
  const colon = lang === 'fr' ? ' :' : ':';
  const label = `${worded(STANDING_WORDS[beside], lang)}${colon} ${labels}`;
  return { label: typography(label, lang), options: optionsOf(fields, lang), lines: 1 };
};

const optionsOf = (fields: readonly SheetField[], lang: string): PrintedField['options'] =>
  fields.flatMap(({ options }) => options).map(({ key, label }) => ({ key, label: typography(label, lang) }));

/** The boxes in the order in which they are typed in. */
const printed = (fields: readonly SheetField[], unit: string | undefined, lang: string): PrintedField[] =>
  fields.flatMap((field, index) => {
    const { label, part, beside } = field;
    if (beside !== undefined)
      return fields[index - 1]?.beside === beside
        ? []
        : [
            besideOf(
              fields.filter((each) => each.beside === beside),
              beside,
              lang,
            ),
          ];
    const words = unit !== undefined && part === 'value' ? `${label} (${unit})` : label;
    const row = part === 'date' ? { isRow: true } : {};
    return [
      { label: typography(words, lang), options: optionsOf([field], lang), lines: linesOf(field), ...row },
    ];
  });

const whoOf = (sheet: PaperSheet, asked: Asked): string =>
  [
    sheet.person === null ? undefined : asked.nameOf(sheet.person),
    sheet.organisation === null ? undefined : actorName(asked.view, sheet.organisation),
  ]
    .filter((part) => part !== undefined)
    .join(', ');

const printedIn =
  (lang: string) =>
  ({ title, text, lines, unit, fields }: SheetQuestion): PrintedQuestion => ({
    title: typography(title, lang),
    text: text === undefined ? '' : typography(text.text, text.lang),
    lang: text?.lang ?? lang,
    lines: lines.map((line) => typography(line, lang)),
    fields: printed(fields, unit, lang),
  });

const tableIn =
  (lang: string) =>
  ({ title, ...table }: PrintedTable): PrintedQuestion => ({
    title,
    text: '',
    lang,
    lines: [],
    fields: [],
    table,
  });

interface Page {
  readonly run: PaperRun;
  readonly sheet: PaperSheet;
  readonly number: number;
}

const pageOf = ({ run, sheet, number }: Page, asked: Asked): PrintedSheet => {
  const { lang } = run;
  const say = (words: (typeof PAPER_WORDS)[keyof typeof PAPER_WORDS]): string =>
    typography(worded(words, lang), lang);
  const code = sheetCode(run.prefix, number);
  const isKnown = sheet.person !== null || sheet.organisation !== null;
  // Answers to questions alone may come from anybody: only what speaks for somebody asks who that is.
  const list = meetingOfRun(run);
  const asksWho = !isKnown && list === undefined && run.asks.some(({ kind }) => kind !== 'question');
  return {
    code,
    address: new URL(`/c/${code}`, asked.address).href,
    count: `${say(PAPER_WORDS.sheet)} ${number} / ${run.sheets.length}`,
    who: isKnown ? whoOf(sheet, asked) : '',
    blank: asksWho ? [say(PAPER_WORDS.name), say(PAPER_WORDS.organisation)] : [],
    questions: [
      ...questionsOf(asked.view, run, number).map(printedIn(lang)),
      ...(list === undefined ? [] : attendanceTables(list, asked, lang).map(tableIn(lang))),
    ],
    after: say(isKnown || asksWho ? PAPER_WORDS.after : PAPER_WORDS.anonymous),
  };
};

/** The sheets of a run, one page each; `undefined` when the reader sees no such run. */
export const paperPrint = (id: string, asked: Asked): PaperPrint | undefined => {
  const run = stateIn(asked.view, paperState, id);
  if (run === undefined) return undefined;
  const { lang } = run;
  const say = (words: (typeof PAPER_WORDS)[keyof typeof PAPER_WORDS]): string =>
    typography(worded(words, lang), lang);
  const isList = meetingOfRun(run) !== undefined;
  const untitled = isList ? PAPER_WORDS.attendance : PAPER_WORDS.untitled;
  return {
    language: lang,
    title: typography(textOf(run.title ?? undefined) ?? worded(untitled, lang), lang),
    partnership: typography(partnershipOf(asked.view, lang === 'fr' ? 'fr' : 'en')?.name ?? '', lang),
    how: say(isList ? PAPER_WORDS.howList : PAPER_WORDS.how),
    qrWords: say(PAPER_WORDS.qr),
    sheets: run.sheets.map((sheet, index) => pageOf({ run, sheet, number: index + 1 }, asked)),
  };
};
