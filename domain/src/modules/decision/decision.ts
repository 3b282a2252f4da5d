import {
  type EventOf,
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
import {
  channelFact,
  dayFact,
  freeText,
  hashFact,
  idFact,
  momentFact,
  ordinalFact,
  sectorFact,
  standingFact,
} from '../fact.ts';
import { firmnessAsked, firmnessFacts, firmnessOf, trailAfter } from '../wording/index.ts';
import { close, confirm, move, open, recuse, release, take } from './decide-decision.ts';
import {
  DECISION_STANCES,
  type Decision,
  type DecisionPosition,
  type DecisionRefusal,
  decisionState,
} from './state.ts';

const json = z.custom<JsonObject>(isJsonObject);
const text = z.object({ entity: idFact, version: ordinalFact });
const stance = z.enum(DECISION_STANCES);
const tie = {
  castingVote: z.optional(z.enum(['yes', 'no'])),
  seed: z.optional(z.int().check(z.nonnegative())),
};
const who = { organisation: idFact };
const none = z.object({});
const VOICES: readonly (Role | 'system')[] = [...WRITERS, 'system'];

const EVENTS = {
  opened: z.object({
    rule: json,
    roll: json,
    deadline: momentFact,
    proposers: z.array(idFact),
    text: z.optional(text),
    body: z.optional(idFact),
    meeting: z.optional(idFact),
  }),
  positionTaken: z.object({
    ...who,
    stance,
    standing: standingFact,
    channel: channelFact,
    onBehalf: z.boolean(),
    reasoned: z.boolean(),
    person: z.optional(idFact),
    proof: z.optional(hashFact),
    ...firmnessFacts,
  }),
  positionConfirmed: z.object(who),
  positionReleased: z.object(who),
  recused: z.object(who),
  deadlineMoved: z.object({ deadline: momentFact }),
  closed: z.object({ verdict: json, ...tie }),
  withdrawn: none,
  followedUp: z.object({ commitments: z.array(idFact), reviewOn: z.optional(dayFact) }),
};

const position = (
  happened: EventOf<typeof EVENTS, 'positionTaken'>,
  held: DecisionPosition | undefined,
): DecisionPosition => {
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
  events: EVENTS,
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
          z.array(z.object({ organisation: idFact, sector: sectorFact })).check(z.maxLength(500)),
        ),
        proposers: z.optional(z.array(idFact).check(z.maxLength(100))),
        meeting: z.optional(idFact),
        deadline: momentFact,
      }),
      who: { roles: WRITERS },
      creates: true,
      labels: { fr: 'Proposer une décision', en: 'Put a decision' },
    },
    take: {
      payload: z.object({
        ...who,
        stance,
        standing: standingFact,
        channel: channelFact,
        person: z.optional(idFact),
        reason: z.optional(freeText(5_000)),
        lift: z.optional(freeText(5_000)),
        proof: z.optional(hashFact),
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
      payload: z.object({ deadline: momentFact, reason: freeText(2_000) }),
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
    if (event.verb === 'opened') return state ?? opened(event);
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
      case 'closed':
        return { ...state, closed: closedBy(event) };
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

const opened = ({ facts, parts, at, actor }: EventOf<typeof EVENTS, 'opened'>): Decision => ({
  question: parts['question'] ?? null,
  options: optionsIn(parts),
  background: parts['background'] ?? null,
  text: facts.text ?? null,
  body: facts.body ?? null,
  meeting: facts.meeting ?? null,
  rule: facts.rule,
  roll: facts.roll,
  proposers: facts.proposers,
  deadline: facts.deadline,
  openedAt: at,
  openedBy: actor,
  positions: {},
  recused: [],
  moves: [],
  closed: null,
  withdrawn: null,
  followUp: null,
});

const closedBy = ({ facts, at, actor }: EventOf<typeof EVENTS, 'closed'>): Decision['closed'] => ({
  at,
  by: actor,
  verdict: facts.verdict,
  castingVote: facts.castingVote ?? null,
  seed: facts.seed ?? null,
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
