import { KEEPERS, PARTNERS, process, type Refusal, refuse } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { decisionState, isAdopted } from '../decision/index.ts';
import { dayFact, freeText, idFact } from '../fact.ts';
import { processIn } from '../reading/index.ts';
import { type Ending, type EndingRefusal, endingState } from './state.ts';

const none = z.object({});
const outcome = z.enum(['met', 'missed', 'closed']);
const owed = { nothing: z.boolean(), commitments: z.array(idFact).check(z.maxLength(500)) };
const data = {
  kind: z.enum(['record', 'people', 'figures', 'recordings', 'shared']),
  fate: z.enum(['keep', 'return', 'erase']),
  until: z.optional(dayFact),
  holder: z.optional(idFact),
};
const organisations = z.array(idFact).check(z.maxLength(500));
const conclusion = { outcome: z.enum(['ended', 'continued']), decision: z.optional(idFact) };
const who = { roles: KEEPERS };

const no = (code: EndingRefusal, detail?: string): Refusal => refuse<EndingRefusal>(code, detail);
const words = (name: string, text: string | undefined): { readonly [part: string]: string } =>
  text === undefined ? {} : { [name]: text };

/**
 * Ending well: goals met, missed or closed, what is still owed, what becomes of the data, thanks; concluded by a
 * decision under the agreed rule, or continued. Rules END-1 to END-4 of SPEC.md.
 */
export const ending = process(endingState, {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'fin préparée', many: 'fins préparées' },
    en: { one: 'prepared ending', many: 'prepared endings' },
  },
  events: {
    opened: none,
    goalSettled: z.object({ result: idFact, outcome }),
    owedSaid: z.object(owed),
    dataSettled: z.object(data),
    thanked: z.object({ organisations }),
    concluded: z.object(conclusion),
  },
  commands: {
    open: { payload: none, who, creates: true, labels: { fr: 'Préparer la fin', en: 'Prepare the end' } },
    settleGoal: {
      payload: z.object({ result: idFact, outcome, reason: z.optional(freeText(5_000)) }),
      who,
      labels: { fr: 'Dire ce qu’il en est d’un but', en: 'Say how a goal ended' },
    },
    sayOwed: {
      payload: z.object({ ...owed, text: z.optional(freeText(10_000)) }),
      who,
      labels: { fr: 'Dire ce qui reste dû', en: 'Say what is still owed' },
    },
    settleData: {
      payload: z.object(data),
      who,
      labels: { fr: 'Régler le sort des données', en: 'Settle what becomes of data' },
    },
    thank: {
      payload: z.object({ organisations, text: freeText(10_000) }),
      who,
      labels: { fr: 'Remercier', en: 'Thank' },
    },
    conclude: {
      payload: z.object({ ...conclusion, words: z.optional(freeText(10_000)) }),
      who,
      labels: { fr: 'Conclure', en: 'Conclude' },
    },
  },
  evolve(state: Ending | undefined, event): Ending | undefined {
    if (event.verb === 'opened') {
      const opened: Ending = {
        openedAt: event.at,
        goals: {},
        owed: null,
        data: {},
        thanks: null,
        concluded: null,
      };
      return state ?? opened;
    }
    if (state === undefined) return undefined;
    switch (event.verb) {
      case 'goalSettled': {
        const goal = { outcome: event.facts.outcome, reason: event.parts['reason'] ?? null };
        return { ...state, goals: { ...state.goals, [event.facts.result]: goal } };
      }
      case 'owedSaid':
        return { ...state, owed: { ...event.facts, text: event.parts['text'] ?? null } };
      case 'dataSettled': {
        const { kind, fate, until, holder } = event.facts;
        return {
          ...state,
          data: { ...state.data, [kind]: { fate, until: until ?? null, holder: holder ?? null } },
        };
      }
      case 'thanked':
        return {
          ...state,
          thanks: { organisations: event.facts.organisations, text: event.parts['text'] ?? null },
        };
      case 'concluded': {
        const { outcome: how, decision: by } = event.facts;
        const concluded = {
          outcome: how,
          decision: by ?? null,
          words: event.parts['words'] ?? null,
          at: event.at,
        };
        return { ...state, concluded };
      }
    }
  },
  decide(command, state, view) {
    if (command.name === 'open') return { ok: true, events: [{ verb: 'opened', facts: {} }] };
    if (state === undefined) return refuse('NotFound');
    if (state.concluded !== null) return no('AlreadyConcluded');
    switch (command.name) {
      case 'settleGoal': {
        const { reason, ...facts } = command.payload;
        if (facts.outcome !== 'met' && reason === undefined) return no('ReasonMissing');
        return { ok: true, events: [{ verb: 'goalSettled', facts, parts: words('reason', reason) }] };
      }
      case 'sayOwed': {
        const { text, ...facts } = command.payload;
        return { ok: true, events: [{ verb: 'owedSaid', facts, parts: words('text', text) }] };
      }
      case 'settleData':
        return { ok: true, events: [{ verb: 'dataSettled', facts: command.payload }] };
      case 'thank':
        return {
          ok: true,
          events: [
            {
              verb: 'thanked',
              facts: { organisations: command.payload.organisations },
              parts: { text: command.payload.text },
            },
          ],
        };
      case 'conclude': {
        const { words: said, ...facts } = command.payload;
        const held = processIn(view, decisionState, facts.decision);
        const decided = held !== undefined && isAdopted(held.state);
        if (!decided && (facts.outcome === 'ended' || facts.decision !== undefined)) return no('NotDecided');
        return { ok: true, events: [{ verb: 'concluded', facts, parts: words('words', said) }] };
      }
    }
  },
});
