import {
  CORE,
  type Json,
  KEEPERS,
  type PartRef,
  partRef,
  process,
  refuse,
  WRITERS,
} from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { freeText, idFact } from '../fact.ts';
import { ANONYMOUS_FROM, FIT_MODES } from './mode.ts';
import { FIT_QUESTIONS, type FitQuestion } from './question.ts';
import type { FitCheck, FitCount } from './state.ts';
import { type FitCheckRefusal, type FitConclusion, type FitSheet, fitCheckState } from './state.ts';

const question = z.enum(FIT_QUESTIONS);
const answers = z.partialRecord(question, z.enum(['yes', 'partly', 'no']));
const mode = z.enum(FIT_MODES);
const number = z.int().check(z.minimum(0), z.maximum(500));
const counts = z.partialRecord(question, z.object({ yes: number, partly: number, no: number }));
const verdict = z.enum(['start', 'join', 'otherForm', 'notNow']);

/**
 * Is a partnership the right answer? The group answers in one of three ways, said beforehand. With names, each answers
 * alone first and the spread is shown to those who have answered: a courtesy of the screen, not a secret of the ledger.
 * Without names, the ledger holds nothing but numbers: nobody's answer is anywhere in it.
 */
export const fitCheck = process(fitCheckState, {
  version: 1,
  circle: CORE,
  labels: {
    fr: { one: 'avis sur le partenariat', many: 'avis sur le partenariat' },
    en: { one: 'fit check', many: 'fit checks' },
  },
  events: {
    opened: z.object({ mode: z.optional(mode) }),
    noted: z.object({ person: idFact, answers }),
    counted: z.object({ counts }),
    answered: z.object({ answers }),
    concluded: z.object({ verdict, initiative: z.optional(idFact) }),
    reopened: z.object({}),
  },
  commands: {
    open: {
      payload: z.object({ mode: z.optional(mode) }),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Ouvrir la question', en: 'Open the question' },
    },
    answer: {
      payload: z.object({ answers, reasons: z.optional(z.partialRecord(question, freeText(2_000))) }),
      who: { roles: WRITERS },
      labels: { fr: 'Donner mon point de vue', en: 'Give my view' },
    },
    note: {
      payload: z.object({
        person: idFact,
        answers,
        reasons: z.optional(z.partialRecord(question, freeText(2_000))),
      }),
      who: { roles: KEEPERS },
      labels: { fr: 'Noter ce qui est dit à voix haute', en: 'Note what is said aloud' },
    },
    count: {
      payload: z.object({ counts, reason: z.optional(freeText(5_000)) }),
      who: { roles: WRITERS },
      labels: { fr: 'Noter le compte', en: 'Note the count' },
    },
    conclude: {
      payload: z.object({ verdict, initiative: z.optional(idFact), reason: freeText(5_000) }),
      who: { roles: KEEPERS },
      labels: { fr: 'Conclure', en: 'Conclude' },
    },
    reopen: {
      payload: z.object({}),
      who: { roles: KEEPERS },
      labels: { fr: 'Reposer la question', en: 'Ask again' },
    },
  },
  evolve(state: FitCheck | undefined, event): FitCheck | undefined {
    if (event.verb === 'opened')
      return state ?? { mode: event.facts.mode ?? null, tally: null, sheets: {}, verdict: null, earlier: [] };
    if (state === undefined) return undefined;
    switch (event.verb) {
      case 'answered': {
        const sheet: FitSheet = {
          answers: event.facts.answers,
          reasons: reasonsOf(event.parts),
          at: event.at,
        };
        return { ...state, sheets: { ...state.sheets, [event.actor]: sheet } };
      }
      case 'noted': {
        const { person, answers: said } = event.facts;
        const sheet: FitSheet = {
          answers: said,
          reasons: reasonsOf(event.parts),
          at: event.at,
          notedBy: event.actor,
        };
        return { ...state, sheets: { ...state.sheets, [person]: sheet } };
      }
      case 'counted': {
        const reason = event.parts['reason'] ?? null;
        return {
          ...state,
          tally: { counts: event.facts.counts, reason, by: event.actor, at: event.at },
        };
      }
      case 'concluded': {
        const { verdict: said, initiative } = event.facts;
        const conclusion: FitConclusion = {
          verdict: said,
          initiative: initiative ?? null,
          reason: event.parts['reason'] ?? partRef('reason', event.stamp, undefined),
          by: event.actor,
          at: event.at,
          stamp: event.stamp,
        };
        return { ...state, verdict: conclusion, earlier: past(state) };
      }
      case 'reopened':
        return { ...state, verdict: null, earlier: past(state) };
    }
  },
  decide(command, state) {
    switch (command.name) {
      case 'open':
        return { ok: true, events: [{ verb: 'opened', facts: command.payload }] };
      case 'answer': {
        if (state?.verdict) return refuse<FitCheckRefusal>('Concluded');
        if (isNameless(state)) return refuse<FitCheckRefusal>('OtherMode');
        const { answers: said, reasons } = command.payload;
        return {
          ok: true,
          events: [{ verb: 'answered', facts: { answers: said }, parts: partsOf(reasons) }],
        };
      }
      case 'note': {
        if (state?.verdict) return refuse<FitCheckRefusal>('Concluded');
        if (state?.mode !== 'named') return refuse<FitCheckRefusal>('OtherMode');
        const { reasons, ...facts } = command.payload;
        return { ok: true, events: [{ verb: 'noted', facts, parts: partsOf(reasons) }] };
      }
      case 'count': {
        if (state?.verdict) return refuse<FitCheckRefusal>('Concluded');
        if (!isNameless(state)) return refuse<FitCheckRefusal>('OtherMode');
        const { counts: counted, reason } = command.payload;
        const isFew = Object.values(counted).some((one) => one !== undefined && total(one) < ANONYMOUS_FROM);
        if (state?.mode === 'anonymous' && isFew) return refuse<FitCheckRefusal>('TooFew');
        const parts: { [part: string]: Json } = reason === undefined ? {} : { reason };
        return { ok: true, events: [{ verb: 'counted', facts: { counts: counted }, parts }] };
      }
      case 'conclude': {
        const { reason, ...facts } = command.payload;
        if (state?.verdict) return refuse<FitCheckRefusal>('Concluded');
        return { ok: true, events: [{ verb: 'concluded', facts, parts: { reason } }] };
      }
      case 'reopen':
        return state?.verdict
          ? { ok: true, events: [{ verb: 'reopened', facts: {} }] }
          : refuse<FitCheckRefusal>('NotConcluded');
    }
  },
});

const reasonPart = (id: string): string => `reason-${id}`;

const isNameless = (state: FitCheck | undefined): boolean =>
  state?.mode === 'told' || state?.mode === 'anonymous';

const total = ({ yes, partly, no }: FitCount): number => yes + partly + no;

const reasonsOf = (parts: { readonly [part: string]: PartRef }): { readonly [question: string]: PartRef } =>
  Object.fromEntries(
    FIT_QUESTIONS.flatMap((id) => {
      const ref = parts[reasonPart(id)];
      return ref === undefined ? [] : [[id, ref] as const];
    }),
  );

const partsOf = (
  reasons: { readonly [question in FitQuestion]?: string } | undefined,
): { [part: string]: Json } => {
  const parts: Record<string, Json> = {};
  for (const [id, reason] of Object.entries(reasons ?? {}))
    if (reason !== undefined) parts[reasonPart(id)] = reason;
  return parts;
};

const past = (state: FitCheck): readonly FitConclusion[] =>
  state.verdict === null ? state.earlier : [...state.earlier, state.verdict];
