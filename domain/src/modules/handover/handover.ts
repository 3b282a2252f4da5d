import {
  type Context,
  KEEPERS,
  PARTNERS,
  process,
  type Refusal,
  refuse,
  WRITERS,
} from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, freeText, idFact } from '../fact.ts';
import { type Handover, type HandoverRefusal, handoverState } from './state.ts';

const no = (code: HandoverRefusal): Refusal => refuse<HandoverRefusal>(code);
const none = z.object({});

/** True for the named successor, and for the system when it passes on the answer of a personal link. */
const isSuccessor = (state: Handover, { actor }: Context): boolean =>
  actor.id === state.toPerson || actor.roles.has('system');

/**
 * A handover: offered to a named person, who alone accepts or declines it; done once accepted.
 * Rules HAND-1 to HAND-4 of SPEC.md.
 */
export const handover = process(handoverState, {
  version: 1,
  circle: PARTNERS,
  labels: { fr: { one: 'passation', many: 'passations' }, en: { one: 'handover', many: 'handovers' } },
  events: {
    offered: z.object({
      kind: z.enum(['role', 'task', 'secretariat', 'thing']),
      toPerson: idFact,
      date: dayFact,
      fromPerson: z.optional(idFact),
      fromOrganisation: z.optional(idFact),
      toOrganisation: z.optional(idFact),
    }),
    accepted: none,
    declined: none,
    done: none,
    withdrawn: none,
  },
  commands: {
    offer: {
      payload: z.object({
        kind: z.enum(['role', 'task', 'secretariat', 'thing']),
        title: freeText(300),
        notes: z.optional(freeText(20_000)),
        toPerson: idFact,
        date: dayFact,
        fromPerson: z.optional(idFact),
        fromOrganisation: z.optional(idFact),
        toOrganisation: z.optional(idFact),
      }),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Transmettre un rôle', en: 'Hand over a role' },
    },
    accept: {
      payload: none,
      who: { roles: [...WRITERS, 'system'] },
      labels: { fr: 'J’accepte', en: 'I accept' },
    },
    decline: {
      payload: z.object({ reason: freeText(2_000) }),
      who: { roles: [...WRITERS, 'system'] },
      labels: { fr: 'Je décline, avec la raison', en: 'I decline, with the reason' },
    },
    finish: {
      payload: none,
      who: { roles: WRITERS },
      labels: { fr: 'La passation est faite', en: 'The handover is done' },
    },
    withdraw: {
      payload: none,
      who: { roles: KEEPERS },
      labels: { fr: 'Retirer la proposition', en: 'Withdraw the offer' },
    },
  },
  evolve(state: Handover | undefined, event): Handover | undefined {
    if (event.verb === 'offered') {
      const { kind, toPerson, date, fromPerson, fromOrganisation, toOrganisation } = event.facts;
      const offered: Handover = {
        kind,
        title: event.parts['title'] ?? null,
        notes: event.parts['notes'] ?? null,
        fromPerson: fromPerson ?? null,
        fromOrganisation: fromOrganisation ?? null,
        toPerson,
        toOrganisation: toOrganisation ?? null,
        date,
        status: 'offered',
        offeredBy: event.actor,
        offeredAt: event.at,
        answeredAt: null,
        reason: null,
        doneAt: null,
      };
      return state ?? offered;
    }
    if (state === undefined) return undefined;
    switch (event.verb) {
      case 'accepted':
        return { ...state, status: 'accepted', answeredAt: event.at, reason: null };
      case 'declined':
        return { ...state, status: 'declined', answeredAt: event.at, reason: event.parts['reason'] ?? null };
      case 'done':
        return { ...state, status: 'done', doneAt: event.at };
      case 'withdrawn':
        return { ...state, status: 'withdrawn' };
    }
  },
  decide(command, state, _view, context) {
    if (command.name === 'offer') {
      const { title, notes, ...facts } = command.payload;
      const parts = { title, ...(notes === undefined ? {} : { notes }) };
      return { ok: true, events: [{ verb: 'offered', facts, parts }] };
    }
    if (state === undefined) return refuse('NotFound');
    if (state.status === 'done')
      return command.name === 'finish' ? { ok: true, events: [] } : no('AlreadyDone');
    switch (command.name) {
      case 'accept':
        if (!isSuccessor(state, context)) return no('NotTheSuccessor');
        return state.status === 'offered'
          ? { ok: true, events: [{ verb: 'accepted', facts: {} }] }
          : no('AlreadyAnswered');
      case 'decline':
        if (!isSuccessor(state, context)) return no('NotTheSuccessor');
        return state.status === 'offered'
          ? { ok: true, events: [{ verb: 'declined', facts: {}, parts: { reason: command.payload.reason } }] }
          : no('AlreadyAnswered');
      case 'finish':
        return state.status === 'accepted'
          ? { ok: true, events: [{ verb: 'done', facts: {} }] }
          : no('NotAccepted');
      case 'withdraw':
        return state.status === 'withdrawn'
          ? { ok: true, events: [] }
          : { ok: true, events: [{ verb: 'withdrawn', facts: {} }] };
    }
  },
});
