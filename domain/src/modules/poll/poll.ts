import { type Actor, type EventOf, KEEPERS, PARTNERS, process, refuse, WRITERS } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { answerChannelFact, dayFact, freeText, idFact, momentFact, ordinalFact } from '../fact.ts';
import { MOST_DATES, type Poll, type PollRefusal, type PollVote, pollState, voterOf } from './state.ts';

/** What is said to the dates, as facts carry it. */
export const saidToDates = z
  .array(z.object({ option: ordinalFact, answer: z.enum(['yes', 'ifNeeded', 'no']) }))
  .check(z.minLength(1), z.maxLength(MOST_DATES));
const sheet = z.string().check(z.regex(/^[A-Z0-9]{4}-[A-Z0-9]{3}$/));
const voter = {
  person: z.optional(idFact),
  organisation: z.optional(idFact),
  sheet: z.optional(sheet),
};
/** A voter by itself: an id, or the code of a sheet. */
const voterFact = z.union([idFact, sheet]);

const EVENTS = {
  opened: z.object({ meeting: idFact, options: z.array(momentFact), deadline: z.optional(dayFact) }),
  dateAdded: momentFact,
  answered: z.object({ ...voter, said: saidToDates, channel: answerChannelFact, confirmed: z.boolean() }),
  confirmed: z.object({ voter: voterFact }),
  takenBack: z.object({ voter: voterFact }),
  chosen: z.object({ option: ordinalFact }),
  closed: z.object({}),
};

const ANSWER = z.object({
  ...voter,
  name: z.optional(freeText(300)),
  said: saidToDates,
  channel: answerChannelFact,
  words: z.optional(freeText(1_000)),
});

/** Which date suits? Opened for one meeting, answered by people or organisations, ended by choosing a date. */
export const poll = process(pollState, {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'sondage de dates', many: 'sondages de dates' },
    en: { one: 'date poll', many: 'date polls' },
  },
  events: EVENTS,
  commands: {
    open: {
      payload: z.object({
        meeting: idFact,
        options: z.array(momentFact).check(z.maxLength(MOST_DATES)),
        deadline: z.optional(dayFact),
      }),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Proposer des dates', en: 'Offer dates' },
    },
    addDate: {
      payload: momentFact,
      who: { roles: WRITERS },
      labels: { fr: 'Ajouter une date', en: 'Add a date' },
    },
    answer: {
      payload: ANSWER,
      who: { roles: [...WRITERS, 'system'] },
      labels: { fr: 'Dire quelles dates conviennent', en: 'Say which dates suit' },
    },
    confirm: {
      payload: z.object({ voter: voterFact }),
      who: { roles: [...WRITERS, 'system'] },
      labels: { fr: 'Confirmer ce qui a été noté', en: 'Confirm what was recorded' },
    },
    takeBack: {
      payload: z.object({ voter: voterFact }),
      who: { roles: WRITERS },
      labels: {
        fr: 'Annuler ce qui a été saisi pour quelqu’un',
        en: 'Take back what was typed in for somebody',
      },
    },
    choose: {
      payload: z.object({ option: ordinalFact }),
      who: { roles: WRITERS },
      labels: { fr: 'Retenir cette date', en: 'Take this date' },
    },
    close: {
      payload: z.object({}),
      who: { roles: WRITERS },
      labels: { fr: 'Arrêter le sondage', en: 'End the poll' },
    },
  },
  evolve(state: Poll | undefined, event): Poll | undefined {
    if (event.verb === 'opened') return state ?? opened(event);
    if (state === undefined) return undefined;
    switch (event.verb) {
      case 'dateAdded':
        return {
          ...state,
          options: [...state.options, { number: state.options.length + 1, ...event.facts }],
        };
      case 'answered':
        return { ...state, votes: withVote(state.votes, voteFrom(event)) };
      case 'confirmed':
        return {
          ...state,
          votes: state.votes.map((vote) =>
            voterOf(vote) === event.facts.voter ? { ...vote, confirmed: true } : vote,
          ),
        };
      case 'takenBack':
        return { ...state, votes: withoutLast(state.votes, event.facts.voter) };
      case 'chosen':
        return { ...state, state: 'chosen', chosen: event.facts.option };
      case 'closed':
        return { ...state, state: 'closed' };
    }
  },
  decide(command, state, _view, context) {
    if (command.name === 'open') {
      const options = distinct(command.payload.options);
      if (options.length < 2) return refuse<PollRefusal>('DatesMissing');
      return { ok: true, events: [{ verb: 'opened', facts: { ...command.payload, options } }] };
    }
    if (state === undefined) return { ok: true, events: [] };
    if (state.state !== 'open') return refuse<PollRefusal>('Closed');
    const { actor } = context;
    switch (command.name) {
      case 'addDate': {
        if (state.options.some((option) => option.instant === command.payload.instant))
          return { ok: true, events: [] };
        return state.options.length >= MOST_DATES
          ? refuse<PollRefusal>('DateUnknown')
          : { ok: true, events: [{ verb: 'dateAdded', facts: command.payload }] };
      }
      case 'answer':
        return answered(state, command.payload, actor);
      case 'confirm': {
        const vote = state.votes.find((held) => voterOf(held) === command.payload.voter);
        if (vote === undefined) return refuse<PollRefusal>('NotAnswered');
        if (!actor.roles.has('system') && !isOf(vote, actor)) return refuse<PollRefusal>('NotYours');
        return { ok: true, events: vote.confirmed ? [] : [{ verb: 'confirmed', facts: command.payload }] };
      }
      case 'takeBack': {
        const vote = state.votes.find((held) => voterOf(held) === command.payload.voter);
        if (vote === undefined) return refuse<PollRefusal>('NotAnswered');
        const mayTake = vote.enteredBy === actor.id || KEEPERS.some((role) => actor.roles.has(role));
        // What people said themselves is theirs: it is replaced by them, never taken back for them.
        if (vote.confirmed || !mayTake) return refuse<PollRefusal>('NotYourEntry');
        return { ok: true, events: [{ verb: 'takenBack', facts: command.payload }] };
      }
      case 'choose':
        return offers(state, command.payload.option)
          ? { ok: true, events: [{ verb: 'chosen', facts: command.payload }] }
          : refuse<PollRefusal>('DateUnknown', command.payload);
      case 'close':
        return { ok: true, events: [{ verb: 'closed', facts: {} }] };
    }
  },
});

const opened = (event: EventOf<typeof EVENTS, 'opened'>): Poll => {
  const { meeting, options, deadline } = event.facts;
  return {
    meeting,
    options: options.map((option, index) => ({ number: index + 1, ...option })),
    deadline: deadline ?? null,
    votes: [],
    askedBy: event.actor,
    at: event.at,
    state: 'open',
    chosen: null,
  };
};

const voteFrom = (event: EventOf<typeof EVENTS, 'answered'>): PollVote => {
  const { person, organisation, sheet: code, said, channel, confirmed } = event.facts;
  const { name, words } = event.parts;
  return {
    person: person ?? null,
    organisation: organisation ?? null,
    ...(code === undefined ? {} : { sheet: code }),
    ...(name === undefined ? {} : { name }),
    said: Object.fromEntries(said.map(({ option, answer }) => [String(option), answer])),
    channel,
    confirmed,
    words: words ?? null,
    enteredBy: event.actor,
    at: event.at,
    stamp: event.stamp,
  };
};

const offers = (state: Poll, number: number): boolean =>
  state.options.some((option) => option.number === number);

/** Whether this is the person, or, where none is named, one of the organisation. */
const isOf = (
  of: { readonly person?: string | null | undefined; readonly organisation?: string | null | undefined },
  actor: Actor,
): boolean => {
  const person = of.person ?? undefined;
  const organisation = of.organisation ?? undefined;
  return person === undefined
    ? organisation !== undefined && organisation === actor.organisation
    : person === actor.id;
};

const answered = (state: Poll, asked: z.infer<typeof ANSWER>, actor: Actor) => {
  const { words, name, ...facts } = asked;
  if (voterOf(facts) === undefined) return refuse<PollRefusal>('NobodyAsked');
  const unknown = facts.said.find(({ option }) => !offers(state, option));
  if (unknown !== undefined) return refuse<PollRefusal>('DateUnknown', { option: unknown.option });
  const confirmed = isOf(facts, actor) || (facts.channel === 'link' && actor.roles.has('system'));
  const parts = {
    ...(words === undefined ? {} : { words }),
    ...(name === undefined ? {} : { name }),
  };
  return {
    ok: true as const,
    events: [{ verb: 'answered' as const, facts: { ...facts, confirmed }, parts }],
  };
};

/** A voter keeps their line; what they said before is replaced. */
const withVote = (votes: readonly PollVote[], vote: PollVote): readonly PollVote[] => {
  const at = votes.findIndex((each) => voterOf(each) === voterOf(vote));
  const held = votes[at];
  if (held === undefined) return [...votes, vote];
  const { before: _older, ...before } = held;
  return votes.with(at, { ...vote, before });
};

/** The last answer of a voter goes; what stood before it comes back. */
const withoutLast = (votes: readonly PollVote[], of: string): readonly PollVote[] =>
  votes.flatMap((vote) => {
    if (voterOf(vote) !== of) return [vote];
    return vote.before === undefined ? [] : [vote.before];
  });

type Offered = z.infer<typeof momentFact>;

/** The dates in their order in time, each instant once. */
const distinct = (dates: readonly Offered[]): Offered[] =>
  [...dates]
    .sort((a, b) => (a.instant < b.instant ? -1 : 1))
    .filter((each, index, all) => each.instant !== all[index - 1]?.instant);
