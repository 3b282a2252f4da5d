import {
  CORE,
  type Json,
  KEEPERS,
  type PartRef,
  partRef,
  process,
  refuse,
  type Stamp,
  WRITERS,
} from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { freeText, idFact } from '../fact.ts';
import { FIT_QUESTIONS, type FitAnswer, type FitQuestion, type FitVerdict } from './question.ts';

/** What one person answered. */
export type FitSheet = {
  readonly answers: { readonly [question in FitQuestion]?: FitAnswer };
  readonly reasons: { readonly [question: string]: PartRef };
  readonly at: string;
};

/** What was concluded, with its reasons. */
export type FitConclusion = {
  readonly verdict: FitVerdict;
  readonly initiative: string | null;
  readonly reason: PartRef;
  readonly by: string;
  readonly at: string;
  readonly stamp: Stamp;
};

/** Answers by person, and the verdict; earlier verdicts stay in view. */
export type FitCheck = {
  readonly sheets: { readonly [person: string]: FitSheet };
  readonly verdict: FitConclusion | null;
  readonly earlier: readonly FitConclusion[];
};

/** Refusals of the fit check. */
export type FitCheckRefusal = 'Concluded' | 'NotConcluded';

const question = z.enum(FIT_QUESTIONS);
const answers = z.partialRecord(question, z.enum(['yes', 'partly', 'no']));
const verdict = z.enum(['start', 'join', 'otherForm', 'notNow']);

/**
 * Is a partnership the right answer? Each core member answers alone; the spread is shown to those who have
 * answered. It is a courtesy of the screen, not a secret of the ledger: everybody in its circle could read it.
 */
export const fitCheck = process('fitCheck', {
  version: 1,
  circle: CORE,
  labels: {
    fr: { one: 'avis sur le partenariat', many: 'avis sur le partenariat' },
    en: { one: 'fit check', many: 'fit checks' },
  },
  events: {
    opened: z.object({}),
    answered: z.object({ answers }),
    concluded: z.object({ verdict, initiative: z.optional(idFact) }),
    reopened: z.object({}),
  },
  commands: {
    open: {
      payload: z.object({}),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Ouvrir la question', en: 'Open the question' },
    },
    answer: {
      payload: z.object({ answers, reasons: z.optional(z.partialRecord(question, freeText(2_000))) }),
      who: { roles: WRITERS },
      labels: { fr: 'Donner mon point de vue', en: 'Give my view' },
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
    if (event.verb === 'opened') return state ?? { sheets: {}, verdict: null, earlier: [] };
    if (state === undefined) return undefined;
    switch (event.verb) {
      case 'answered': {
        const reasons = Object.fromEntries(
          FIT_QUESTIONS.flatMap((id) => {
            const ref = event.parts[reasonPart(id)];
            return ref === undefined ? [] : [[id, ref] as const];
          }),
        );
        const sheet: FitSheet = { answers: event.facts.answers, reasons, at: event.at };
        return { ...state, sheets: { ...state.sheets, [event.actor]: sheet } };
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
        return { ok: true, events: [{ verb: 'opened', facts: {} }] };
      case 'answer': {
        if (state?.verdict) return refuse<FitCheckRefusal>('Concluded');
        const { answers: said, reasons } = command.payload;
        const parts: Record<string, Json> = {};
        for (const [id, reason] of Object.entries(reasons ?? {}))
          if (reason !== undefined) parts[reasonPart(id)] = reason;
        return { ok: true, events: [{ verb: 'answered', facts: { answers: said }, parts }] };
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

const past = (state: FitCheck): readonly FitConclusion[] =>
  state.verdict === null ? state.earlier : [...state.earlier, state.verdict];
