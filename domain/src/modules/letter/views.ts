import {
  isObject,
  type PartRef,
  type RecordEntity,
  textIn,
  textOf,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { actorName } from '../actor/index.ts';
import { processesIn, processIn, type Running, recordsIn } from '../reading/index.ts';
import { folded } from '../sentence/index.ts';
import type { LetterStage } from './choice.ts';
import { letterhead } from './letterhead.ts';
import { letterNumber } from './number.ts';
import { type Letter, letterState } from './state.ts';

/** The letterhead as letters print it, in one language. */
export interface LetterheadCard {
  readonly entity: RecordEntity;
  readonly name: string;
  readonly logo: { readonly hash: string; readonly type: string } | undefined;
  readonly address: string | undefined;
  readonly contact: string | undefined;
  readonly foot: string | undefined;
  readonly place: string | undefined;
  readonly signatory: string | undefined;
  readonly numberPattern: string | undefined;
}

/** The letterhead of the partnership; `undefined` until somebody has set it. */
export const letterheadOf = (view: View, lang: string): LetterheadCard | undefined => {
  const [entity] = recordsIn(view, 'letterhead');
  if (entity === undefined) return undefined;
  const words = (field: string): string | undefined => textIn(entity, field, lang)?.text;
  return {
    entity,
    name: words('name') ?? '',
    logo: valueOf(letterhead, entity, 'logo'),
    address: words('address'),
    contact: words('contact'),
    foot: words('foot'),
    place: valueOf(letterhead, entity, 'place'),
    signatory: words('signatory'),
    numberPattern: valueOf(letterhead, entity, 'numberPattern'),
  };
};

/** The scan of a letter, as the file it is; `undefined` when there is none or it was erased. */
export const scanOf = (
  ref: PartRef | null | undefined,
): { readonly hash: string; readonly name: string; readonly size: number } | undefined => {
  const value = ref?.value;
  if (!isObject(value)) return undefined;
  const { hash, name, size } = value;
  return typeof hash === 'string' && typeof name === 'string' && typeof size === 'number'
    ? { hash, name, size }
    : undefined;
};

/** One line of the register. */
export interface LetterLine {
  readonly id: string;
  readonly circle: string;
  readonly state: Letter;
  readonly stage: LetterStage;
  /** As printed; `undefined` before it is given, or while that is only a guess. */
  readonly number: string | undefined;
  readonly subject: string;
  readonly organisationName: string | undefined;
  /** The day that orders it: sent, received, written on it, prepared. */
  readonly on: string;
  /** The letters that answer it, the first one first. */
  readonly answers: readonly string[];
  /** An answer was due before today: a second letter may be prepared. Never shown to the addressee. */
  readonly late: boolean;
}

const answeredBy = (all: readonly Running<Letter>[], id: string): readonly Running<Letter>[] =>
  all.filter(({ state }) => state.direction === 'in' && state.answers === id && !state.cancelled);

const stageOf = (state: Letter, answers: readonly unknown[]): LetterStage => {
  if (state.cancelled) return 'cancelled';
  if (state.direction === 'in') return 'received';
  if (state.answered !== null || answers.length > 0) return 'answered';
  if (state.arrived !== null) return 'arrived';
  if (state.sent !== null) return 'sent';
  return state.fixed === null ? 'draft' : 'fixed';
};

/** The day that orders a letter in the register. */
const dayOf = (state: Letter): string =>
  (state.direction === 'in' ? state.arrived?.on : state.sent?.on) ?? state.dated ?? state.at.slice(0, 10);

const lineOf = (
  view: View,
  { all, held, today, lang }: Register & { readonly held: Running<Letter> },
): LetterLine => {
  const { id, circle, state } = held;
  const answers = answeredBy(all, id);
  const stage = stageOf(state, answers);
  const waits = stage === 'sent' || stage === 'arrived';
  return {
    id,
    circle,
    state,
    stage,
    number: letterNumber(state.number, letterheadOf(view, lang)?.numberPattern),
    subject: textOf(state.texts.subject ?? undefined) ?? '',
    organisationName: actorName(view, state.organisation ?? undefined),
    on: dayOf(state),
    answers: answers.map((one) => one.id),
    late: waits && state.replyDue !== null && state.replyDue < today,
  };
};

interface Register {
  readonly all: readonly Running<Letter>[];
  readonly today: string;
  readonly lang: string;
}

/** The register of letters, the latest first; what is being prepared stands on top. */
export const letterRegister = (view: View, today: string, lang: string): readonly LetterLine[] => {
  const all = processesIn(view, letterState);
  return all
    .map((held) => lineOf(view, { all, held, today, lang }))
    .sort((a, b) => rank(a) - rank(b) || (a.on === b.on ? byNumber(b, a) : a.on < b.on ? 1 : -1));
};

const rank = (line: LetterLine): number => (line.stage === 'draft' || line.stage === 'fixed' ? 0 : 1);
const byNumber = (a: LetterLine, b: LetterLine): number =>
  (a.state.number?.number ?? 0) - (b.state.number?.number ?? 0);

/** One letter of the register; `undefined` when it is absent or not for this reader. */
export const letterLine = (
  view: View,
  id: string | undefined,
  today: string,
  lang: string,
): LetterLine | undefined => {
  const held = processIn(view, letterState, id);
  return held && lineOf(view, { all: processesIn(view, letterState), held, today, lang });
};

/**
 * The letter that left about a thing for an organisation, or for a person where none is named: the latest whose text is
 * fixed and that was not cancelled. `undefined` where there is none, or where the reader does not keep the register.
 */
export const letterSentAbout = (
  view: View,
  about: string,
  to: { readonly organisation: string | undefined; readonly person: string | undefined },
): Letter | undefined =>
  processesIn(view, letterState)
    .map(({ state }) => state)
    .filter(
      (state) =>
        state.direction === 'out' &&
        state.about === about &&
        state.fixed !== null &&
        !state.cancelled &&
        (to.organisation === undefined
          ? to.person !== undefined && state.person === to.person
          : state.organisation === to.organisation),
    )
    .toSorted((a, b) => ((a.fixed?.at ?? '') < (b.fixed?.at ?? '') ? 1 : -1))[0];

/** What a register may be narrowed to. */
export interface LetterFilter {
  readonly direction?: Letter['direction'] | undefined;
  readonly stage?: LetterStage | undefined;
  readonly organisation?: string | undefined;
  /** Words of subject, number or organisation, in any case and without accents. */
  readonly words?: string | undefined;
}

/** The lines that pass every part of the filter. */
export const narrowLetters = (lines: readonly LetterLine[], filter: LetterFilter): readonly LetterLine[] => {
  const wanted = folded(filter.words ?? '');
  return lines.filter(
    (line) =>
      (filter.direction === undefined || line.state.direction === filter.direction) &&
      (filter.stage === undefined || line.stage === filter.stage) &&
      (filter.organisation === undefined || line.state.organisation === filter.organisation) &&
      folded(`${line.number ?? ''} ${line.subject} ${line.organisationName ?? ''}`).includes(wanted),
  );
};

/** What the register says in one sentence: how many leave, wait for an answer, are late. */
export interface LetterCounts {
  readonly out: number;
  readonly in: number;
  readonly toSend: number;
  readonly waiting: number;
  readonly late: number;
}

/** The counts of a register. */
export const letterCounts = (lines: readonly LetterLine[]): LetterCounts => ({
  out: lines.filter((line) => line.state.direction === 'out' && line.stage !== 'cancelled').length,
  in: lines.filter((line) => line.state.direction === 'in' && line.stage !== 'cancelled').length,
  toSend: lines.filter((line) => line.stage === 'draft' || line.stage === 'fixed').length,
  waiting: lines.filter((line) => ['sent', 'arrived'].includes(line.stage) && line.state.replyDue !== null)
    .length,
  late: lines.filter((line) => line.late).length,
});
