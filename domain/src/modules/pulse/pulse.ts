import { DEFAULT_FLOORS, protectLine } from '@tablee/domain/engines/disclosure';
import { PARTNERS, process, type Refusal, refuse, WRITERS } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { idFact } from '../fact.ts';
import { PULSE_ANSWERS, type Pulse, type PulseRefusal, pulseState } from './state.ts';

const result = z.union([
  z.object({ state: z.literal('exact'), counts: z.array(z.int().check(z.minimum(0))).check(z.length(4)) }),
  z.object({ state: z.literal('nearlyAll'), answer: z.enum(['no', 'ratherNo', 'ratherYes', 'yes']) }),
  z.object({ state: z.literal('hidden') }),
]);
/** How often each of the four answers was given, from the least to the most. */
const totals = z.array(z.int().check(z.minimum(0), z.maximum(10_000))).check(z.length(4));

/** The id of the two questions of a meeting. */
export const pulseId = (meeting: string): string => `${meeting}-pulse`;

/** What may be kept of one question from how often each of the four answers was given. */
export const publishable = (counts: readonly number[]): z.infer<typeof result> => {
  const { total } = protectLine([counts], DEFAULT_FLOORS.perGroup);
  if (total.state === 'hidden') return { state: 'hidden' };
  if (total.state === 'exact') return { state: 'exact', counts: [...total.counts] };
  return { state: 'nearlyAll', answer: PULSE_ANSWERS[total.answer] ?? 'no' };
};

const deadline = z.object({
  instant: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
  zone: z.string().check(z.minLength(1), z.maxLength(60)),
});
const refuseWith = (code: PulseRefusal): Refusal => refuse<PulseRefusal>(code);

/**
 * Two questions after a meeting: asked by link until a moment, or on paper; totals come in once, and what may be
 * known of them stands. Answers by link are kept beside the ledger, in no relation to who gave them.
 */
export const pulse = process(pulseState, {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'deux questions', many: 'deux questions' },
    en: { one: 'two questions', many: 'two questions' },
  },
  events: {
    opened: z.object({ meeting: idFact, closes: deadline }),
    closed: z.object({}),
    counted: z.object({ meeting: idFact, useful: result, heard: result }),
  },
  commands: {
    open: {
      payload: z.object({ meeting: idFact, closes: deadline }),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Poser les deux questions par lien', en: 'Ask the two questions by link' },
    },
    close: {
      payload: z.object({}),
      who: { roles: [...WRITERS, 'system'] },
      labels: { fr: 'Clore les deux questions', en: 'Close the two questions' },
    },
    count: {
      payload: z.object({ meeting: idFact, useful: totals, heard: totals }),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Saisir les totaux', en: 'Type in the totals' },
    },
    conclude: {
      payload: z.object({ useful: totals, heard: totals }),
      who: { roles: ['system'] },
      labels: { fr: 'Compter les réponses', en: 'Count the answers' },
    },
  },
  evolve(state: Pulse | undefined, event): Pulse | undefined {
    const { actor: by, at } = event;
    switch (event.verb) {
      case 'opened':
        return state ?? { ...event.facts, state: 'open', useful: null, heard: null, by, at };
      case 'closed':
        return state && { ...state, state: 'closed' };
      case 'counted': {
        const { meeting, useful, heard } = event.facts;
        if (state?.state === 'counted') return state;
        return {
          meeting,
          state: 'counted',
          closes: state?.closes ?? null,
          useful,
          heard,
          by: state?.by ?? by,
          at,
        };
      }
    }
  },
  decide(command, state, _view, context) {
    switch (command.name) {
      case 'open':
        return context.now >= command.payload.closes.instant
          ? refuseWith('PulseOver')
          : { ok: true, events: [{ verb: 'opened', facts: command.payload }] };
      case 'count':
        return { ok: true, events: [counted(command.payload.meeting, command.payload)] };
      case 'close':
        if (state?.state !== 'open') return refuseWith('PulseNotOpen');
        return { ok: true, events: [{ verb: 'closed', facts: {} }] };
      case 'conclude':
        if (state?.state === 'counted') return refuseWith('PulseOver');
        if (state?.state !== 'closed') return refuseWith('PulseOpen');
        return { ok: true, events: [counted(state.meeting, command.payload)] };
    }
  },
  due: (state) =>
    state.state === 'open' && state.closes !== null
      ? [{ at: state.closes.instant, command: 'close', payload: {} }]
      : [],
});

const counted = (
  meeting: string,
  { useful, heard }: { readonly useful: readonly number[]; readonly heard: readonly number[] },
) => ({
  verb: 'counted' as const,
  facts: { meeting, useful: publishable(useful), heard: publishable(heard) },
});
