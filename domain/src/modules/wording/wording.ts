import {
  type Context,
  KEEPERS,
  PARTNERS,
  type ProcessOutcome,
  partRef,
  process,
  refuse,
  WRITERS,
} from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { freeText, idFact, languageFact, ordinalFact } from '../fact.ts';
import { trailAfter } from './standing.ts';
import { firmnessAsked, firmnessFacts, firmnessIn, firmnessOf } from './standing-fact.ts';
import {
  type Position,
  WORDING_KIND,
  type Wording,
  type WordingRefusal,
  type WordingVersion,
  wordingState,
} from './state.ts';

const kind = z.enum(WORDING_KIND);
const stance = z.enum(['agree', 'reservations', 'standAside', 'block']);
const standing = z.enum(['personal', 'inClearance', 'adReferendum', 'confirmed']);
const channel = z.enum(['app', 'link', 'email', 'paper', 'phone', 'meeting']);
const written = { text: freeText(20_000), lang: languageFact };

const positionFacts = z.object({
  organisation: idFact,
  version: ordinalFact,
  stance,
  standing,
  channel,
  person: z.optional(idFact),
  proof: z.optional(idFact),
  ...firmnessFacts,
  acknowledged: z.boolean(),
});
const positionAsked = z.object({
  organisation: idFact,
  version: ordinalFact,
  stance,
  standing,
  channel: z.optional(channel),
  person: z.optional(idFact),
  proof: z.optional(idFact),
  reason: z.optional(freeText(5_000)),
  ...firmnessAsked,
});

/** A text worded in common: versions, translations, and positions that stay bound to the version they were taken on. */
export const wording = process(wordingState, {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'texte commun', many: 'textes communs' },
    en: { one: 'shared text', many: 'shared texts' },
  },
  events: {
    proposed: z.object({ kind, after: z.int().check(z.minimum(0)), lang: languageFact }),
    translated: z.object({ version: ordinalFact, lang: languageFact }),
    positionTaken: positionFacts,
    positionAcknowledged: z.object({ organisation: idFact }),
    positionWithdrawn: z.object({ organisation: idFact }),
  },
  commands: {
    open: {
      payload: z.object({ kind, ...written }),
      who: { roles: [...WRITERS, 'system'] },
      creates: true,
      labels: { fr: 'Écrire la première version', en: 'Write the first version' },
    },
    propose: {
      payload: z.object({ after: ordinalFact, ...written }),
      who: { roles: WRITERS },
      labels: { fr: 'Proposer une version', en: 'Propose a version' },
    },
    translate: {
      payload: z.object({ version: ordinalFact, ...written }),
      who: { roles: WRITERS },
      labels: { fr: 'Traduire', en: 'Translate' },
    },
    take: {
      payload: positionAsked,
      who: { roles: [...WRITERS, 'system'] },
      labels: { fr: 'Donner la position', en: 'Give the position' },
    },
    acknowledge: {
      payload: z.object({ organisation: idFact }),
      who: { roles: [...WRITERS, 'system'] },
      labels: { fr: 'Confirmer ce qui a été noté', en: 'Confirm what was recorded' },
    },
    withdraw: {
      payload: z.object({ organisation: idFact }),
      who: { roles: [...WRITERS, 'system'] },
      labels: { fr: 'Retirer la position', en: 'Withdraw the position' },
    },
  },
  evolve(state: Wording | undefined, event): Wording | undefined {
    switch (event.verb) {
      case 'proposed': {
        const { kind: of, after, lang } = event.facts;
        const held = state ?? { kind: of, versions: [], positions: {} };
        const version: WordingVersion = {
          number: held.versions.length + 1,
          after,
          by: event.actor,
          at: event.at,
          stamp: event.stamp,
          lang,
          texts: { [lang]: event.parts[textPart(lang)] ?? partRef(textPart(lang), event.stamp, undefined) },
        };
        return { ...held, versions: [...held.versions, version] };
      }
      case 'translated': {
        const { version, lang } = event.facts;
        const ref = event.parts[textPart(lang)] ?? partRef(textPart(lang), event.stamp, undefined);
        return (
          state && {
            ...state,
            versions: state.versions.map((held) =>
              held.number === version ? { ...held, texts: { ...held.texts, [lang]: ref } } : held,
            ),
          }
        );
      }
      case 'positionTaken': {
        if (state === undefined) return undefined;
        const {
          organisation,
          person,
          proof,
          version,
          stance: stand,
          standing: firm,
          channel: by,
        } = event.facts;
        const previous = ofOrganisation(state, organisation);
        const firmness = firmnessOf(event.facts, event.parts);
        const position: Position = {
          version,
          stance: stand,
          standing: firm,
          channel: by,
          acknowledged: event.facts.acknowledged,
          trail: trailAfter(previous),
          ...(firmness === undefined ? {} : { firmness }),
          organisation,
          person: person ?? null,
          proof: proof ?? null,
          reason: event.parts['reason'] ?? null,
          enteredBy: event.actor,
          at: event.at,
          stamp: event.stamp,
          before: previous
            ? { version: previous.version, stance: previous.stance, standing: previous.standing }
            : null,
        };
        return { ...state, positions: { ...state.positions, [organisation]: position } };
      }
      case 'positionAcknowledged': {
        const held = state && ofOrganisation(state, event.facts.organisation);
        if (state === undefined || held === undefined) return state;
        return {
          ...state,
          positions: { ...state.positions, [held.organisation]: { ...held, acknowledged: true } },
        };
      }
      case 'positionWithdrawn': {
        if (state === undefined) return undefined;
        const { [event.facts.organisation]: _gone, ...rest } = state.positions;
        return { ...state, positions: rest };
      }
    }
  },
  decide(command, state, _view, context) {
    if (command.name === 'open') {
      const { kind: of, text, lang } = command.payload;
      return {
        ok: true,
        events: [
          { verb: 'proposed', facts: { kind: of, after: 0, lang }, parts: { [textPart(lang)]: text } },
        ],
      };
    }
    if (state === undefined) return { ok: true, events: [] };
    switch (command.name) {
      case 'propose': {
        const { after, text, lang } = command.payload;
        if (after > state.versions.length)
          return refuse<WordingRefusal>('UnknownVersion', { version: after });
        return {
          ok: true,
          events: [
            { verb: 'proposed', facts: { kind: state.kind, after, lang }, parts: { [textPart(lang)]: text } },
          ],
        };
      }
      case 'translate': {
        const { version, text, lang } = command.payload;
        const held = state.versions[version - 1];
        if (held === undefined) return refuse<WordingRefusal>('UnknownVersion', { version });
        if (held.lang === lang) return refuse<WordingRefusal>('AlreadyTranslated', { lang });
        return {
          ok: true,
          events: [{ verb: 'translated', facts: { version, lang }, parts: { [textPart(lang)]: text } }],
        };
      }
      case 'take':
        return take(state, command.payload, context);
      case 'acknowledge':
      case 'withdraw':
        return settle(state, command.payload.organisation, command.name, context);
    }
  },
});

/** The name of the part that holds a text in one language. */
const textPart = (lang: string): string => `text-${lang}`;

const ofOrganisation = (state: Wording, organisation: string): Position | undefined =>
  Object.hasOwn(state.positions, organisation) ? state.positions[organisation] : undefined;

/** Who enters for another organisation must be a keeper of the thread, or the system for a personal link. */
const mayEnterFor = (organisation: string, context: Context): boolean =>
  context.actor.organisation === organisation ||
  context.actor.roles.has('system') ||
  KEEPERS.some((role) => context.actor.roles.has(role));

type Taken = {
  readonly verb: 'positionTaken';
  readonly facts: z.infer<typeof positionFacts>;
  readonly parts: { readonly [part: string]: string };
};

const take = (
  state: Wording,
  asked: z.infer<typeof positionAsked>,
  context: Context,
): ProcessOutcome<Taken> => {
  const { reason, clearWith: _with, clearUntil: _until, ...more } = asked;
  const { confirmedBy: _by, confirmedHow: _how, confirmedOn: _on, ...said } = more;
  const firmness = firmnessIn(asked);
  if (said.version > state.versions.length)
    return refuse<WordingRefusal>('UnknownVersion', { version: said.version });
  if (!mayEnterFor(said.organisation, context)) return refuse<WordingRefusal>('NotYourOrganisation');
  if (said.stance === 'block' && reason === undefined) return refuse<WordingRefusal>('ReasonNeeded');
  const own = context.actor.organisation === said.organisation;
  // A personal link acts as the system after the second press of the person themselves.
  const byLink = context.actor.roles.has('system') && said.channel === 'link';
  const facts = {
    ...said,
    ...firmness.facts,
    channel: said.channel ?? ('app' as const),
    ...(said.person !== undefined || !own ? {} : { person: context.actor.id }),
    acknowledged: own || byLink || said.channel === 'meeting' || said.proof !== undefined,
  };
  return {
    ok: true,
    events: [
      {
        verb: 'positionTaken',
        facts,
        parts: { ...firmness.parts, ...(reason === undefined ? {} : { reason }) },
      },
    ],
  };
};

type Settled = {
  readonly verb: 'positionAcknowledged' | 'positionWithdrawn';
  readonly facts: { readonly organisation: string };
};

/** Confirming is for the organisation's own people (or their link); withdrawing also for who may enter for them. */
const settle = (
  state: Wording,
  organisation: string,
  name: 'acknowledge' | 'withdraw',
  context: Context,
): ProcessOutcome<Settled> => {
  const held = ofOrganisation(state, organisation);
  if (held === undefined) return refuse<WordingRefusal>('NoPosition');
  const own = context.actor.organisation === organisation || context.actor.roles.has('system');
  if (!(own || (name === 'withdraw' && mayEnterFor(organisation, context))))
    return refuse<WordingRefusal>('NotYourOrganisation');
  if (name === 'withdraw')
    return { ok: true, events: [{ verb: 'positionWithdrawn', facts: { organisation } }] };
  return held.acknowledged
    ? { ok: true, events: [] }
    : { ok: true, events: [{ verb: 'positionAcknowledged', facts: { organisation } }] };
};
