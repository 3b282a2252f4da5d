import { type Entity, PARTNERS, process, refuse, type View, WRITERS } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, idFact } from '../fact.ts';
import {
  POSITION_COMMANDS,
  POSITION_EVENTS,
  positionsAfter,
  settlePosition,
  takePosition,
} from '../wording/index.ts';
import { type Edition, type EditionRefusal, editionState, type Standing, type Version } from './state.ts';

const { take, acknowledge, withdraw: takeAway } = POSITION_COMMANDS;

const versionOf = z.object({ document: idFact });
const placing = z.object({ document: idFact, from: idFact });
const asking = z.object({ document: idFact, until: dayFact });

interface Stood {
  readonly standing: Standing;
  readonly until?: string | undefined;
  readonly replacedBy?: string | undefined;
}

interface By {
  readonly actor: string;
  readonly at: string;
}

const stands = (
  state: Edition,
  document: string,
  { standing, until = undefined, replacedBy = undefined }: Stood,
  { actor, at }: By,
): readonly Version[] =>
  state.versions.map((version) =>
    version.document === document
      ? { ...version, standing, until: until ?? null, since: at, by: actor, replacedBy: replacedBy ?? null }
      : version,
  );

const placed = (state: Edition, document: string, from: string | null, { actor, at }: By): Edition => {
  if (state.versions.some((version) => version.document === document)) return state;
  const number = state.versions.length + 1;
  const version: Version = {
    document,
    number,
    from,
    standing: 'draft',
    until: null,
    since: at,
    by: actor,
    replacedBy: null,
  };
  return { ...state, versions: [...state.versions, version] };
};

const holds = (entity: Entity, document: string): boolean =>
  entity.kind === 'process' &&
  editionState.read(entity.state).versions.some((version) => version.document === document);

const isHeld = (view: View, document: string): boolean =>
  [...view.list('edition')].some((entity) => holds(entity, document));

const isAboutPosition = <E extends { readonly verb: string }>(
  event: E,
): event is Extract<E, { readonly verb: keyof typeof POSITION_EVENTS }> =>
  Object.hasOwn(POSITION_EVENTS, event.verb);

/**
 * A text and its versions. What each counts for is said here and nowhere else, one command after the other, so that
 * two devices cannot put two versions in force: the second one is told which stands.
 */
export const edition = process(editionState, {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'suite de versions', many: 'suites de versions' },
    en: { one: 'line of versions', many: 'lines of versions' },
  },
  events: {
    opened: versionOf,
    placed: placing,
    asked: asking,
    enforced: versionOf,
    withdrawn: versionOf,
    ...POSITION_EVENTS,
  },
  commands: {
    open: {
      payload: versionOf,
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Commencer la suite des versions', en: 'Begin the line of versions' },
    },
    place: {
      payload: placing,
      who: { roles: WRITERS },
      labels: { fr: 'Placer une version', en: 'Place a version' },
    },
    ask: {
      payload: asking,
      who: { roles: WRITERS },
      labels: { fr: 'Demander des avis', en: 'Ask for comments' },
    },
    enforce: {
      // What the author saw in force when they decided; absent where none was.
      payload: z.object({ document: idFact, seen: z.optional(idFact) }),
      who: { roles: WRITERS },
      labels: { fr: 'Mettre en vigueur', en: 'Put in force' },
    },
    withdraw: {
      payload: versionOf,
      who: { roles: WRITERS },
      labels: { fr: 'Retirer une version', en: 'Withdraw a version' },
    },
    take,
    acknowledge,
    takeAway,
  },
  evolve(state: Edition | undefined, event): Edition | undefined {
    if (isAboutPosition(event))
      return state && { ...state, positions: positionsAfter(state.positions ?? {}, event) };
    const { document } = event.facts;
    if (event.verb === 'opened')
      return state ?? placed({ versions: [], inForce: null }, document, null, event);
    if (state === undefined) return undefined;
    switch (event.verb) {
      case 'placed':
        return placed(state, document, event.facts.from, event);
      case 'asked':
        return {
          ...state,
          versions: stands(state, document, { standing: 'forComment', until: event.facts.until }, event),
        };
      case 'enforced': {
        const before = state.inForce;
        const replaced: Edition =
          before === null || before === document
            ? state
            : {
                ...state,
                versions: stands(state, before, { standing: 'replaced', replacedBy: document }, event),
              };
        return {
          ...state,
          versions: stands(replaced, document, { standing: 'inForce' }, event),
          inForce: document,
        };
      }
      case 'withdrawn':
        return {
          ...state,
          versions: stands(state, document, { standing: 'withdrawn' }, event),
          inForce: state.inForce === document ? null : state.inForce,
        };
    }
  },
  decide(command, state, view, context) {
    if (command.name === 'take' || command.name === 'acknowledge' || command.name === 'takeAway') {
      if (state === undefined) return { ok: true, events: [] };
      const held = { positions: state.positions ?? {}, versions: state.versions.length };
      if (command.name === 'take') return takePosition(held, command.payload, context);
      const verb = command.name === 'takeAway' ? 'withdraw' : 'acknowledge';
      return settlePosition(held, command.payload, verb, context);
    }
    const { document } = command.payload;
    if (command.name === 'open')
      return isHeld(view, document)
        ? refuse<EditionRefusal>('AlreadyPlaced')
        : { ok: true, events: [{ verb: 'opened', facts: { document } }] };
    if (state === undefined) return { ok: true, events: [] };
    if (command.name === 'place') {
      if (isHeld(view, document)) return refuse<EditionRefusal>('AlreadyPlaced');
      const { from } = command.payload;
      return state.versions.some((version) => version.document === from)
        ? { ok: true, events: [{ verb: 'placed', facts: { document, from } }] }
        : refuse<EditionRefusal>('VersionUnknown');
    }
    const version = state.versions.find((each) => each.document === document);
    if (version === undefined) return refuse<EditionRefusal>('VersionUnknown');
    if (command.name === 'withdraw')
      return { ok: true, events: [{ verb: 'withdrawn', facts: { document } }] };
    if (version.standing === 'replaced') return refuse<EditionRefusal>('AlreadyReplaced');
    if (version.standing === 'inForce') return refuse<EditionRefusal>('AlreadyInForce');
    if (command.name === 'ask') {
      const { until } = command.payload;
      return until < context.now.slice(0, 10)
        ? refuse<EditionRefusal>('DayPassed')
        : { ok: true, events: [{ verb: 'asked', facts: { document, until } }] };
    }
    return (command.payload.seen ?? null) === state.inForce
      ? { ok: true, events: [{ verb: 'enforced', facts: { document } }] }
      : refuse<EditionRefusal>('AnotherInForce', { inForce: state.inForce });
  },
});
