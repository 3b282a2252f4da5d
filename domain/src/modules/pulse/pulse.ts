import { DEFAULT_FLOORS, protectLine } from '@tablee/domain/engines/disclosure';
import { PARTNERS, process, WRITERS } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { idFact } from '../fact.ts';
import { PULSE_ANSWERS, type Pulse, pulseState } from './state.ts';

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

/** Two questions after a meeting: totals come in, what may be known of them stands. */
export const pulse = process(pulseState, {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'deux questions', many: 'deux questions' },
    en: { one: 'two questions', many: 'two questions' },
  },
  events: { counted: z.object({ meeting: idFact, useful: result, heard: result }) },
  commands: {
    count: {
      payload: z.object({ meeting: idFact, useful: totals, heard: totals }),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Saisir les totaux', en: 'Type in the totals' },
    },
  },
  evolve(state: Pulse | undefined, event): Pulse {
    return state ?? { ...event.facts, by: event.actor, at: event.at };
  },
  decide: ({ payload: { meeting, useful, heard } }) => ({
    ok: true,
    events: [{ verb: 'counted', facts: { meeting, useful: publishable(useful), heard: publishable(heard) } }],
  }),
});
