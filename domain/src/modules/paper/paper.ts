import {
  type Entity,
  type EventOf,
  isObject,
  type Json,
  KEEPERS,
  PARTNERS,
  type PartRef,
  process,
  refuse,
  WRITERS,
} from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { HALF_PAGE, HALF_PAGE_MOST, type HalfPagePart } from '../commitment/index.ts';
import {
  dayFact,
  decimalFact,
  fileFact,
  freeText,
  idFact,
  languageFact,
  ordinalFact,
  standingFact,
} from '../fact.ts';
import { saidToDates } from '../poll/index.ts';
import {
  type FirmnessGiven,
  firmnessAsked,
  firmnessFacts,
  firmnessIn,
  firmnessOf,
} from '../wording/index.ts';
import { MOST_SHEETS, SHEET_SIGNS } from './code.ts';
import {
  asksOf,
  type EnteredSheet,
  PAPER_KINDS,
  type PaperAsk,
  type PaperKind,
  type PaperRefusal,
  type PaperRun,
  paperState,
} from './state.ts';

const askFact = z.object({
  kind: z.enum(PAPER_KINDS),
  subject: z.optional(idFact),
  version: z.optional(ordinalFact),
  choices: z.int().check(z.minimum(0), z.maximum(9)),
});
const askAsked = z.object({
  kind: z.enum(PAPER_KINDS),
  subject: z.optional(idFact),
  version: z.optional(ordinalFact),
  text: z.optional(freeText(2_000)),
  choices: z.optional(z.array(freeText(200)).check(z.maxLength(9))),
});
const prefix = z.string().check(z.regex(new RegExp(`^[${SHEET_SIGNS}]{4}$`)));
const sheetFact = z.object({
  person: z.optional(idFact),
  organisation: z.optional(idFact),
  asks: z.optional(z.array(z.object({ kind: z.enum(PAPER_KINDS), subject: idFact })).check(z.maxLength(40))),
});
const sheets = z.array(sheetFact).check(z.minLength(1), z.maxLength(MOST_SHEETS));
const answerFact = z.object({
  ask: z.int().check(z.minimum(0), z.maximum(39)),
  choice: z.optional(z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,39}$/))),
  standing: z.optional(standingFact),
  value: z.optional(decimalFact),
  unit: z.optional(z.string().check(z.maxLength(60))),
  day: z.optional(dayFact),
  ...firmnessFacts,
  dates: z.optional(saidToDates),
});
const box = z.optional(freeText(HALF_PAGE_MOST));
const pageAsked = { done: box, late: box, need: box };
const number = z.int().check(z.minimum(1), z.maximum(MOST_SHEETS));

const EVENTS = {
  printed: z.object({ prefix, lang: languageFact, asks: z.array(askFact).check(z.maxLength(40)), sheets }),
  entered: z.object({
    number,
    answers: z.array(answerFact).check(z.maxLength(40)),
    organisation: z.optional(idFact),
  }),
  takenBack: z.object({ number }),
};

type Parts = { readonly [part: string]: PartRef };

const asksFrom = (facts: readonly z.infer<typeof askFact>[], parts: Parts): readonly PaperAsk[] =>
  facts.map(({ kind, subject, version, choices }, index) => ({
    kind,
    subject: subject ?? null,
    version: version ?? null,
    text: parts[`ask.${index}`] ?? null,
    choices: Array.from({ length: choices }, (_, at) => parts[`ask.${index}.${at}`]).filter(
      (part) => part !== undefined,
    ),
  }));

const own = ({ kind, subject }: { readonly kind: PaperKind; readonly subject: string }): PaperAsk => ({
  kind,
  subject,
  version: null,
  text: null,
  choices: [],
});

const without = <T>(held: { readonly [key: string]: T }, key: string): { readonly [key: string]: T } =>
  Object.fromEntries(Object.entries(held).filter(([name]) => name !== key));

/**
 * Sheets of paper with codes: what was printed for whom, and what was typed in from it. A sheet is entered once; typing
 * it in again is a correction that says so.
 */
export const paper = process(paperState, {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'tirage de feuilles', many: 'tirages de feuilles' },
    en: { one: 'run of sheets', many: 'runs of sheets' },
  },
  events: EVENTS,
  commands: {
    print: {
      payload: z.object({
        prefix,
        lang: languageFact,
        title: z.optional(freeText(300)),
        asks: z.array(askAsked).check(z.maxLength(40)),
        sheets,
      }),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Imprimer des feuilles', en: 'Print sheets' },
    },
    enter: {
      payload: z.object({
        number,
        answers: z
          .array(z.extend(answerFact, { words: z.optional(freeText(5_000)), ...pageAsked, ...firmnessAsked }))
          .check(z.maxLength(40)),
        organisation: z.optional(idFact),
        name: z.optional(freeText(300)),
        scan: z.optional(fileFact),
        correct: z.optional(z.boolean()),
      }),
      who: { roles: WRITERS },
      labels: { fr: 'Saisir une feuille', en: 'Type a sheet in' },
    },
    takeBack: {
      payload: z.object({ number }),
      who: { roles: WRITERS },
      labels: { fr: 'Annuler la saisie d’une feuille', en: 'Undo the entry of a sheet' },
    },
  },
  evolve(state: PaperRun | undefined, event): PaperRun | undefined {
    if (event.verb === 'printed') return state ?? printed(event);
    if (state === undefined) return undefined;
    const key = String(event.facts.number);
    const held = state.entered[key];
    if (event.verb === 'takenBack') {
      const before = state.before[key];
      const entered = without(state.entered, key);
      return {
        ...state,
        entered: before === undefined ? entered : { ...entered, [key]: before },
        before: without(state.before, key),
      };
    }
    return {
      ...state,
      entered: { ...state.entered, [key]: sheetFrom(state, event) },
      before: held === undefined ? state.before : { ...state.before, [key]: held },
    };
  },
  decide(command, state, view, context) {
    if (command.name === 'print') {
      const taken = [...view.list('paper')].some((run) => prefixOf(run) === command.payload.prefix);
      return taken ? refuse<PaperRefusal>('PrefixTaken') : print(command.payload);
    }
    if (state === undefined) return { ok: true, events: [] };
    const key = String(command.payload.number);
    const held = state.entered[key];
    if (command.name === 'enter') {
      const asks = asksOf(state, command.payload.number);
      if (asks === undefined) return refuse<PaperRefusal>('SheetUnknown');
      if (held !== undefined && command.payload.correct !== true)
        return refuse<PaperRefusal>('AlreadyEntered', { by: held.by, at: held.at });
      if (command.payload.answers.some(({ ask }) => ask >= asks.length))
        return refuse<PaperRefusal>('AskUnknown');
      return enter(command.payload);
    }
    if (held === undefined) return refuse<PaperRefusal>('NotEntered');
    const isKeeper = KEEPERS.some((role) => context.actor.roles.has(role));
    if (held.by !== context.actor.id && !isKeeper) return refuse<PaperRefusal>('NotYourEntry');
    return { ok: true, events: [{ verb: 'takenBack', facts: { number: command.payload.number } }] };
  },
});

const printed = ({ facts, parts, actor, at }: EventOf<typeof EVENTS, 'printed'>): PaperRun => ({
  prefix: facts.prefix,
  lang: facts.lang,
  title: parts['title'] ?? null,
  asks: asksFrom(facts.asks, parts),
  sheets: facts.sheets.map((sheet) => ({
    person: sheet.person ?? null,
    organisation: sheet.organisation ?? null,
    asks: sheet.asks === undefined ? null : sheet.asks.map(own),
  })),
  printedBy: actor,
  at,
  entered: {},
  before: {},
});

const sheetFrom = (
  state: PaperRun,
  { facts, parts, actor, at, stamp }: EventOf<typeof EVENTS, 'entered'>,
): EnteredSheet => {
  const words = facts.answers.flatMap(({ ask }) =>
    [['words', String(ask)] as const, ...HALF_PAGE.map((part) => [part, `${ask}.${part}`] as const)].flatMap(
      ([name, key]) => {
        const part = parts[`${name}.${ask}`];
        return part === undefined ? [] : [[key, part] as const];
      },
    ),
  );
  const firmness = facts.answers.flatMap((answer) => {
    const held = firmnessOf(answer, firmParts(parts, answer.ask));
    return held === undefined ? [] : [[String(answer.ask), held] as const];
  });
  return {
    person: state.sheets[facts.number - 1]?.person ?? null,
    answers: facts.answers.map(present),
    words: Object.fromEntries(words),
    firmness: Object.fromEntries(firmness),
    organisation: facts.organisation ?? null,
    name: parts['name'] ?? null,
    scan: parts['scan'] ?? null,
    by: actor,
    at,
    stamp,
  };
};

/** The texts beside one answer, by the names under which a position has them. */
const firmParts = (parts: Parts, ask: number): Parts => {
  const clearWith = parts[`clearWith.${ask}`];
  const confirmedBy = parts[`confirmedBy.${ask}`];
  return {
    ...(clearWith === undefined ? {} : { clearWith }),
    ...(confirmedBy === undefined ? {} : { confirmedBy }),
  };
};

/** Read without the declaration that is being made here. */
const prefixOf = (run: Entity): Json | undefined =>
  run.kind === 'process' && isObject(run.state) ? run.state['prefix'] : undefined;

type Printed = {
  readonly prefix: string;
  readonly lang: string;
  readonly title?: string | undefined;
  readonly asks: readonly z.infer<typeof askAsked>[];
  readonly sheets: z.infer<typeof sheets>;
};

const print = ({ title, asks, ...rest }: Printed) => {
  const isBare = asks.length === 0 && rest.sheets.some((sheet) => (sheet.asks ?? []).length === 0);
  if (isBare) return refuse<PaperRefusal>('NothingAsked');
  const parts: Record<string, string> = title === undefined ? {} : { title };
  for (const [index, { text, choices = [] }] of asks.entries()) {
    if (text !== undefined) parts[`ask.${index}`] = text;
    for (const [at, choice] of choices.entries()) parts[`ask.${index}.${at}`] = choice;
  }
  const facts = {
    ...rest,
    asks: asks.map(({ text: _text, choices = [], ...ask }) => ({ ...ask, choices: choices.length })),
  };
  return { ok: true as const, events: [{ verb: 'printed' as const, facts, parts }] };
};

type Answered = z.infer<typeof answerFact> &
  FirmnessGiven & { readonly [part in 'words' | HalfPagePart]?: string | undefined };

type Entering = {
  readonly number: number;
  readonly answers: readonly Answered[];
  readonly organisation?: string | undefined;
  readonly name?: string | undefined;
  readonly scan?: z.infer<typeof fileFact> | undefined;
};

const enter = ({ number: sheet, answers, organisation, name, scan }: Entering) => {
  const texts = answers.flatMap(({ ask, ...said }) => [
    ...(['words', ...HALF_PAGE] as const).flatMap((part) => {
      const text = said[part];
      return text === undefined ? [] : [[`${part}.${ask}`, text] as const];
    }),
    ...Object.entries(firmnessIn(said).parts).map(([part, text]) => [`${part}.${ask}`, text] as const),
  ]);
  const facts = {
    number: sheet,
    answers: answers.map((answer) => ({ ...present(answer), ...firmnessIn(answer).facts })),
    ...(organisation === undefined ? {} : { organisation }),
  };
  const parts = {
    ...Object.fromEntries(texts),
    ...(name === undefined ? {} : { name }),
    ...(scan === undefined ? {} : { scan }),
  };
  return { ok: true as const, events: [{ verb: 'entered' as const, facts, parts }] };
};

/** Optional facts are either there or not: never `undefined`. */
const present = ({ ask, choice, standing, value, unit, day, dates }: z.infer<typeof answerFact>) => ({
  ask,
  ...(choice === undefined ? {} : { choice }),
  ...(standing === undefined ? {} : { standing }),
  ...(value === undefined ? {} : { value }),
  ...(unit === undefined ? {} : { unit }),
  ...(day === undefined ? {} : { day }),
  ...(dates === undefined ? {} : { dates }),
});
