import {
  type Context,
  type EventOf,
  KEEPERS,
  own,
  type ProcessOutcome,
  refuse,
  WRITERS,
} from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { channelFact, freeText, idFact, ordinalFact, standingFact } from '../fact.ts';
import { trailAfter } from './standing.ts';
import { firmnessAsked, firmnessFacts, firmnessIn, firmnessOf } from './standing-fact.ts';
import type { Position, Positions, WordingRefusal } from './state.ts';

const stance = z.enum(['agree', 'reservations', 'standAside', 'block']);

const positionFacts = z.object({
  organisation: idFact,
  version: ordinalFact,
  stance,
  standing: standingFact,
  channel: channelFact,
  person: z.optional(idFact),
  proof: z.optional(idFact),
  ...firmnessFacts,
  acknowledged: z.boolean(),
});
const positionAsked = z.object({
  organisation: idFact,
  version: ordinalFact,
  stance,
  standing: standingFact,
  channel: z.optional(channelFact),
  person: z.optional(idFact),
  proof: z.optional(idFact),
  reason: z.optional(freeText(5_000)),
  ...firmnessAsked,
});
const whose = z.object({ organisation: idFact });
const who = { roles: [...WRITERS, 'system' as const] };

/** What happens to positions on the versions of a text, for each process that has such versions. */
export const POSITION_EVENTS = {
  positionTaken: positionFacts,
  positionAcknowledged: whose,
  positionWithdrawn: whose,
} as const;

/** What may be done to them: to give one, to say that what was noted is right, to take it away. */
export const POSITION_COMMANDS = {
  take: { payload: positionAsked, who, labels: { fr: 'Donner la position', en: 'Give the position' } },
  acknowledge: {
    payload: whose,
    who,
    labels: { fr: 'Confirmer ce qui a été noté', en: 'Confirm what was recorded' },
  },
  withdraw: { payload: whose, who, labels: { fr: 'Retirer la position', en: 'Withdraw the position' } },
} as const;

/** Positions and how many versions they may stand on. */
interface Held {
  readonly positions: Positions;
  readonly versions: number;
}

type PositionHeard = {
  [Verb in keyof typeof POSITION_EVENTS]: EventOf<typeof POSITION_EVENTS, Verb>;
}[keyof typeof POSITION_EVENTS];

/** The positions after something was said of one: the latest of each organisation, with what it said before. */
export const positionsAfter = (positions: Positions, event: PositionHeard): Positions => {
  const { organisation } = event.facts;
  const held = own(positions, organisation);
  switch (event.verb) {
    case 'positionTaken':
      return { ...positions, [organisation]: positionOf(event, held) };
    case 'positionAcknowledged':
      return held === undefined
        ? positions
        : { ...positions, [organisation]: { ...held, acknowledged: true } };
    case 'positionWithdrawn': {
      const { [organisation]: _gone, ...rest } = positions;
      return rest;
    }
  }
};

const positionOf = (
  { facts, parts, actor, at, stamp }: EventOf<typeof POSITION_EVENTS, 'positionTaken'>,
  previous: Position | undefined,
): Position => {
  const firmness = firmnessOf(facts, parts);
  const { clearUntil: _until, confirmedHow: _how, confirmedOn: _on, person, proof, ...said } = facts;
  return {
    ...said,
    trail: trailAfter(previous),
    ...(firmness === undefined ? {} : { firmness }),
    person: person ?? null,
    proof: proof ?? null,
    reason: parts['reason'] ?? null,
    enteredBy: actor,
    at,
    stamp,
    before: previous
      ? { version: previous.version, stance: previous.stance, standing: previous.standing }
      : null,
  };
};

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

/** Gives a position on a version that exists: for one's own organisation, or on behalf, which then waits for it. */
export const takePosition = (
  { versions }: Held,
  asked: z.infer<typeof positionAsked>,
  context: Context,
): ProcessOutcome<Taken> => {
  const { reason, clearWith: _with, clearUntil: _until, ...more } = asked;
  const { confirmedBy: _by, confirmedHow: _how, confirmedOn: _on, ...said } = more;
  const firmness = firmnessIn(asked);
  if (said.version > versions) return refuse<WordingRefusal>('UnknownVersion', { version: said.version });
  if (!mayEnterFor(said.organisation, context)) return refuse<WordingRefusal>('NotYourOrganisation');
  if (said.stance === 'block' && reason === undefined) return refuse<WordingRefusal>('ReasonNeeded');
  const isOwn = context.actor.organisation === said.organisation;
  // A personal link acts as the system after the second press of the person themselves.
  const byLink = context.actor.roles.has('system') && said.channel === 'link';
  const facts = {
    ...said,
    ...firmness.facts,
    channel: said.channel ?? ('app' as const),
    ...(said.person !== undefined || !isOwn ? {} : { person: context.actor.id }),
    acknowledged: isOwn || byLink || said.channel === 'meeting' || said.proof !== undefined,
  };
  const parts = { ...firmness.parts, ...(reason === undefined ? {} : { reason }) };
  return { ok: true, events: [{ verb: 'positionTaken', facts, parts }] };
};

type Settled = {
  readonly verb: 'positionAcknowledged' | 'positionWithdrawn';
  readonly facts: { readonly organisation: string };
};

/** Confirming is for the organisation's own people (or their link); withdrawing also for who may enter for them. */
export const settlePosition = (
  { positions }: Held,
  { organisation }: z.infer<typeof whose>,
  name: 'acknowledge' | 'withdraw',
  context: Context,
): ProcessOutcome<Settled> => {
  const held = own(positions, organisation);
  if (held === undefined) return refuse<WordingRefusal>('NoPosition');
  const isOwn = context.actor.organisation === organisation || context.actor.roles.has('system');
  if (!(isOwn || (name === 'withdraw' && mayEnterFor(organisation, context))))
    return refuse<WordingRefusal>('NotYourOrganisation');
  if (name === 'withdraw')
    return { ok: true, events: [{ verb: 'positionWithdrawn', facts: { organisation } }] };
  return held.acknowledged
    ? { ok: true, events: [] }
    : { ok: true, events: [{ verb: 'positionAcknowledged', facts: { organisation } }] };
};
