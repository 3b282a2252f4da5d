import { process, refuse, SECRETARIAT, WRITERS } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { idFact } from '../fact.ts';
import { answerFact, answerOf } from '../request/index.ts';
import { type Mail, type MailRefusal, mailState } from './state.ts';

const none = z.object({});
const came = z.object({
  kind: z.enum(['answer', 'toSort', 'bounce', 'auto']),
  request: z.optional(idFact),
  person: z.optional(idFact),
  fromAsked: z.boolean(),
  said: z.optional(answerFact),
  files: z.int().check(z.minimum(0), z.maximum(1_000)),
});
const sorting = z.object({
  as: z.enum(['answer', 'letter', 'document', 'noted']),
  to: z.optional(idFact),
});
/** Whoever writes where it lies: the circle decides who sees it at all. */
const SORTS = { roles: WRITERS } as const;

/**
 * An e-mail that came in. It lies with the secretariat; a reply to what a group asked among its own, in that group's circle. What was
 * read in it is a proposal: it becomes an answer by the person's own confirmation, or by somebody who notes it for them.
 */
export const mail = process(mailState, {
  version: 1,
  circle: SECRETARIAT,
  labels: { fr: { one: 'e-mail reçu', many: 'e-mails reçus' }, en: { one: 'e-mail', many: 'e-mails' } },
  events: { received: came, confirmed: none, sorted: sorting, discarded: none, restored: none },
  commands: {
    receive: {
      payload: came,
      who: { roles: ['system'] },
      creates: true,
      labels: { fr: 'Recevoir un e-mail', en: 'Receive an e-mail' },
    },
    confirm: {
      payload: none,
      who: { roles: ['system'] },
      labels: { fr: 'Confirmer sa réponse', en: 'Confirm one’s answer' },
    },
    sort: { payload: sorting, who: SORTS, labels: { fr: 'Trier', en: 'Sort' } },
    discard: { payload: none, who: SORTS, labels: { fr: 'Écarter', en: 'Discard' } },
    restore: { payload: none, who: SORTS, labels: { fr: 'Remettre à trier', en: 'Bring back' } },
  },
  evolve(state: Mail | undefined, event): Mail | undefined {
    if (event.verb === 'received') {
      const { kind, request, person, fromAsked, said, files } = event.facts;
      const received: Mail = {
        kind,
        request: request ?? null,
        person: person ?? null,
        fromAsked,
        said: said === undefined ? null : answerOf(said),
        files,
        at: event.at,
        // An automatic reply asks nothing of anybody: it is there to be read.
        state: kind === 'auto' ? 'sorted' : 'waiting',
        sortedAs: null,
        to: null,
        settledAt: kind === 'auto' ? event.at : null,
      };
      return state ?? received;
    }
    if (state === undefined) return undefined;
    const settledAt = event.at;
    switch (event.verb) {
      case 'confirmed':
        return { ...state, state: 'confirmed', sortedAs: 'answer', to: state.request, settledAt };
      case 'sorted': {
        const { as: sortedAs, to } = event.facts;
        return { ...state, state: 'sorted', sortedAs, to: to ?? null, settledAt };
      }
      case 'discarded':
        return { ...state, state: 'discarded', settledAt };
      case 'restored':
        return { ...state, state: 'waiting', settledAt: null };
    }
  },
  decide(command, state) {
    if (command.name === 'receive')
      return state === undefined
        ? { ok: true, events: [{ verb: 'received', facts: command.payload }] }
        : { ok: true, events: [] };
    if (state === undefined) return { ok: true, events: [] };
    if (command.name === 'restore')
      return state.state === 'discarded'
        ? { ok: true, events: [{ verb: 'restored', facts: {} }] }
        : refuse<MailRefusal>('NotDiscarded');
    if (state.state !== 'waiting') return refuse<MailRefusal>('AlreadySorted');
    switch (command.name) {
      case 'confirm':
        return state.said === null || !state.fromAsked
          ? refuse<MailRefusal>('NothingRead')
          : { ok: true, events: [{ verb: 'confirmed', facts: {} }] };
      case 'sort':
        return { ok: true, events: [{ verb: 'sorted', facts: command.payload }] };
      case 'discard':
        return { ok: true, events: [{ verb: 'discarded', facts: {} }] };
    }
  },
});
