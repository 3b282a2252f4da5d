import { DEFAULT_FLOORS, protectLine } from '@tablee/domain/engines/disclosure';
import { KEEPERS, PARTNERS, process, refuse, WRITERS } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, idFact } from '../fact.ts';

/** The two questions, in their order. */
export const PULSE_QUESTION = {
  useful: {
    fr: 'Cette réunion a-t-elle fait avancer ce qui nous réunit ?',
    en: 'Did this meeting move forward what brings us together?',
  },
  heard: {
    fr: 'Avez-vous pu dire ce que vous aviez à dire ?',
    en: 'Could you say what you had to say?',
  },
} as const;
/** One of the two questions. */
export type PulseQuestion = keyof typeof PULSE_QUESTION;

/** The four answers, from the least to the most; an even number, so that nobody hides in the middle. */
export const PULSE_ANSWER = {
  no: { fr: 'Non', en: 'No' },
  ratherNo: { fr: 'Plutôt non', en: 'Rather not' },
  ratherYes: { fr: 'Plutôt oui', en: 'Mostly' },
  yes: { fr: 'Oui', en: 'Yes' },
} as const;
/** One of the four answers. */
export type PulseAnswer = keyof typeof PULSE_ANSWER;

/** The answers in the order in which they are counted. */
export const PULSE_ANSWERS: readonly PulseAnswer[] = ['no', 'ratherNo', 'ratherYes', 'yes'];

/** What may be shown of one question. */
export type PulseResult =
  | { readonly state: 'exact'; readonly counts: readonly number[] }
  | { readonly state: 'nearlyAll'; readonly answer: PulseAnswer }
  | { readonly state: 'hidden' };

/** The two questions of one meeting. */
export type Pulse = {
  readonly meeting: string;
  /** The last day for an answer. */
  readonly until: string;
  /** Who took part; never what they said. */
  readonly took: readonly string[];
  readonly state: 'open' | 'closing' | 'published';
  readonly result: { readonly useful: PulseResult; readonly heard: PulseResult } | null;
};

/** Refusals of the two questions. */
export type PulseRefusal = 'Closed' | 'AlreadyAnswered';

const result = z.union([
  z.object({ state: z.literal('exact'), counts: z.array(z.int().check(z.minimum(0))).check(z.length(4)) }),
  z.object({ state: z.literal('nearlyAll'), answer: z.enum(['no', 'ratherNo', 'ratherYes', 'yes']) }),
  z.object({ state: z.literal('hidden') }),
]);
const published = z.object({ useful: result, heard: result });

/** The id of the two questions of a meeting. */
export const pulseId = (meeting: string): string => `${meeting}-pulse`;

/** What may be published of one question from how often each of the four answers was given. */
export const publishable = (counts: readonly number[]): PulseResult => {
  const { total } = protectLine([counts], DEFAULT_FLOORS.perGroup);
  if (total.state === 'hidden') return { state: 'hidden' };
  if (total.state === 'exact') return { state: 'exact', counts: total.counts };
  return { state: 'nearlyAll', answer: PULSE_ANSWERS[total.answer] ?? 'no' };
};

/** Two questions after a meeting: who took part stands here, what they said never does. */
export const pulse = process('pulse', {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'deux questions', many: 'deux questions' },
    en: { one: 'two questions', many: 'two questions' },
  },
  events: {
    opened: z.object({ meeting: idFact, until: dayFact }),
    tookPart: z.object({ person: idFact }),
    ended: z.object({}),
    published,
  },
  commands: {
    open: {
      payload: z.object({ meeting: idFact, until: dayFact }),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Poser les deux questions', en: 'Ask the two questions' },
    },
    takePart: {
      payload: z.object({ person: idFact }),
      who: { roles: ['system'] },
      labels: { fr: 'Avoir répondu', en: 'Have answered' },
    },
    end: {
      payload: z.object({}),
      who: { roles: [...KEEPERS, 'system'] },
      labels: { fr: 'Clore les deux questions', en: 'End the two questions' },
    },
    publish: {
      payload: published,
      who: { roles: ['system'] },
      labels: { fr: 'Publier le résultat', en: 'Publish the result' },
    },
  },
  evolve(state: Pulse | undefined, event): Pulse | undefined {
    if (event.verb === 'opened') return state ?? { ...event.facts, took: [], state: 'open', result: null };
    if (state === undefined) return undefined;
    switch (event.verb) {
      case 'tookPart':
        return { ...state, took: [...state.took, event.facts.person] };
      case 'ended':
        return { ...state, state: 'closing' };
      case 'published':
        return { ...state, state: 'published', result: event.facts };
    }
  },
  decide(command, state) {
    if (command.name === 'open') return { ok: true, events: [{ verb: 'opened', facts: command.payload }] };
    if (state === undefined) return { ok: true, events: [] };
    switch (command.name) {
      case 'takePart':
        if (state.state !== 'open') return refuse<PulseRefusal>('Closed');
        return state.took.includes(command.payload.person)
          ? refuse<PulseRefusal>('AlreadyAnswered')
          : { ok: true, events: [{ verb: 'tookPart', facts: command.payload }] };
      case 'end':
        return { ok: true, events: state.state === 'open' ? [{ verb: 'ended', facts: {} }] : [] };
      case 'publish':
        return state.state === 'published'
          ? refuse<PulseRefusal>('Closed')
          : { ok: true, events: [{ verb: 'published', facts: command.payload }] };
    }
  },
  due: (state) =>
    state.state === 'open' ? [{ at: `${state.until}T23:59:59.999Z`, command: 'end', payload: {} }] : [],
});
