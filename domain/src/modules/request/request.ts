import { type EventOf, PARTNERS, process, refuse, WRITERS } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import {
  answerChannelFact,
  dayFact,
  decimalFact,
  freeText,
  idFact,
  ordinalFact,
  standingFact,
} from '../fact.ts';
import { saidToDates } from '../poll/index.ts';
import { firmnessAsked, firmnessFacts, firmnessIn, firmnessOf } from '../wording/index.ts';
import {
  REQUEST_CHOICES,
  REQUEST_KINDS,
  type Request,
  type RequestAnswer,
  type RequestKind,
  type RequestRefusal,
  requestState,
} from './state.ts';

/** The facts of an answer, as commands and events carry them. */
export const answerFact = z.object({
  choice: z.optional(z.string().check(z.regex(/^[a-z][A-Za-z]{0,39}$/))),
  standing: z.optional(standingFact),
  value: z.optional(decimalFact),
  unit: z.optional(z.string().check(z.maxLength(60))),
  period: z.optional(z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/))),
  day: z.optional(dayFact),
  dates: z.optional(saidToDates),
});
const kind = z.enum(REQUEST_KINDS);
const asked = z.object({
  kind,
  subject: idFact,
  version: z.optional(ordinalFact),
  person: z.optional(idFact),
  organisation: z.optional(idFact),
  deadline: z.optional(dayFact),
});
const closedFor = z.enum(['done', 'noAnswer', 'withdrawn']);

const EVENTS = {
  opened: asked,
  answered: z.object({
    said: answerFact,
    channel: answerChannelFact,
    confirmed: z.boolean(),
    ...firmnessFacts,
  }),
  confirmed: z.object({}),
  takenBack: z.object({}),
  closed: z.object({ for: closedFor }),
};

/**
 * The ledger's record that somebody took part without an account. The link itself (its token, hashed) is kept
 * by the server beside the ledger and points here.
 */
export const request = process(requestState, {
  version: 1,
  circle: PARTNERS,
  labels: { fr: { one: 'demande', many: 'demandes' }, en: { one: 'request', many: 'requests' } },
  events: EVENTS,
  commands: {
    open: {
      payload: z.extend(asked, { question: z.optional(freeText(2_000)) }),
      // The system too: somebody at the door of their link speaks of what nobody had asked yet.
      who: { roles: [...WRITERS, 'system'] },
      creates: true,
      labels: { fr: 'Demander', en: 'Ask' },
    },
    answer: {
      payload: z.object({
        said: answerFact,
        channel: answerChannelFact,
        words: z.optional(freeText(5_000)),
        ...firmnessAsked,
      }),
      who: { roles: [...WRITERS, 'system'] },
      labels: { fr: 'Répondre', en: 'Answer' },
    },
    confirm: {
      payload: z.object({}),
      who: { roles: ['system'], own: [...WRITERS, 'observer'] },
      labels: { fr: 'Confirmer ce qui a été noté', en: 'Confirm what was recorded' },
    },
    takeBack: {
      payload: z.object({}),
      who: { roles: WRITERS },
      labels: { fr: 'Reprendre ce que j’ai saisi', en: 'Take back what I entered' },
    },
    close: {
      payload: z.object({ for: closedFor }),
      who: { roles: [...WRITERS, 'system'] },
      labels: { fr: 'Clore la demande', en: 'Close the request' },
    },
  },
  evolve(state: Request | undefined, event): Request | undefined {
    if (event.verb === 'opened') return state ?? opened(event);
    if (state === undefined) return undefined;
    switch (event.verb) {
      case 'answered': {
        const { before: _older, ...rest } = state;
        const before = state.answer === null ? {} : { before: state.answer };
        return { ...rest, state: 'answered', answer: answerFrom(state, event), ...before };
      }
      case 'confirmed':
        return state.answer === null ? state : { ...state, answer: { ...state.answer, confirmed: true } };
      case 'takenBack': {
        const { before, ...rest } = state;
        return { ...rest, answer: before ?? null, state: before === undefined ? 'open' : 'answered' };
      }
      case 'closed':
        return { ...state, state: 'closed', closedFor: event.facts.for };
    }
  },
  decide(command, state, _view, context) {
    if (command.name === 'open') {
      const { question, ...facts } = command.payload;
      if (facts.person === undefined && (facts.organisation === undefined || facts.kind === 'pulse'))
        return refuse<RequestRefusal>('NobodyAsked');
      return {
        ok: true,
        events: [{ verb: 'opened', facts, parts: question === undefined ? {} : { question } }],
      };
    }
    if (state === undefined) return { ok: true, events: [] };
    if (state.state === 'closed') return refuse<RequestRefusal>('RequestClosed');
    switch (command.name) {
      case 'answer': {
        const { said: what, channel: by, words } = command.payload;
        if (state.kind === 'pulse') return tookPart(state, command.payload, context.actor);
        const wrong = fault(state.kind, what, words);
        if (wrong !== undefined) return refuse<RequestRefusal>(wrong);
        const confirmed =
          isAsked(state, context.actor) || (by === 'link' && context.actor.roles.has('system'));
        const firm = firmnessIn({ ...command.payload, standing: what.standing });
        const facts = { said: what, channel: by, confirmed, ...firm.facts };
        const parts = { ...(words === undefined ? {} : { words }), ...firm.parts };
        return { ok: true, events: [{ verb: 'answered', facts, parts }] };
      }
      case 'confirm':
        if (state.answer === null) return refuse<RequestRefusal>('NotAnswered');
        return state.answer.confirmed
          ? { ok: true, events: [] }
          : { ok: true, events: [{ verb: 'confirmed', facts: {} }] };
      case 'takeBack':
        if (state.answer === null) return refuse<RequestRefusal>('NotAnswered');
        // What the person gave or confirmed is theirs; only what somebody else wrote down can be taken back.
        if (state.answer.confirmed || state.answer.enteredBy !== context.actor.id)
          return refuse<RequestRefusal>('NotYourEntry');
        return { ok: true, events: [{ verb: 'takenBack', facts: {} }] };
      case 'close':
        return { ok: true, events: [{ verb: 'closed', facts: command.payload }] };
    }
  },
  owner: (state) => state.person ?? state.organisation ?? undefined,
});

const opened = (event: EventOf<typeof EVENTS, 'opened'>): Request => {
  const { person, organisation, version, deadline, ...facts } = event.facts;
  return {
    ...facts,
    version: version ?? null,
    person: person ?? null,
    organisation: organisation ?? null,
    deadline: deadline ?? null,
    askedBy: event.actor,
    question: event.parts['question'] ?? null,
    at: event.at,
    state: 'open',
    answer: null,
    closedFor: null,
  };
};

const answerFrom = (state: Request, event: EventOf<typeof EVENTS, 'answered'>): Request['answer'] => {
  const { channel, confirmed, said: what } = event.facts;
  const { day, ...said } = answerOf(what);
  // A day beside a position is until when it is cleared: so it was said before there was a place of its own.
  const clearUntil = event.facts.clearUntil ?? (state.kind === 'position' ? day : undefined);
  const firmness = firmnessOf({ ...event.facts, clearUntil }, event.parts);
  return {
    said: state.kind === 'position' ? said : answerOf(what),
    channel,
    confirmed,
    words: event.parts['words'] ?? null,
    enteredBy: event.actor,
    at: event.at,
    stamp: event.stamp,
    ...(firmness === undefined ? {} : { firmness }),
  };
};

const isAsked = (state: Request, actor: { readonly id: string; readonly organisation?: string }): boolean =>
  state.person === null ? actor.organisation === state.organisation : actor.id === state.person;

/** What was answered without a name stands elsewhere; here only that somebody took part, said once and by the server. */
const tookPart = (
  state: Request,
  {
    said,
    channel: by,
    words,
  }: { said: object; channel: z.infer<typeof answerChannelFact>; words?: string | undefined },
  actor: { readonly roles: ReadonlySet<string> },
) => {
  const isBare = Object.keys(said).length === 0 && words === undefined;
  if (!isBare || !actor.roles.has('system')) return refuse<RequestRefusal>('AnsweredElsewhere');
  return state.answer === null
    ? {
        ok: true as const,
        events: [{ verb: 'answered' as const, facts: { said: {}, channel: by, confirmed: true } }],
      }
    : { ok: true as const, events: [] };
};

/** An answer of the facts that came: what is not there is absent, never `undefined`. */
export const answerOf = (what: z.infer<typeof answerFact>): RequestAnswer => ({
  ...(what.choice === undefined ? {} : { choice: what.choice }),
  ...(what.standing === undefined ? {} : { standing: what.standing }),
  ...(what.value === undefined ? {} : { value: what.value }),
  ...(what.unit === undefined ? {} : { unit: what.unit }),
  ...(what.period === undefined ? {} : { period: what.period }),
  ...(what.day === undefined ? {} : { day: what.day }),
  ...(what.dates === undefined ? {} : { dates: what.dates }),
});

const fault = (
  of: RequestKind,
  what: z.infer<typeof answerFact>,
  words: string | undefined,
): RequestRefusal | undefined => {
  if (of === 'figure') return what.value === undefined ? 'FigureMissing' : undefined;
  if (of === 'poll') return what.dates === undefined ? 'DatesMissing' : undefined;
  // Its words stand in the half page alone, where its partner reads and changes them.
  if (of === 'quarterPage') return undefined;
  if (of === 'comment') return words === undefined ? 'WordsMissing' : undefined;
  return what.choice !== undefined && REQUEST_CHOICES[of].includes(what.choice) ? undefined : 'ChoiceUnknown';
};
