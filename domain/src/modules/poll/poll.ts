import { KEEPERS, PARTNERS, process, refuse, WRITERS } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, freeText, idFact, ordinalFact } from '../fact.ts';
import { MOST_DATES, type Poll, type PollRefusal, type PollVote, pollState, voterOf } from './state.ts';

const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/));
const zone = z.string().check(z.regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/), z.maxLength(60));
const date = z.object({ instant, zone });
/** What is said to the dates, as facts carry it. */
export const saidToDates = z
  .array(z.object({ option: ordinalFact, answer: z.enum(['yes', 'ifNeeded', 'no']) }))
  .check(z.minLength(1), z.maxLength(MOST_DATES));
const channel = z.enum(['link', 'paper', 'phone', 'email', 'app']);
const sheet = z.string().check(z.regex(/^[A-Z0-9]{4}-[A-Z0-9]{3}$/));
const voter = {
  person: z.optional(idFact),
  organisation: z.optional(idFact),
  sheet: z.optional(sheet),
};
/** A voter by itself: an id, or the code of a sheet. */
const voterFact = z.union([idFact, sheet]);

/** Which date suits? Opened for one meeting, answered by people or organisations, ended by choosing a date. */
export const poll = process(pollState, {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'sondage de dates', many: 'sondages de dates' },
    en: { one: 'date poll', many: 'date polls' },
  },
  events: {
    opened: z.object({ meeting: idFact, options: z.array(date), deadline: z.optional(dayFact) }),
    dateAdded: date,
    answered: z.object({ ...voter, said: saidToDates, channel, confirmed: z.boolean() }),
    confirmed: z.object({ voter: voterFact }),
    takenBack: z.object({ voter: voterFact }),
    chosen: z.object({ option: ordinalFact }),
    closed: z.object({}),
  },
  commands: {
    open: {
      payload: z.object({
        meeting: idFact,
        options: z.array(date).check(z.maxLength(MOST_DATES)),
        deadline: z.optional(dayFact),
      }),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Proposer des dates', en: 'Offer dates' },
    },
    addDate: {
      payload: date,
      who: { roles: WRITERS },
      labels: { fr: 'Ajouter une date', en: 'Add a date' },
    },
    answer: {
      payload: z.object({
        ...voter,
        name: z.optional(freeText(300)),
        said: saidToDates,
        channel,
        words: z.optional(freeText(1_000)),
      }),
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
    if (event.verb === 'opened') {
      const { meeting, options, deadline } = event.facts;
      const opened: Poll = {
        meeting,
        options: options.map((option, index) => ({ number: index + 1, ...option })),
        deadline: deadline ?? null,
        votes: [],
        askedBy: event.actor,
        at: event.at,
        state: 'open',
        chosen: null,
      };
      return state ?? opened;
    }
    if (state === undefined) return undefined;
    switch (event.verb) {
      case 'dateAdded':
        return {
          ...state,
          options: [...state.options, { number: state.options.length + 1, ...event.facts }],
        };
      case 'answered': {
        const { person, organisation, sheet: code, said, channel: by, confirmed } = event.facts;
        const name = event.parts['name'];
        const vote: PollVote = {
          person: person ?? null,
          organisation: organisation ?? null,
          ...(code === undefined ? {} : { sheet: code }),
          ...(name === undefined ? {} : { name }),
          said: Object.fromEntries(said.map(({ option, answer }) => [String(option), answer])),
          channel: by,
          confirmed,
          words: event.parts['words'] ?? null,
          enteredBy: event.actor,
          at: event.at,
          stamp: event.stamp,
        };
        return { ...state, votes: withVote(state.votes, vote) };
      }
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
    const offers = (number: number): boolean => state.options.some((option) => option.number === number);
    switch (command.name) {
      case 'addDate': {
        if (state.options.some((option) => option.instant === command.payload.instant))
          return { ok: true, events: [] };
        return state.options.length >= MOST_DATES
          ? refuse<PollRefusal>('DateUnknown')
          : { ok: true, events: [{ verb: 'dateAdded', facts: command.payload }] };
      }
      case 'answer': {
        const { words, name, ...facts } = command.payload;
        if (voterOf(facts) === undefined) return refuse<PollRefusal>('NobodyAsked');
        const unknown = facts.said.find(({ option }) => !offers(option));
        if (unknown !== undefined) return refuse<PollRefusal>('DateUnknown', { option: unknown.option });
        const isOwn =
          facts.person === undefined
            ? facts.organisation !== undefined && facts.organisation === actor.organisation
            : facts.person === actor.id;
        const confirmed = isOwn || (facts.channel === 'link' && actor.roles.has('system'));
        const parts = {
          ...(words === undefined ? {} : { words }),
          ...(name === undefined ? {} : { name }),
        };
        return { ok: true, events: [{ verb: 'answered', facts: { ...facts, confirmed }, parts }] };
      }
      case 'confirm': {
        const vote = state.votes.find((held) => voterOf(held) === command.payload.voter);
        if (vote === undefined) return refuse<PollRefusal>('NotAnswered');
        const isTheirs =
          actor.roles.has('system') ||
          (vote.person === null
            ? vote.organisation !== null && vote.organisation === actor.organisation
            : vote.person === actor.id);
        if (!isTheirs) return refuse<PollRefusal>('NotYours');
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
        return offers(command.payload.option)
          ? { ok: true, events: [{ verb: 'chosen', facts: command.payload }] }
          : refuse<PollRefusal>('DateUnknown', command.payload);
      case 'close':
        return { ok: true, events: [{ verb: 'closed', facts: {} }] };
    }
  },
});

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

type Offered = z.infer<typeof date>;

/** The dates in their order in time, each instant once. */
const distinct = (dates: readonly Offered[]): Offered[] =>
  [...dates]
    .sort((a, b) => (a.instant < b.instant ? -1 : 1))
    .filter((each, index, all) => each.instant !== all[index - 1]?.instant);
