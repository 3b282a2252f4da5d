import {
  isJsonObject,
  type JsonObject,
  KEEPERS,
  PARTNERS,
  type PartRef,
  process,
  type Refusal,
  type Role,
  refuse,
  WRITERS,
} from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, freeText, idFact, ordinalFact } from '../fact.ts';
import { type ConfirmedHow, firmnessAsked, firmnessFacts, firmnessOf, trailAfter } from '../wording/index.ts';
import { close, confirm, move, open, recuse, release, type Taken, take } from './decide-decision.ts';
import {
  DECISION_STANCES,
  type Decision,
  type DecisionPosition,
  type DecisionRefusal,
  decisionState,
} from './state.ts';

const json = z.custom<JsonObject>(isJsonObject);
const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/));
const deadline = z.object({ instant, zone: z.string().check(z.regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/)) });
const text = z.object({ entity: idFact, version: ordinalFact });
const stance = z.enum(DECISION_STANCES);
const standing = z.enum(['personal', 'inClearance', 'adReferendum', 'confirmed']);
const channel = z.enum(['app', 'link', 'email', 'paper', 'phone', 'meeting']);
const sector = z.enum(['state', 'private', 'civilSociety', 'science', 'other']);
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const tie = {
  castingVote: z.optional(z.enum(['yes', 'no'])),
  seed: z.optional(z.int().check(z.nonnegative())),
};
const who = { organisation: idFact };
const none = z.object({});
const VOICES: readonly (Role | 'system')[] = [...WRITERS, 'system'];

type Optional = 'person' | 'proof' | 'clearUntil' | 'confirmedHow' | 'confirmedOn';

interface Heard {
  readonly facts: Omit<Taken, Optional> & {
    readonly clearUntil?: string | undefined;
    readonly confirmedHow?: ConfirmedHow | undefined;
    readonly confirmedOn?: string | undefined;
    readonly person?: string | undefined;
    readonly proof?: string | undefined;
  };
  readonly parts: { readonly [part: string]: PartRef };
  readonly actor: string;
  readonly at: string;
  readonly stamp: number | string;
}

const position = (happened: Heard, held: DecisionPosition | undefined): DecisionPosition => {
  const {
    organisation,
    stance: said,
    standing: firm,
    channel: by,
    onBehalf,
    reasoned,
    person,
    proof,
  } = happened.facts;
  const { reason, lift } = happened.parts;
  const firmness = firmnessOf(happened.facts, happened.parts);
  return {
    organisation,
    stance: said,
    standing: firm,
    channel: by,
    onBehalf,
    reasoned,
    enteredBy: happened.actor,
    acknowledged: !onBehalf || by === 'meeting' || (by === 'paper' && proof !== undefined),
    at: happened.at,
    stamp: happened.stamp,
    trail: trailAfter(held),
    ...(firmness === undefined ? {} : { firmness }),
    ...(person === undefined ? {} : { person }),
    ...(proof === undefined ? {} : { proof }),
    ...(reason === undefined ? {} : { reason }),
    ...(lift === undefined ? {} : { lift }),
    ...(held === undefined ? {} : { before: { stance: held.stance, standing: held.standing } }),
  };
};

const optionsIn = (parts: { readonly [part: string]: PartRef }): readonly PartRef[] =>
  Array.from({ length: 20 }, (_, index) => parts[`option${index + 1}`]).filter((part) => part !== undefined);

/**
 * A decision: opened with its rule frozen and shown first, positions until the deadline, closed by the system or the
 * chair with a verdict that the decision engine computes from confirmed positions only. Rules DCS-1 to DCS-13 of SPEC.md.
 */
export const decision = process(decisionState, {
  version: 1,
  circle: PARTNERS,
  labels: { fr: { one: 'décision', many: 'décisions' }, en: { one: 'decision', many: 'decisions' } },
  events: {
    opened: z.object({
      rule: json,
      roll: json,
      deadline,
      proposers: z.array(idFact),
      text: z.optional(text),
      body: z.optional(idFact),
      meeting: z.optional(idFact),
    }),
    positionTaken: z.object({
      ...who,
      stance,
      standing,
      channel,
      onBehalf: z.boolean(),
      reasoned: z.boolean(),
      person: z.optional(idFact),
      proof: z.optional(hash),
      ...firmnessFacts,
    }),
    positionConfirmed: z.object(who),
    positionReleased: z.object(who),
    recused: z.object(who),
    deadlineMoved: z.object({ deadline }),
    closed: z.object({ verdict: json, ...tie }),
    withdrawn: none,
    followedUp: z.object({ commitments: z.array(idFact), reviewOn: z.optional(dayFact) }),
  },
  commands: {
    open: {
      payload: z.object({
        question: freeText(2_000),
        options: z.optional(z.array(freeText(2_000)).check(z.maxLength(20))),
        background: z.optional(freeText(20_000)),
        text: z.optional(text),
        rule: z.optional(idFact),
        body: z.optional(idFact),
        organisations: z.optional(
          z.array(z.object({ organisation: idFact, sector })).check(z.maxLength(500)),
        ),
        proposers: z.optional(z.array(idFact).check(z.maxLength(100))),
        meeting: z.optional(idFact),
        deadline,
      }),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Proposer une décision', en: 'Put a decision' },
    },
    take: {
      payload: z.object({
        ...who,
        stance,
        standing,
        channel,
        person: z.optional(idFact),
        reason: z.optional(freeText(5_000)),
        lift: z.optional(freeText(5_000)),
        proof: z.optional(hash),
        ...firmnessAsked,
      }),
      who: { roles: VOICES },
      labels: { fr: 'Donner notre position', en: 'Give our position' },
    },
    confirm: {
      payload: z.object(who),
      who: { roles: VOICES },
      labels: { fr: 'Confirmer notre position', en: 'Confirm our position' },
    },
    release: {
      payload: z.object(who),
      who: { roles: VOICES },
      labels: { fr: 'Rouvrir notre position', en: 'Reopen our position' },
    },
    recuse: {
      payload: z.object({ ...who, reason: z.optional(freeText(2_000)) }),
      who: { roles: VOICES },
      labels: { fr: 'Se déporter', en: 'Recuse ourselves' },
    },
    move: {
      payload: z.object({ deadline, reason: freeText(2_000) }),
      who: { roles: KEEPERS },
      labels: { fr: 'Changer l’échéance', en: 'Change the deadline' },
    },
    close: {
      payload: z.object(tie),
      who: { roles: [...KEEPERS, 'system'] },
      labels: { fr: 'Clore et dire le résultat', en: 'Close and state the result' },
    },
    withdraw: {
      payload: z.object({ reason: freeText(2_000) }),
      who: { roles: KEEPERS },
      labels: { fr: 'Retirer la proposition', en: 'Withdraw the proposal' },
    },
    followUp: {
      payload: z.object({
        text: z.optional(freeText(10_000)),
        commitments: z.array(idFact).check(z.maxLength(200)),
        reviewOn: z.optional(dayFact),
      }),
      who: { roles: WRITERS },
      labels: { fr: 'Dire les suites', en: 'Say what follows' },
    },
  },
  evolve(state: Decision | undefined, event): Decision | undefined {
    if (event.verb === 'opened') {
      const { rule, roll, deadline: until, proposers, text: about, body, meeting } = event.facts;
      const opened: Decision = {
        question: event.parts['question'] ?? null,
        options: optionsIn(event.parts),
        background: event.parts['background'] ?? null,
        text: about ?? null,
        body: body ?? null,
        meeting: meeting ?? null,
        rule,
        roll,
        proposers,
        deadline: until,
        openedAt: event.at,
        openedBy: event.actor,
        positions: {},
        recused: [],
        moves: [],
        closed: null,
        withdrawn: null,
        followUp: null,
      };
      return state ?? opened;
    }
    if (state === undefined) return undefined;
    switch (event.verb) {
      case 'positionTaken': {
        const { organisation } = event.facts;
        const held = Object.hasOwn(state.positions, organisation) ? state.positions[organisation] : undefined;
        return { ...state, positions: { ...state.positions, [organisation]: position(event, held) } };
      }
      case 'positionConfirmed':
        return confirmed(state, event.facts.organisation, event.at);
      case 'positionReleased': {
        const { [event.facts.organisation]: _released, ...positions } = state.positions;
        return { ...state, positions };
      }
      case 'recused': {
        const { organisation } = event.facts;
        return {
          ...state,
          recused: [...state.recused, { organisation, reason: event.parts['reason'] ?? null }],
        };
      }
      case 'deadlineMoved': {
        const moved = {
          from: state.deadline,
          to: event.facts.deadline,
          reason: event.parts['reason'] ?? null,
        };
        return { ...state, deadline: event.facts.deadline, moves: [...state.moves, moved] };
      }
      case 'closed': {
        const { verdict, castingVote, seed } = event.facts;
        const closed = {
          at: event.at,
          by: event.actor,
          verdict,
          castingVote: castingVote ?? null,
          seed: seed ?? null,
        };
        return { ...state, closed };
      }
      case 'withdrawn':
        return { ...state, withdrawn: { at: event.at, reason: event.parts['reason'] ?? null } };
      case 'followedUp': {
        const { commitments, reviewOn } = event.facts;
        return {
          ...state,
          followUp: { text: event.parts['text'] ?? null, commitments, reviewOn: reviewOn ?? null },
        };
      }
    }
  },
  decide(command, state, view, context) {
    if (command.name === 'open') {
      const opened = open(command.payload, view, context);
      return opened.ok
        ? { ok: true, events: [{ verb: 'opened', facts: opened.facts, parts: opened.parts }] }
        : opened;
    }
    if (state === undefined) return refuse('NotFound');
    switch (command.name) {
      case 'take':
        return take(state, command.payload, context);
      case 'confirm':
        return confirm(state, command.payload.organisation, context);
      case 'release':
        return release(state, command.payload.organisation, context);
      case 'recuse':
        return recuse(state, command.payload.organisation, command.payload.reason, context);
      case 'move':
        return move(state, command.payload.deadline, command.payload.reason, context);
      case 'close':
        return close(state, command.payload, context);
      case 'withdraw':
        if (state.closed !== null) return said('Closed');
        return state.withdrawn === null
          ? {
              ok: true,
              events: [{ verb: 'withdrawn', facts: {}, parts: { reason: command.payload.reason } }],
            }
          : { ok: true, events: [] };
      case 'followUp': {
        if (state.closed === null) return said('NotClosed');
        const { text: words, commitments, reviewOn } = command.payload;
        return {
          ok: true,
          events: [
            {
              verb: 'followedUp',
              facts: { commitments, ...(reviewOn === undefined ? {} : { reviewOn }) },
              parts: words === undefined ? {} : { text: words },
            },
          ],
        };
      }
    }
  },
  due: (state) =>
    state.closed === null && state.withdrawn === null
      ? [{ at: state.deadline.instant, command: 'close', payload: {} }]
      : [],
});

const said = (code: DecisionRefusal): Refusal => refuse<DecisionRefusal>(code);

const confirmed = (state: Decision, organisation: string, at: string): Decision => {
  const held = Object.hasOwn(state.positions, organisation) ? state.positions[organisation] : undefined;
  if (held === undefined) return state;
  const on = at.slice(0, 10);
  // What was said of a confirmation when it was entered for them stays; only the day is filled in.
  const said = held.standing === 'confirmed' ? held.firmness : undefined;
  const firmness = { with: null, until: null, by: null, how: null, ...said, on: said?.on ?? on };
  const trail = held.standing === 'confirmed' ? (held.trail ?? []) : trailAfter(held);
  const firm: DecisionPosition = {
    ...held,
    standing: 'confirmed',
    acknowledged: true,
    trail,
    firmness,
  };
  return { ...state, positions: { ...state.positions, [organisation]: firm } };
};
