import {
  type EventOf,
  type Happened,
  KEEPERS,
  PARTNERS,
  type PartRef,
  partRef,
  process,
  type Refusal,
  refuse,
  WRITERS,
} from '@tablee/domain/kernel';
import { answerAfter, entryOf, isModerator, moderate, roundPart, seed, settle } from './round-decide.ts';
import { ROUND_EVENTS, ROUND_PAYLOADS, type RoundSettings } from './round-facts.ts';
import {
  type Round,
  type RoundRefusal,
  type RoundStatement,
  type RoundTexts,
  roundState,
} from './round-state.ts';

const SYSTEM = { roles: ['system'] } as const;
const KEEP = { roles: [...KEEPERS, 'system'] } as const;

/**
 * A listening round: what is promised before, the statements, what moderators decide, what is published at its
 * close and what became of it. What people answer is never here: it is kept beside the ledger, without a link.
 */
export const round = process(roundState, {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'tour d’écoute', many: 'tours d’écoute' },
    en: { one: 'listening round', many: 'listening rounds' },
  },
  events: ROUND_EVENTS,
  commands: {
    plan: {
      payload: ROUND_PAYLOADS.plan,
      who: { roles: KEEPERS },
      creates: true,
      labels: { fr: 'Préparer un tour d’écoute', en: 'Prepare a listening round' },
    },
    change: {
      payload: ROUND_PAYLOADS.change,
      who: { roles: KEEPERS },
      labels: { fr: 'Changer le tour d’écoute', en: 'Change the listening round' },
    },
    seed: {
      payload: ROUND_PAYLOADS.seed,
      who: { roles: WRITERS },
      labels: { fr: 'Ajouter des affirmations', en: 'Add statements' },
    },
    translate: {
      payload: ROUND_PAYLOADS.translate,
      who: { roles: WRITERS },
      labels: { fr: 'Traduire une affirmation', en: 'Translate a statement' },
    },
    open: {
      payload: ROUND_PAYLOADS.open,
      who: KEEP,
      labels: { fr: 'Ouvrir le tour d’écoute', en: 'Open the listening round' },
    },
    extend: {
      payload: ROUND_PAYLOADS.extend,
      who: { roles: KEEPERS },
      labels: { fr: 'Prolonger', en: 'Extend' },
    },
    moderate: {
      payload: ROUND_PAYLOADS.moderate,
      who: { roles: WRITERS },
      labels: { fr: 'Relire ce qui est proposé', en: 'Decide on what is proposed' },
    },
    summarise: {
      payload: ROUND_PAYLOADS.summarise,
      who: { roles: WRITERS },
      labels: { fr: 'Résumer une voix par écrit', en: 'Summarise a voice in writing' },
    },
    close: {
      payload: ROUND_PAYLOADS.close,
      who: KEEP,
      labels: { fr: 'Clore le tour d’écoute', en: 'Close the listening round' },
    },
    publish: {
      payload: ROUND_PAYLOADS.publish,
      who: SYSTEM,
      labels: { fr: 'Publier les résultats', en: 'Publish the results' },
    },
    answer: {
      payload: ROUND_PAYLOADS.answer,
      who: { roles: KEEPERS },
      labels: { fr: 'Dire ce qui en a été fait', en: 'Say what became of it' },
    },
  },
  evolve(state: Round | undefined, event): Round | undefined {
    if (event.verb === 'planned')
      return state ?? { ...BLANK, ...settingsOf(event), plannedBy: event.actor, plannedAt: event.at };
    if (state === undefined) return undefined;
    switch (event.verb) {
      case 'changed':
        return { ...state, ...settingsOf(event) };
      case 'seeded':
        return { ...state, statements: seeded(state.statements, event) };
      case 'translated': {
        const { statement: id, lang } = event.facts;
        const held = entryOf(state.statements, id);
        if (held === undefined) return state;
        const texts = { ...held.texts, [lang]: partIn(event, roundPart.statement(id, lang)) };
        return { ...state, statements: { ...state.statements, [id]: { ...held, texts } } };
      }
      case 'opened':
        return { ...state, state: 'open', openedAt: event.at };
      case 'extended':
        return { ...state, ...event.facts };
      case 'moderated':
        return moderated(state, event);
      case 'summarised': {
        const { voice, lang } = event.facts;
        const summary = partIn(event, roundPart.summary(voice, lang));
        const texts = { ...entryOf(state.summaries, voice)?.texts, [lang]: summary };
        return { ...state, summaries: { ...state.summaries, [voice]: { at: event.at, texts } } };
      }
      case 'closed':
        return { ...state, state: 'closed', closedAt: event.at };
      case 'published':
        return { ...state, result: state.result ?? event.facts.report };
      case 'answered':
        return { ...state, answer: answerFrom(event) };
    }
  },
  decide(command, state, _view, context) {
    if (command.name === 'plan') {
      const settled = settle(command.payload, context.now);
      if (!settled.ok) return settled;
      const seeded = seed({}, command.payload.statements ?? []);
      if (!seeded.ok) return seeded;
      const { facts, parts } = settled;
      return { ok: true, events: [{ verb: 'planned', facts, parts }, ...seeded.events] };
    }
    if (state === undefined) return refuse('NotFound');
    const { name } = command;
    if (['seed', 'translate', 'moderate', 'summarise'].includes(name)) {
      if (!isModerator(state, context.actor) && !KEEPERS.some((role) => context.actor.roles.has(role)))
        return said('NotModerator');
    }
    switch (name) {
      case 'change': {
        if (state.state !== 'planned') return said('AlreadyOpened');
        const settled = settle(command.payload, context.now);
        return settled.ok
          ? { ok: true, events: [{ verb: 'changed', facts: settled.facts, parts: settled.parts }] }
          : settled;
      }
      case 'seed':
        return state.state === 'closed'
          ? said('NotOpen')
          : seed(state.statements, command.payload.statements);
      case 'translate': {
        const { statement: id, lang, text } = command.payload;
        if (entryOf(state.statements, id) === undefined) return said('StatementUnknown');
        const parts = { [roundPart.statement(id, lang)]: text };
        return { ok: true, events: [{ verb: 'translated', facts: { statement: id, lang }, parts }] };
      }
      case 'open':
        if (state.state !== 'planned') return said('AlreadyOpened');
        if (context.now >= state.closes.instant) return said('DatesOutOfOrder');
        return Object.keys(state.statements).length === 0
          ? said('NothingToAnswer')
          : { ok: true, events: [{ verb: 'opened', facts: {} }] };
      case 'extend': {
        const { closes, answerBy } = command.payload;
        if (state.state !== 'open') return said('NotOpen');
        if (closes.instant <= context.now || answerBy < closes.instant.slice(0, 10))
          return said('DatesOutOfOrder');
        return { ok: true, events: [{ verb: 'extended', facts: { closes, answerBy } }] };
      }
      case 'moderate':
        return moderate(state, command.payload);
      case 'summarise': {
        const { voice, lang, text } = command.payload;
        const parts = { [roundPart.summary(voice, lang)]: text };
        return { ok: true, events: [{ verb: 'summarised', facts: { voice, lang }, parts }] };
      }
      case 'close':
        if (state.state !== 'open') return said('NotOpen');
        // What time brings may have been put off since.
        return context.actor.roles.has('system') && context.now < state.closes.instant
          ? { ok: true, events: [] }
          : { ok: true, events: [{ verb: 'closed', facts: {} }] };
      case 'publish':
        if (state.state !== 'closed') return said('NotClosed');
        return state.result === null
          ? { ok: true, events: [{ verb: 'published', facts: command.payload }] }
          : said('AlreadyPublished');
      case 'answer':
        return answerAfter(state, command.payload);
    }
  },
  due: (state) => {
    if (state.state === 'planned' && state.opens !== null)
      return [{ at: state.opens.instant, command: 'open', payload: {} }];
    return state.state === 'open' ? [{ at: state.closes.instant, command: 'close', payload: {} }] : [];
  },
});

type Event<Verb extends keyof typeof ROUND_EVENTS> = EventOf<typeof ROUND_EVENTS, Verb>;

const said = (code: RoundRefusal): Refusal => refuse<RoundRefusal>(code);

const statement = (
  held: Round['statements'],
  from: RoundStatement['from'],
  texts: RoundStatement['texts'],
): RoundStatement => ({ order: Object.keys(held).length + 1, from, texts, shown: true });

const BLANK = {
  state: 'planned',
  statements: {},
  moderated: {},
  summaries: {},
  result: null,
  answer: null,
  openedAt: null,
  closedAt: null,
} as const;

type Settings = Pick<Round, keyof RoundSettings | 'texts' | 'words'>;

/** A text of an event; one that was erased, or never came, is its marker. */
const partIn = ({ parts, stamp }: Pick<Happened, 'parts' | 'stamp'>, name: string): PartRef =>
  parts[name] ?? partRef(name, stamp, undefined);

/** The settings of an event with its texts; words stand only for languages that brought some. */
const settingsOf = (event: Event<'planned' | 'changed'>): Settings => {
  const { facts } = event;
  const texts: Record<string, RoundTexts> = {};
  const words: Record<string, PartRef> = {};
  for (const lang of facts.languages) {
    texts[lang] = {
      title: partIn(event, roundPart.title(lang)),
      intro: partIn(event, roundPart.intro(lang)),
      promise: partIn(event, roundPart.promise(lang)),
    };
    words[lang] = partIn(event, roundPart.words(lang));
  }
  return { ...facts, texts, words };
};

const seeded = (held: Round['statements'], event: Event<'seeded'>): Round['statements'] => {
  const statements = { ...held };
  for (const { id, languages } of event.facts.statements) {
    const texts = languages.map((lang) => [lang, partIn(event, roundPart.statement(id, lang))] as const);
    if (entryOf(statements, id) === undefined)
      statements[id] = statement(statements, 'seed', Object.fromEntries(texts));
  }
  return statements;
};

const moderated = (state: Round, event: Event<'moderated'>): Round => {
  const { id, lang, ...facts } = event.facts;
  const after = {
    ...state,
    moderated: { ...state.moderated, [id]: { ...facts, by: event.actor, at: event.at } },
  };
  const held = entryOf(state.statements, id);
  const shown = facts.decision === 'accept';
  if (facts.of === 'voice' || (held === undefined && !shown)) return after;
  const texts = lang === null ? {} : { [lang]: partIn(event, roundPart.statement(id, lang)) };
  const next = held ?? statement(state.statements, 'proposed', texts);
  return { ...after, statements: { ...state.statements, [id]: { ...next, shown } } };
};

const answerFrom = (event: Event<'answered'>): Round['answer'] => {
  const { languages, statements } = event.facts;
  const texts = languages.map((lang) => [lang, partIn(event, roundPart.answer(lang))] as const);
  const each = statements.map(({ id, languages: own }) => {
    const said = own.map((lang) => [lang, partIn(event, roundPart.answerTo(id, lang))] as const);
    return [id, Object.fromEntries(said)] as const;
  });
  return { at: event.at, texts: Object.fromEntries(texts), statements: Object.fromEntries(each) };
};
