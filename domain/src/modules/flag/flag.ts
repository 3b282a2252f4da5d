import {
  type Json,
  KEEPERS,
  PARTNERS,
  type PartRef,
  process,
  type Refusal,
  refuse,
  type Stamp,
  WRITERS,
} from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, freeText, idFact } from '../fact.ts';
import { voiceOf } from '../voice.ts';

/** What may be watched. A flag's id is its kind and what it is about: `seat-vacant-{id}`. */
export const FLAG_KINDS = [
  'indicator-off-path',
  'assumption-overdue',
  'assumption-broken',
  'activity-without-effect',
  'seat-vacant',
  'commitment-overdue',
  'contribution-late',
  'figure-missing',
  'funding-ending',
] as const;
/** A kind of flag. */
export type FlagKind = (typeof FLAG_KINDS)[number];

/** What a partner may answer to a flag about it. */
export const FLAG_ANSWER = {
  coming: { fr: 'Cela arrive', en: 'It is coming' },
  difficulty: { fr: 'Nous avons une difficulté', en: 'We have a difficulty' },
  callMe: { fr: 'Appelez-moi', en: 'Please call me' },
} as const;
/** An answer to a flag. */
export type FlagAnswer = keyof typeof FLAG_ANSWER;

/** The ways on that a flag offers; talking always comes first, and none of them is to end. */
export const FLAG_OFFER = {
  talk: { fr: 'En parler d’abord', en: 'Talk about it first' },
  adjust: { fr: 'Ajuster', en: 'Adjust' },
  adapt: { fr: 'Adapter', en: 'Adapt' },
  return: { fr: 'Revenir à une phase', en: 'Go back to a phase' },
  mute: { fr: 'Mettre en sourdine', en: 'Mute' },
} as const;
/** A way on. */
export type FlagOffer = keyof typeof FLAG_OFFER;

/** What somebody did about a flag; several such entries may stand beside each other. */
export type FlagEntry = {
  readonly flag: string;
  readonly act: 'muted' | 'talk' | 'answered' | 'chosen';
  readonly by: string;
  readonly at: string;
  readonly stamp: Stamp;
  /** Muted: until the end of this day. */
  readonly until: string | null;
  readonly words: PartRef | null;
  /** Talk: the meeting and the agenda item. */
  readonly meeting: string | null;
  readonly agendaItem: string | null;
  /** Answered: by which organisation, what, and for when. */
  readonly organisation: string | null;
  readonly answer: FlagAnswer | null;
  readonly on: string | null;
  /** Chosen: which way. */
  readonly choice: 'adjust' | 'adapt' | 'return' | null;
  /** True once it no longer holds: unmuted, talked about, taken back. */
  readonly lifted: boolean;
};

/** Refusals of flags. */
export type FlagRefusal = 'NotYourOrganisation' | 'UntilPassed';

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
export const flag = process('flag', {
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
