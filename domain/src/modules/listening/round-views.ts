import { type OpinionReport, opinionReportSchema, readCell } from '@tablee/domain/engines/opinion';
import { isObject, type Json, type PartRef, textOf, type View } from '@tablee/domain/kernel';
import { processesIn, processIn, type Running } from '../reading/index.ts';
import { entryOf } from './round-decide.ts';
import { type Round, roundState } from './round-state.ts';

/** A text with the language in which it is there. */
export interface TextIn {
  readonly text: string;
  readonly lang: string;
}

const inLanguage = (
  texts: { readonly [lang: string]: PartRef } | undefined,
  langs: readonly string[],
): TextIn | undefined => {
  if (texts === undefined) return undefined;
  for (const lang of [...langs, ...Object.keys(texts)]) {
    const text = textOf(entryOf(texts, lang));
    if (text !== undefined) return { text, lang };
  }
  return undefined;
};

/** The rounds of a view: open ones first, then planned, then closed; within each the nearest end first. */
export const roundsIn = (view: View): readonly Running<Round>[] => {
  const rank = { open: 0, planned: 1, closed: 2 };
  return [...processesIn(view, roundState)].sort((a, b) => {
    const byState = rank[a.state.state] - rank[b.state.state];
    return byState !== 0 ? byState : a.state.closes.instant < b.state.closes.instant ? -1 : 1;
  });
};

/** One round; `undefined` when the id is of something else, hidden or absent. */
export const roundIn = (view: View, id: string | undefined): Running<Round> | undefined =>
  processIn(view, roundState, id);

/** What a round says of itself, in a language or else in the first one offered. */
export const roundTexts = (
  state: Round,
  lang: string,
): { readonly title: TextIn; readonly intro: TextIn; readonly promise: TextIn } => {
  const langs = [lang, ...state.languages];
  const pick = (name: 'title' | 'intro' | 'promise'): TextIn => {
    const texts = Object.entries(state.texts).map(([own, held]) => [own, held[name]] as const);
    return inLanguage(Object.fromEntries(texts), langs) ?? { text: '', lang };
  };
  return { title: pick('title'), intro: pick('intro'), promise: pick('promise') };
};

/** The page's own words that a round brings for a language, by key; empty for a language of the program. */
export const roundWords = (state: Round, lang: string): { readonly [key: string]: string } => {
  const value: Json | undefined = entryOf(state.words, lang)?.value;
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text] as const] : [])),
  );
};

/** A statement in words. */
export interface StatementLine extends TextIn {
  readonly id: string;
  readonly from: 'seed' | 'proposed';
  readonly order: number;
  readonly shown: boolean;
  /** The languages offered in which it is not written yet. */
  readonly missing: readonly string[];
}

/** The statements of a round in their order, with their words; one whose words were erased is left out. */
export const statementLines = (state: Round, lang: string): readonly StatementLine[] =>
  Object.entries(state.statements)
    .flatMap(([id, { texts, from, order, shown }]) => {
      const text = inLanguage(texts, [lang, ...state.languages]);
      if (text === undefined) return [];
      const missing = state.languages.filter((own) => textOf(entryOf(texts, own)) === undefined);
      return [{ id, ...text, from, order, shown, missing }];
    })
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

/** Where a round stands at a moment (ISO 8601 UTC). */
export type RoundStanding = 'planned' | 'open' | 'counting' | 'published' | 'tooFew';

/** What a round is waiting for: its opening, answers, its counts, or nothing. */
export const roundStanding = (state: Round, now: string): RoundStanding => {
  if (state.state === 'planned') return 'planned';
  if (state.state === 'open') return now < state.closes.instant ? 'open' : 'counting';
  if (state.result === null) return 'counting';
  return reportOf(state) === undefined ? 'tooFew' : 'published';
};

/** True when the promised answer is not given and its day is here (`YYYY-MM-DD`) or past. */
export const answerOwed = (state: Round, today: string): boolean =>
  state.state === 'closed' && state.answer === null && state.answerBy <= today;

const reportOf = (state: Round): OpinionReport | undefined => {
  const parsed = opinionReportSchema.safeParse(state.result?.['report']);
  return parsed.success ? parsed.data : undefined;
};

/** A statement with what may be shown of its answers. */
export interface ResultLine extends StatementLine {
  readonly total: OpinionReport['statements'][number]['total'];
  /** One per group, in the order of `groups`. */
  readonly cells: OpinionReport['statements'][number]['cells'];
  /** What became of it. */
  readonly answer: TextIn | undefined;
}

/** The results of a round, in the order in which they are read: what is shared, then what divides, then all. */
export interface RoundReading {
  readonly people: number;
  /** Sectors, or the letters of groups that the answers show; `''` for those in none. */
  readonly groups: readonly { readonly name: string; readonly members: number | undefined }[];
  readonly groupsFrom: OpinionReport['groupsFrom'];
  /** What every group shown is for by a majority, most shared first. */
  readonly common: readonly ResultLine[];
  /** Where two groups are furthest apart and not all are for it, widest gap first. */
  readonly divides: readonly (ResultLine & {
    readonly most: string;
    readonly least: string;
    readonly gap: number;
  })[];
  /** All statements in rank of consensus; those not ranked last, those taken back not at all. */
  readonly all: readonly ResultLine[];
  readonly map: OpinionReport['map'];
  readonly answer: TextIn | undefined;
}

const isShared = (line: Pick<ResultLine, 'cells' | 'total'>): boolean => {
  const shown = line.cells.map(readCell).filter((counts) => counts !== undefined && counts.seen > 0);
  const cells = shown.length > 0 ? shown : [readCell(line.total)];
  return cells.every((counts) => counts !== undefined && counts.agree * 2 > counts.seen);
};

/**
 * The published results with their words (LSN-14); `undefined` before publication. With too few people, `people` and
 * nothing else.
 */
export const roundReading = (state: Round, lang: string): RoundReading | undefined => {
  if (state.result === null) return undefined;
  const langs = [lang, ...state.languages];
  const answer = inLanguage(state.answer?.texts, langs);
  const report = reportOf(state);
  const people = Number(state.result['people'] ?? 0);
  const nothing = {
    groups: [],
    groupsFrom: 'none',
    common: [],
    divides: [],
    all: [],
    map: undefined,
  } as const;
  if (report === undefined) return { ...nothing, people, answer };
  const words = new Map(statementLines(state, lang).map((line) => [line.id, line]));
  const lines = new Map<string, ResultLine>();
  for (const { name, total, cells } of report.statements) {
    const line = words.get(name);
    const said = inLanguage(entryOf(state.answer?.statements ?? {}, name), langs);
    if (line?.shown) lines.set(name, { ...line, total, cells, answer: said });
  }
  const ranked = report.consensus.flatMap(({ statement }) => lines.get(statement) ?? []);
  const rest = [...lines.values()].filter((line) => !ranked.includes(line));
  return {
    people,
    groups: report.groups.map(({ name, members }) => ({ name, members })),
    groupsFrom: report.groupsFrom,
    common: ranked.filter(isShared),
    divides: report.divides.flatMap(({ statement, most, least, gap }) => {
      const line = lines.get(statement);
      // What every group is for by a majority is shared, however far apart the majorities are.
      return line === undefined || isShared(line) ? [] : [{ ...line, most, least, gap }];
    }),
    all: [...ranked, ...rest],
    map: report.map,
    answer,
  };
};

/** The written summaries of voice notes that may be shown, oldest first. */
export const voiceSummaries = (state: Round, lang: string): readonly (TextIn & { readonly id: string })[] =>
  Object.entries(state.summaries)
    .filter(([id]) => {
      const decided = entryOf(state.moderated, id);
      return decided === undefined || decided.decision === 'accept';
    })
    .sort(([, a], [, b]) => (a.at < b.at ? -1 : 1))
    .flatMap(([id, { texts }]) => {
      const text = inLanguage(texts, [lang, ...state.languages]);
      return text === undefined ? [] : [{ id, ...text }];
    });
