import { type EventOf, isNamed, PARTNERS, process, type Role, refuse, WRITERS } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, fileFact, freeText, idFact, languageFact, ordinalFact } from '../fact.ts';
import {
  type Delegate,
  type Group,
  type GroupPosition,
  type GroupRefusal,
  type GroupVersion,
  groupState,
} from './state.ts';

const kind = z.enum(['constituency', 'organisation']);
const how = z.enum(['meeting', 'inWriting', 'byMandate']);
const statement = z.enum(['position', 'delegates', 'paper']);
/** Everybody who reads the group's circle acts in it, those too who only observe outside. */
const MEMBERS: readonly Role[] = [...WRITERS, 'observer'];
const who = { roles: MEMBERS };
const none = z.object({});

const term = {
  delegate: idFact,
  person: z.optional(idFact),
  from: z.optional(dayFact),
  until: z.optional(dayFact),
};
const worded = { position: idFact, after: z.int().check(z.minimum(0)), lang: languageFact };
const agreed = { position: idFact, version: ordinalFact, how, on: dayFact };
const reported = { report: idFact, meeting: z.optional(idFact), on: dayFact };
const leaving = { what: statement, of: idFact, version: z.optional(ordinalFact), as: idFact };

const EVENTS = {
  founded: z.object({ kind, organisation: z.optional(idFact) }),
  mandateSet: none,
  delegateNamed: z.object(term),
  delegateEnded: z.object({ delegate: idFact, on: dayFact }),
  said: z.object({ message: idFact, answers: z.optional(idFact) }),
  worded: z.object({ ...worded, about: z.optional(idFact) }),
  agreed: z.object(agreed),
  reported: z.object(reported),
  brought: z.object({ paper: idFact }),
  left: z.object(leaving),
  handedOn: z.object({ coordinator: idFact }),
  closed: none,
  reopened: none,
};

/**
 * A group among itself: mandate, delegates, conversation, common positions with versions, reports from meetings. It
 * lives in a named circle of its own and nowhere else; what leaves it is a statement, a new entity in a wider circle.
 */
export const group = process(groupState, {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'espace d’un groupe', many: 'espaces de groupes' },
    en: { one: 'group room', many: 'group rooms' },
  },
  events: EVENTS,
  commands: {
    found: {
      payload: z.object({
        kind,
        organisation: z.optional(idFact),
        name: freeText(300),
        mandate: z.optional(freeText(5_000)),
      }),
      who,
      creates: true,
      labels: { fr: 'Ouvrir un espace entre nous', en: 'Open a room among ourselves' },
    },
    setMandate: {
      payload: z.object({ mandate: freeText(5_000) }),
      who,
      labels: { fr: 'Écrire le mandat', en: 'Write the mandate' },
    },
    nameDelegate: {
      payload: z.object({ ...term, name: z.optional(freeText(300)), task: z.optional(freeText(1_000)) }),
      who,
      labels: { fr: 'Choisir qui parle pour nous', en: 'Choose who speaks for us' },
    },
    endDelegate: {
      payload: z.object({ delegate: idFact, on: dayFact }),
      who,
      labels: { fr: 'Terminer la délégation', en: 'End the delegation' },
    },
    say: {
      payload: z.object({ message: idFact, answers: z.optional(idFact), text: freeText(5_000) }),
      who,
      labels: { fr: 'Écrire au groupe', en: 'Write to the group' },
    },
    word: {
      payload: z.object({
        ...worded,
        about: z.optional(idFact),
        title: z.optional(freeText(300)),
        text: freeText(20_000),
      }),
      who,
      labels: { fr: 'Rédiger une position', en: 'Word a position' },
    },
    agree: {
      payload: z.object(agreed),
      who,
      labels: { fr: 'Confirmer notre position', en: 'Confirm our position' },
    },
    report: {
      payload: z.object({ ...reported, text: freeText(10_000), next: z.optional(freeText(2_000)) }),
      who,
      labels: { fr: 'Rendre compte au groupe', en: 'Report back to the group' },
    },
    bring: {
      payload: z.object({
        paper: idFact,
        title: freeText(300),
        text: z.optional(freeText(20_000)),
        file: z.optional(fileFact),
      }),
      who,
      labels: { fr: 'Déposer un texte', en: 'Bring a paper' },
    },
    release: {
      payload: z.object(leaving),
      who,
      labels: { fr: 'Noter ce qui est sorti', en: 'Note what has left' },
    },
    handOn: {
      payload: z.object({ coordinator: idFact }),
      who,
      labels: { fr: 'Passer la coordination', en: 'Hand the coordination on' },
    },
    close: { payload: none, who, labels: { fr: 'Fermer l’espace', en: 'Close the room' } },
    reopen: { payload: none, who, labels: { fr: 'Rouvrir l’espace', en: 'Reopen the room' } },
  },
  evolve(state: Group | undefined, event): Group | undefined {
    const { actor, at } = event;
    if (event.verb === 'founded') return state ?? founded(event);
    if (state === undefined) return undefined;
    switch (event.verb) {
      case 'mandateSet':
        return { ...state, mandate: event.parts['mandate'] ?? null };
      case 'delegateNamed': {
        const others = state.delegates.filter((held) => held.id !== event.facts.delegate);
        return { ...state, delegates: [...others, delegateFrom(event)] };
      }
      case 'delegateEnded': {
        const { delegate, on } = event.facts;
        const end = (held: Delegate): Delegate => (held.id === delegate ? { ...held, endedOn: on } : held);
        return { ...state, delegates: state.delegates.map(end) };
      }
      case 'said':
        return { ...state, messages: [...state.messages, messageFrom(event)] };
      case 'worded':
        return { ...state, positions: positionsAfter(state.positions, event) };
      case 'agreed': {
        const { position: id, ...said } = event.facts;
        const agree = (held: GroupPosition): GroupPosition =>
          held.id === id ? { ...held, confirmed: { ...said, by: actor } } : held;
        return { ...state, positions: state.positions.map(agree) };
      }
      case 'reported':
        return { ...state, reports: [...state.reports, reportFrom(event)] };
      case 'brought':
        return { ...state, papers: [...state.papers, paperFrom(event)] };
      case 'left': {
        const { version, ...gone } = event.facts;
        return { ...state, left: [...state.left, { ...gone, version: version ?? null, by: actor, at }] };
      }
      case 'handedOn':
        return { ...state, coordinator: event.facts.coordinator };
      case 'closed':
        return { ...state, closed: { at, by: actor } };
      case 'reopened':
        return { ...state, closed: null };
    }
  },
  decide(command, state, _view, context) {
    if (command.name === 'found') {
      const { name, mandate, ...facts } = command.payload;
      // In a circle that others read too it would be no room of its own.
      if (!isNamed(command.circle)) return refuse<GroupRefusal>('OwnCircleOnly');
      if (facts.organisation !== undefined && facts.organisation !== context.actor.organisation)
        return refuse<GroupRefusal>('NotYourOrganisation');
      return { ok: true, events: [{ verb: 'founded', facts, parts: texts({ name, mandate }) }] };
    }
    if (state === undefined) return refuse('NotFound');
    if (command.name === 'reopen')
      return { ok: true, events: state.closed === null ? [] : [{ verb: 'reopened', facts: {} }] };
    if (state.closed !== null)
      return command.name === 'close' ? { ok: true, events: [] } : refuse<GroupRefusal>('GroupClosed');
    switch (command.name) {
      case 'setMandate':
        return { ok: true, events: [{ verb: 'mandateSet', facts: {}, parts: texts(command.payload) }] };
      case 'nameDelegate': {
        const { name, task, ...facts } = command.payload;
        return { ok: true, events: [{ verb: 'delegateNamed', facts, parts: texts({ name, task }) }] };
      }
      case 'endDelegate':
        return state.delegates.some(({ id }) => id === command.payload.delegate)
          ? { ok: true, events: [{ verb: 'delegateEnded', facts: command.payload }] }
          : refuse<GroupRefusal>('UnknownDelegate');
      case 'say': {
        const { text, ...facts } = command.payload;
        if (facts.answers !== undefined && !state.messages.some(({ id }) => id === facts.answers))
          return refuse<GroupRefusal>('UnknownMessage');
        return { ok: true, events: [{ verb: 'said', facts, parts: { text } }] };
      }
      case 'word': {
        const { text, title, ...facts } = command.payload;
        const held = state.positions.find(({ id }) => id === facts.position);
        if (facts.after > (held?.versions.length ?? 0)) return refuse<GroupRefusal>('UnknownVersion');
        return { ok: true, events: [{ verb: 'worded', facts, parts: texts({ text, title }) }] };
      }
      case 'agree': {
        const held = state.positions.find(({ id }) => id === command.payload.position);
        if (held === undefined) return refuse<GroupRefusal>('UnknownPosition');
        return command.payload.version > held.versions.length
          ? refuse<GroupRefusal>('UnknownVersion')
          : { ok: true, events: [{ verb: 'agreed', facts: command.payload }] };
      }
      case 'report': {
        const { text, next, ...facts } = command.payload;
        return { ok: true, events: [{ verb: 'reported', facts, parts: texts({ text, next }) }] };
      }
      case 'bring': {
        const { title, text, file, ...facts } = command.payload;
        const parts = { ...texts({ title, text }), ...(file === undefined ? {} : { file }) };
        return { ok: true, events: [{ verb: 'brought', facts, parts }] };
      }
      case 'release':
        return { ok: true, events: [{ verb: 'left', facts: command.payload }] };
      case 'handOn':
        return { ok: true, events: [{ verb: 'handedOn', facts: command.payload }] };
      case 'close':
        return { ok: true, events: [{ verb: 'closed', facts: {} }] };
    }
  },
  owner: (state) => state.coordinator,
});

type Event<Verb extends keyof typeof EVENTS> = EventOf<typeof EVENTS, Verb>;

const EMPTY = { delegates: [], messages: [], positions: [], reports: [], papers: [], left: [], closed: null };

const founded = ({ facts, parts, actor }: Event<'founded'>): Group => ({
  ...EMPTY,
  name: parts['name'] ?? null,
  mandate: parts['mandate'] ?? null,
  kind: facts.kind,
  organisation: facts.organisation ?? null,
  coordinator: actor,
});

const delegateFrom = ({ facts, parts }: Event<'delegateNamed'>): Delegate => ({
  id: facts.delegate,
  person: facts.person ?? null,
  name: parts['name'] ?? null,
  task: parts['task'] ?? null,
  from: facts.from ?? null,
  until: facts.until ?? null,
  endedOn: null,
});

const messageFrom = ({ facts, parts, actor, at, stamp }: Event<'said'>): Group['messages'][number] => ({
  id: facts.message,
  answers: facts.answers ?? null,
  by: actor,
  at,
  stamp,
  text: parts['text'] ?? null,
});

/** The positions with one more version: of one that is there, or the first of a new one. */
const positionsAfter = (
  positions: Group['positions'],
  { facts, parts, actor, at }: Event<'worded'>,
): Group['positions'] => {
  const { position: id, about = null, after, lang } = facts;
  const held = positions.find((one) => one.id === id);
  const number = (held?.versions.length ?? 0) + 1;
  const version = { number, after, by: actor, at, lang, text: parts['text'] ?? null };
  const first = { id, title: parts['title'] ?? null, about, versions: [], confirmed: null };
  return withVersion(positions, held ?? first, version);
};

const reportFrom = ({ facts, parts, actor }: Event<'reported'>): Group['reports'][number] => ({
  id: facts.report,
  meeting: facts.meeting ?? null,
  on: facts.on,
  by: actor,
  text: parts['text'] ?? null,
  next: parts['next'] ?? null,
});

const paperFrom = ({ facts, parts, actor, at }: Event<'brought'>): Group['papers'][number] => ({
  id: facts.paper,
  title: parts['title'] ?? null,
  text: parts['text'] ?? null,
  file: parts['file'] ?? null,
  by: actor,
  at,
});

/** A position takes its next version where it stands; a new one comes last. */
const withVersion = (
  positions: readonly GroupPosition[],
  held: GroupPosition,
  version: GroupVersion,
): readonly GroupPosition[] => {
  const next = { ...held, versions: [...held.versions, version] };
  return positions.includes(held)
    ? positions.map((one) => (one === held ? next : one))
    : [...positions, next];
};

/** The free texts that were given, each its own part. */
const texts = (given: { readonly [part: string]: string | undefined }): { readonly [part: string]: string } =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );
