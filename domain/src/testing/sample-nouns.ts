import * as z from 'zod/mini';
import {
  by,
  choice,
  line,
  MEMBERSHIP,
  openConflicts,
  optional,
  PARTNERS,
  type PartRef,
  process,
  processState,
  record,
  ref,
  refuse,
  registry,
  type Stamp,
  tags,
  text,
  textIn,
  WRITERS,
} from '../kernel/index.ts';

/** A record with one field of each way to spread over slots. */
export const note = record('note', {
  version: 1,
  circle: PARTNERS,
  title: 'name',
  owner: 'organisation',
  fields: {
    name: line(),
    body: optional(text()),
    mood: optional(choice({ calm: { fr: 'calme', en: 'calm' }, tense: { fr: 'tendu', en: 'tense' } })),
    languages: optional(tags()),
    organisation: optional(ref('note')),
  },
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(WRITERS) },
  labels: {
    fr: {
      one: 'note',
      many: 'notes',
      fields: {
        name: 'Nom',
        body: 'Texte',
        mood: 'Humeur',
        languages: 'Langues',
        organisation: 'Organisation',
      },
    },
    en: {
      one: 'note',
      many: 'notes',
      fields: {
        name: 'Name',
        body: 'Text',
        mood: 'Mood',
        languages: 'Languages',
        organisation: 'Organisation',
      },
    },
  },
});

/** The state of a poll: who said what; reasons are parts. */
export type PollState = {
  readonly open: boolean;
  readonly stances: {
    readonly [person: string]: {
      readonly stance: string;
      readonly at: Stamp;
      readonly reason: PartRef | null;
    };
  };
};

/** How the state of a poll is read. */
export const pollState = processState<PollState>('poll');

const stance = z.enum(['agree', 'block']);

/** A process small enough to read at a glance: opened, stances, closed. */
export const poll = process(pollState, {
  version: 1,
  circle: PARTNERS,
  labels: { fr: { one: 'sondage', many: 'sondages' }, en: { one: 'poll', many: 'polls' } },
  events: {
    opened: z.object({}),
    taken: z.object({ stance }),
    closed: z.object({ agree: z.number(), block: z.number() }),
  },
  commands: {
    open: {
      payload: z.object({}),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Ouvrir', en: 'Open' },
    },
    take: {
      payload: z.object({ stance, reason: z.optional(z.string()) }),
      who: { roles: WRITERS },
      labels: { fr: 'Prendre position', en: 'Take a stance' },
    },
    close: { payload: z.object({}), who: { roles: WRITERS }, labels: { fr: 'Clore', en: 'Close' } },
  },
  evolve(state: PollState | undefined, event): PollState | undefined {
    switch (event.verb) {
      case 'opened':
        return state ?? { open: true, stances: {} };
      case 'taken': {
        if (!state?.open) return state;
        const taken = { stance: event.facts.stance, at: event.stamp, reason: event.parts['reason'] ?? null };
        return { ...state, stances: { ...state.stances, [event.actor]: taken } };
      }
      case 'closed':
        return state && { ...state, open: false };
    }
  },
  decide(command, state, view) {
    switch (command.name) {
      case 'open':
        return { ok: true, events: [{ verb: 'opened', facts: {} }] };
      case 'take': {
        if (!state?.open) return refuse('Closed');
        const { stance: taken, reason } = command.payload;
        if (taken === 'block' && reason === undefined) return refuse('ReasonMissing');
        return {
          ok: true,
          events: [
            {
              verb: 'taken',
              facts: { stance: taken },
              ...(reason === undefined ? {} : { parts: { reason } }),
            },
          ],
        };
      }
      case 'close': {
        if (!state?.open) return refuse('Closed');
        // Counts the notes in view too, so that a leak of hidden entities into a decision would show.
        const seen = [...view.list('note')].length;
        const all = Object.values(state.stances).map((held) => held.stance);
        return {
          ok: true,
          events: [
            { verb: 'closed', facts: { agree: all.filter((s) => s === 'agree').length, block: seen } },
          ],
        };
      }
    }
  },
});

/** The state of a pact: the notes it was made of, and a copy of each one's text as a part. */
export type PactState = {
  readonly notes: readonly string[];
  readonly texts: { readonly [part: string]: PartRef };
};

/** How the state of a pact is read. */
export const pactState = processState<PactState>('pact');

/** A process that freezes copies of notes: it may only copy what every reader of its circle sees. */
export const pact = process(pactState, {
  version: 1,
  circle: PARTNERS,
  labels: { fr: { one: 'pacte', many: 'pactes' }, en: { one: 'pact', many: 'pacts' } },
  events: { frozen: z.object({ notes: z.array(z.string()) }) },
  commands: {
    freeze: {
      payload: z.object({ notes: z.array(z.string()) }),
      who: { roles: [...WRITERS, 'system'] },
      creates: true,
      labels: { fr: 'Figer', en: 'Freeze' },
    },
  },
  evolve(state: PactState | undefined, event): PactState | undefined {
    return state ?? { notes: event.facts.notes, texts: event.parts };
  },
  decide(command, _state, view) {
    const parts: Record<string, string> = {};
    for (const id of command.payload.notes) {
      const entity = view.get(id);
      if (entity === undefined) return refuse('NotFound');
      if (openConflicts(entity).length > 0) return refuse('SettleFirst');
      parts[`text.${id}`] = textIn(entity, 'body', 'fr')?.text ?? '';
    }
    return { ok: true, events: [{ verb: 'frozen', facts: { notes: command.payload.notes }, parts }] };
  },
  copies: (state) => state.notes,
});

/** The nouns that the kernel's own tests run on. */
export const sampleNouns = registry(...MEMBERSHIP, note, poll, pact);
