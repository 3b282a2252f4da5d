import { type Json, KEEPERS, PARTNERS, process, type Refusal, refuse, WRITERS } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, freeText, idFact } from '../fact.ts';
import { voiceOf } from '../voice.ts';
import { type FlagEntry, type FlagRefusal, flagState } from './state.ts';

const flagId = z.string().check(z.regex(/^[a-z][a-z-]{0,39}-[a-z0-9][a-z0-9-]{0,79}$/));
const of = { flag: flagId };
const muted = { ...of, until: dayFact };
const talk = { ...of, meeting: idFact, agendaItem: z.optional(idFact) };
const answered = {
  ...of,
  organisation: idFact,
  answer: z.enum(['coming', 'difficulty', 'callMe']),
  on: z.optional(dayFact),
};
const chosen = { ...of, choice: z.enum(['adjust', 'adapt', 'return']) };
const none = z.object({});

const no = (code: FlagRefusal): Refusal => refuse<FlagRefusal>(code);
const words = (text: string | undefined): { readonly [part: string]: Json } =>
  text === undefined ? {} : { words: text };

const BARE = {
  until: null,
  meeting: null,
  agendaItem: null,
  organisation: null,
  answer: null,
  on: null,
  choice: null,
  lifted: false,
} as const;

/**
 * What is done about a flag: muted with a reason until a day, put on the agenda, answered by the partner it is about,
 * or followed by a change. The flag itself is computed, never stored. Rules FLAG-7 to FLAG-9 of SPEC.md.
 */
export const flag = process(flagState, {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'point de vigilance', many: 'points de vigilance' },
    en: { one: 'flag', many: 'flags' },
  },
  events: {
    muted: z.object(muted),
    talk: z.object(talk),
    answered: z.object(answered),
    chosen: z.object(chosen),
    lifted: none,
  },
  commands: {
    mute: {
      payload: z.object({ ...muted, reason: freeText(2_000) }),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Mettre en sourdine', en: 'Mute' },
    },
    talk: {
      payload: z.object({ ...talk, words: z.optional(freeText(2_000)) }),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'En parler d’abord', en: 'Talk about it first' },
    },
    answer: {
      payload: z.object({ ...answered, words: z.optional(freeText(2_000)) }),
      who: { roles: [...WRITERS, 'system'] },
      creates: true,
      labels: { fr: 'Répondre', en: 'Answer' },
    },
    choose: {
      payload: z.object({ ...chosen, words: freeText(5_000) }),
      who: { roles: KEEPERS },
      creates: true,
      labels: { fr: 'Dire ce que nous changeons', en: 'Say what we change' },
    },
    lift: { payload: none, who: { roles: WRITERS }, labels: { fr: 'Lever', en: 'Lift' } },
  },
  evolve(state: FlagEntry | undefined, event): FlagEntry | undefined {
    if (event.verb === 'lifted') return state && { ...state, lifted: true };
    if (state !== undefined) return state;
    const entry = {
      ...BARE,
      flag: event.facts.flag,
      by: event.actor,
      at: event.at,
      stamp: event.stamp,
      words: event.parts['words'] ?? null,
    };
    switch (event.verb) {
      case 'muted':
        return { ...entry, act: 'muted', until: event.facts.until };
      case 'talk':
        return {
          ...entry,
          act: 'talk',
          meeting: event.facts.meeting,
          agendaItem: event.facts.agendaItem ?? null,
        };
      case 'answered': {
        const { organisation, answer, on } = event.facts;
        return { ...entry, act: 'answered', organisation, answer, on: on ?? null };
      }
      case 'chosen':
        return { ...entry, act: 'chosen', choice: event.facts.choice };
    }
  },
  decide(command, state, _view, context) {
    switch (command.name) {
      case 'mute': {
        const { reason, ...facts } = command.payload;
        if (facts.until < context.now.slice(0, 10)) return no('UntilPassed');
        return { ok: true, events: [{ verb: 'muted', facts, parts: words(reason) }] };
      }
      case 'talk': {
        const { words: text, ...facts } = command.payload;
        return { ok: true, events: [{ verb: 'talk', facts, parts: words(text) }] };
      }
      case 'answer': {
        const { words: text, ...facts } = command.payload;
        if (voiceOf(context.actor, facts.organisation) === undefined) return no('NotYourOrganisation');
        return { ok: true, events: [{ verb: 'answered', facts, parts: words(text) }] };
      }
      case 'choose': {
        const { words: text, ...facts } = command.payload;
        return { ok: true, events: [{ verb: 'chosen', facts, parts: words(text) }] };
      }
      case 'lift':
        return {
          ok: true,
          events: state === undefined || state.lifted ? [] : [{ verb: 'lifted', facts: {} }],
        };
    }
  },
});
