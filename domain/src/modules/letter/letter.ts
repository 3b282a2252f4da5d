import {
  type EventOf,
  type Json,
  type PartRef,
  type ProcessOutcome,
  process,
  refuse,
  SECRETARIAT,
  type View,
} from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, freeText, hashFact, idFact, languageFact, ordinalFact } from '../fact.ts';
import { processesIn } from '../reading/index.ts';
import { CARRIAGES, CIVILITIES, LETTER_TEMPLATES, LETTER_TONES } from './choice.ts';
import { type Letter, type LetterRefusal, type LetterTexts, letterState } from './state.ts';

const none = z.object({});
const scan = z.object({
  hash: hashFact,
  name: z.string().check(z.minLength(1), z.maxLength(300)),
  size: z.int().check(z.minimum(0)),
  type: z.string().check(z.maxLength(300)),
});
const frame = z.object({
  template: z.enum(LETTER_TEMPLATES),
  tone: z.enum(LETTER_TONES),
  lang: languageFact,
  civility: z.enum(CIVILITIES),
  organisation: z.optional(idFact),
  person: z.optional(idFact),
  signer: z.optional(idFact),
  about: z.optional(idFact),
  answers: z.optional(idFact),
  dated: z.optional(dayFact),
});
const words = z.object({
  subject: freeText(300),
  recipient: z.optional(freeText(1_000)),
  salutation: z.optional(freeText(300)),
  body: freeText(20_000),
  closing: z.optional(freeText(1_000)),
  signature: z.optional(freeText(500)),
});
const incoming = z.object({
  lang: languageFact,
  on: dayFact,
  organisation: z.optional(idFact),
  person: z.optional(idFact),
  about: z.optional(idFact),
  answers: z.optional(idFact),
  dated: z.optional(dayFact),
});
const numbered = { year: z.int().check(z.minimum(1_900), z.maximum(9_999)), number: ordinalFact };
const how = z.enum(CARRIAGES);
const SECRETARY = { roles: ['secretariat'] } as const;

const EVENTS = {
  written: frame,
  fixed: z.object(numbered),
  sent: z.object({ on: dayFact, how, replyDue: z.optional(dayFact) }),
  arrived: z.object({ on: dayFact }),
  answered: z.object({ on: dayFact }),
  replyDueSet: z.object({ on: z.optional(dayFact) }),
  noted: z.extend(incoming, numbered),
  cancelled: none,
};

/**
 * Letters that leave and letters that come in. All stand in the secretariat's circle, so that the one who decides sees
 * every number: it is given when the text is fixed, in order of arrival at the server, without a gap.
 */
export const letter = process(letterState, {
  version: 1,
  circle: SECRETARIAT,
  labels: { fr: { one: 'lettre', many: 'lettres' }, en: { one: 'letter', many: 'letters' } },
  events: EVENTS,
  commands: {
    write: {
      payload: z.extend(frame, words.shape),
      who: SECRETARY,
      creates: true,
      labels: { fr: 'Préparer une lettre', en: 'Prepare a letter' },
    },
    revise: {
      payload: z.extend(frame, { ...words.shape, seen: ordinalFact }),
      who: SECRETARY,
      labels: { fr: 'Changer le texte', en: 'Change the text' },
    },
    fix: {
      payload: none,
      who: SECRETARY,
      labels: { fr: 'Arrêter le texte et donner un numéro', en: 'Fix the text and give a number' },
    },
    send: {
      payload: z.object({ on: dayFact, how, replyDue: z.optional(dayFact) }),
      who: SECRETARY,
      labels: { fr: 'Noter l’envoi', en: 'Note that it was sent' },
    },
    arrive: {
      payload: z.object({ on: dayFact, scan: z.optional(scan) }),
      who: SECRETARY,
      labels: { fr: 'Noter l’arrivée', en: 'Note that it arrived' },
    },
    answer: {
      payload: z.object({ on: dayFact, words: z.optional(freeText(2_000)) }),
      who: SECRETARY,
      labels: { fr: 'Noter une réponse sans lettre', en: 'Note an answer without a letter' },
    },
    expect: {
      payload: z.object({ on: z.optional(dayFact) }),
      who: SECRETARY,
      labels: { fr: 'Dire pour quand on attend la réponse', en: 'Say by when an answer is due' },
    },
    note: {
      payload: z.extend(incoming, {
        subject: freeText(300),
        summary: z.optional(freeText(5_000)),
        scan: z.optional(scan),
      }),
      who: SECRETARY,
      creates: true,
      labels: { fr: 'Enregistrer une lettre reçue', en: 'Register a letter received' },
    },
    cancel: { payload: none, who: SECRETARY, labels: { fr: 'Annuler la lettre', en: 'Cancel the letter' } },
  },
  evolve(state: Letter | undefined, event): Letter | undefined {
    if (event.verb === 'written') return written(state, event);
    if (event.verb === 'noted') return state ?? received(event);
    if (state === undefined) return undefined;
    switch (event.verb) {
      case 'fixed':
        return {
          ...state,
          fixed: { by: event.actor, at: event.at },
          number: { ...event.facts, stamp: event.stamp },
        };
      case 'sent': {
        const { replyDue, ...sent } = event.facts;
        return { ...state, sent, replyDue: replyDue ?? state.replyDue };
      }
      case 'arrived':
        return {
          ...state,
          arrived: { on: event.facts.on, scan: event.parts['scan'] ?? state.arrived?.scan ?? null },
        };
      case 'answered':
        return { ...state, answered: { on: event.facts.on, words: event.parts['words'] ?? null } };
      case 'replyDueSet':
        return { ...state, replyDue: event.facts.on ?? null };
      case 'cancelled':
        return { ...state, cancelled: true };
    }
  },
  decide(command, state, view, context) {
    // One register, one series: a letter elsewhere would be numbered without those it cannot see.
    if (command.circle !== SECRETARIAT) return refuse<LetterRefusal>('NotTheRegister');
    if (command.name === 'write') return said(command.payload);
    if (command.name === 'note') {
      const { subject, summary, scan: paper, ...facts } = command.payload;
      const number = nextNumber(view, 'in', yearOf(context.now));
      const parts = { subject, ...(summary && { body: summary }), ...(paper && { scan: paper }) };
      return { ok: true, events: [{ verb: 'noted', facts: { ...facts, ...number }, parts }] };
    }
    if (state === undefined) return { ok: true, events: [] };
    if (command.name === 'cancel')
      return { ok: true, events: state.cancelled ? [] : [{ verb: 'cancelled', facts: {} }] };
    if (state.cancelled) return refuse<LetterRefusal>('LetterCancelled');
    switch (command.name) {
      case 'revise': {
        const { seen, ...payload } = command.payload;
        if (state.fixed !== null || state.direction === 'in') return refuse<LetterRefusal>('TextFixed');
        return seen === state.revision ? said(payload) : refuse<LetterRefusal>('ChangedSince');
      }
      case 'fix':
        if (state.fixed !== null || state.direction === 'in') return { ok: true, events: [] };
        return {
          ok: true,
          events: [{ verb: 'fixed', facts: nextNumber(view, 'out', yearOf(context.now)) }],
        };
      case 'send':
        return state.fixed === null
          ? refuse<LetterRefusal>('NotFixed')
          : { ok: true, events: [{ verb: 'sent', facts: command.payload }] };
      case 'arrive': {
        const { on, scan: paper } = command.payload;
        // A stamped copy may come before anybody has noted the sending; what was never fixed cannot have left.
        if (state.direction === 'out' && state.sent === null) return refuse<LetterRefusal>('NotSent');
        const parts: { readonly [part: string]: Json } = paper === undefined ? {} : { scan: paper };
        return { ok: true, events: [{ verb: 'arrived', facts: { on }, parts }] };
      }
      case 'answer': {
        const { on, words: told } = command.payload;
        const parts: { readonly [part: string]: Json } = told === undefined ? {} : { words: told };
        return { ok: true, events: [{ verb: 'answered', facts: { on }, parts }] };
      }
      case 'expect':
        return { ok: true, events: [{ verb: 'replyDueSet', facts: command.payload }] };
    }
  },
});

const yearOf = (now: string): number => Number(now.slice(0, 4));

/** The number after the last one of its direction and year, among all letters of the register. */
const nextNumber = (
  view: View,
  direction: 'out' | 'in',
  year: number,
): { readonly year: number; readonly number: number } => {
  const given = processesIn(view, letterState)
    .filter(({ state }) => state.direction === direction && state.number?.year === year)
    .map(({ state }) => state.number?.number ?? 0);
  return { year, number: Math.max(0, ...given) + 1 };
};

type Frame = z.infer<typeof frame>;
type Written = {
  readonly verb: 'written';
  readonly facts: Frame;
  readonly parts: { readonly [part: string]: Json };
};

const PARTS = ['subject', 'recipient', 'salutation', 'body', 'closing', 'signature'] as const;

/** What was written, with its words as parts and the rest as facts. */
const said = (payload: Frame & z.infer<typeof words>): ProcessOutcome<Written> => {
  const { subject, recipient, salutation, body, closing, signature, ...facts } = payload;
  const given = { subject, recipient, salutation, body, closing, signature };
  const parts: Record<string, Json> = {};
  for (const name of PARTS) {
    const text = given[name];
    if (text !== undefined) parts[name] = text;
  }
  return { ok: true, events: [{ verb: 'written', facts, parts }] };
};

const textsOf = (parts: { readonly [part: string]: PartRef }): LetterTexts => ({
  subject: parts['subject'] ?? null,
  recipient: parts['recipient'] ?? null,
  salutation: parts['salutation'] ?? null,
  body: parts['body'] ?? null,
  closing: parts['closing'] ?? null,
  signature: parts['signature'] ?? null,
});

const linked = (facts: {
  readonly organisation?: string | undefined;
  readonly person?: string | undefined;
  readonly about?: string | undefined;
  readonly answers?: string | undefined;
  readonly dated?: string | undefined;
}) => ({
  organisation: facts.organisation ?? null,
  person: facts.person ?? null,
  about: facts.about ?? null,
  answers: facts.answers ?? null,
  dated: facts.dated ?? null,
});

const BLANK = {
  fixed: null,
  number: null,
  sent: null,
  arrived: null,
  answered: null,
  replyDue: null,
  cancelled: false,
};

const written = (state: Letter | undefined, event: EventOf<typeof EVENTS, 'written'>): Letter => ({
  ...BLANK,
  ...state,
  direction: 'out',
  template: event.facts.template,
  tone: event.facts.tone,
  lang: event.facts.lang,
  civility: event.facts.civility,
  signer: event.facts.signer ?? null,
  ...linked(event.facts),
  texts: textsOf(event.parts),
  revision: (state?.revision ?? 0) + 1,
  by: event.actor,
  at: event.at,
});

const received = (event: EventOf<typeof EVENTS, 'noted'>): Letter => ({
  ...BLANK,
  direction: 'in',
  template: 'free',
  tone: 'plain',
  lang: event.facts.lang,
  civility: 'neutral',
  signer: null,
  ...linked(event.facts),
  texts: textsOf(event.parts),
  revision: 1,
  by: event.actor,
  at: event.at,
  number: { year: event.facts.year, number: event.facts.number, stamp: event.stamp },
  arrived: { on: event.facts.on, scan: event.parts['scan'] ?? null },
});
