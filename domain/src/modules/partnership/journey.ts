import {
  type Json,
  KEEPERS,
  PARTNERS,
  type PartRef,
  type ProcessOutcome,
  partRef,
  process,
  refuse,
  type Stamp,
} from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { freeText, idFact, ordinalFact } from '../fact.ts';
import {
  type Cycle,
  cycleOf,
  type Journey,
  type JourneyRefusal,
  journeyState,
  type SetAside,
} from './journey-state.ts';
import { isRoom, type Phase, ROOMS } from './room.ts';

const phase = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const earlier = z.union([z.literal(1), z.literal(2)]);
const condition = z.string().check(z.regex(/^[a-z][A-Za-z0-9.]{0,59}$/));
const rooms = z.array(z.enum(ROOMS)).check(z.maxLength(40));
const none = z.object({});
const decision = z.optional(idFact);
const reason = freeText(2_000);

/** The way of a partnership through phases and cycles: it records and explains, and blocks nothing. */
export const journey = process(journeyState, {
  version: 1,
  circle: PARTNERS,
  labels: { fr: { one: 'parcours', many: 'parcours' }, en: { one: 'journey', many: 'journeys' } },
  events: {
    began: none,
    entered: z.object({ phase }),
    setAside: z.object({ condition }),
    takenUp: z.object({ condition }),
    returned: z.object({ phase: earlier, reopened: rooms, standing: rooms, decision }),
    continued: z.object({ phase, decision }),
    ended: z.object({ decision }),
  },
  commands: {
    begin: {
      payload: none,
      who: { roles: [...KEEPERS, 'system'] },
      creates: true,
      labels: { fr: 'Commencer', en: 'Begin' },
    },
    enter: {
      payload: z.object({ phase, cycle: z.optional(ordinalFact) }),
      who: { roles: KEEPERS },
      labels: { fr: 'Passer à la phase', en: 'Enter the phase' },
    },
    setAside: {
      payload: z.object({ condition, reason }),
      who: { roles: KEEPERS },
      labels: { fr: 'Laisser de côté, avec raison', en: 'Set aside, with reason' },
    },
    takeUp: {
      payload: z.object({ condition }),
      who: { roles: KEEPERS },
      labels: { fr: 'Reprendre', en: 'Take up again' },
    },
    goBack: {
      payload: z.object({
        phase: earlier,
        reason,
        reopened: rooms,
        standing: rooms,
        cycle: z.optional(ordinalFact),
        decision,
      }),
      who: { roles: KEEPERS },
      labels: { fr: 'Revenir à une phase', en: 'Go back to a phase' },
    },
    goOn: {
      payload: z.object({ phase, reason, cycle: z.optional(ordinalFact), decision }),
      who: { roles: KEEPERS },
      labels: { fr: 'Poursuivre', en: 'Continue' },
    },
    end: {
      payload: z.object({ words: reason, cycle: z.optional(ordinalFact), decision }),
      who: { roles: KEEPERS },
      labels: { fr: 'Terminer le partenariat', en: 'End the partnership' },
    },
  },
  evolve(state: Journey | undefined, event): Journey | undefined {
    if (event.verb === 'began') return state ?? begun(event.at, event.stamp);
    if (state === undefined) return undefined;
    const part = (name: string): PartRef => event.parts[name] ?? partRef(name, event.stamp, undefined);
    switch (event.verb) {
      case 'entered':
        return withPhase(state, event.facts.phase);
      case 'setAside': {
        const aside: SetAside = {
          reason: part('reason'),
          by: event.actor,
          at: event.at,
          cycle: cycleOf(state),
        };
        return { ...state, setAside: { ...state.setAside, [event.facts.condition]: aside } };
      }
      case 'takenUp': {
        const { [event.facts.condition]: _taken, ...rest } = state.setAside;
        return { ...state, setAside: rest };
      }
      case 'returned':
      case 'continued': {
        const { facts, at, stamp } = event;
        const back = event.verb === 'returned' ? event.facts : { reopened: [], standing: [] };
        return opened(state, {
          number: cycleOf(state) + 1,
          opened: event.verb,
          phase: facts.phase,
          from: state.phase,
          entered: [facts.phase],
          reopened: back.reopened,
          standing: back.standing,
          decision: facts.decision ?? null,
          reason: part('reason'),
          at,
          stamp,
        });
      }
      case 'ended':
        return state.ended
          ? state
          : {
              ...state,
              ended: { at: event.at, decision: event.facts.decision ?? null, words: part('words') },
            };
    }
  },
  decide(command, state, view) {
    if (command.name === 'begin') {
      for (const _other of view.list('journey')) return refuse<JourneyRefusal>('AlreadyBegun');
      return { ok: true, events: [{ verb: 'began', facts: {} }] };
    }
    if (state === undefined) return { ok: true, events: [] };
    const { payload } = command;
    if ('cycle' in payload && payload.cycle !== undefined && payload.cycle !== cycleOf(state))
      return refuse<JourneyRefusal>('CycleMoved', { cycle: cycleOf(state) });
    switch (command.name) {
      case 'enter':
        return enter(state, command.payload.phase);
      case 'setAside': {
        const { condition: id, reason: why } = command.payload;
        return { ok: true, events: [{ verb: 'setAside', facts: { condition: id }, parts: { reason: why } }] };
      }
      case 'takeUp':
        return Object.hasOwn(state.setAside, command.payload.condition)
          ? { ok: true, events: [{ verb: 'takenUp', facts: { condition: command.payload.condition } }] }
          : { ok: true, events: [] };
      case 'goBack':
        return goBack(state, command.payload);
      case 'goOn': {
        const { phase: to, reason: why, decision: by } = command.payload;
        return {
          ok: true,
          events: [{ verb: 'continued', facts: { phase: to, ...given(by) }, parts: { reason: why } }],
        };
      }
      case 'end':
        if (state.ended !== null) return refuse<JourneyRefusal>('AlreadyEnded');
        return {
          ok: true,
          events: [
            {
              verb: 'ended',
              facts: given(command.payload.decision),
              parts: { words: command.payload.words },
            },
          ],
        };
    }
  },
});

const given = (by: string | undefined): { decision?: string } => (by === undefined ? {} : { decision: by });

const begun = (at: string, stamp: Stamp): Journey => ({
  phase: 1,
  cycles: [
    {
      number: 1,
      opened: 'began',
      phase: 1,
      from: null,
      entered: [1],
      reopened: [],
      standing: [],
      decision: null,
      reason: null,
      at,
      stamp,
    },
  ],
  setAside: {},
  ended: null,
});

const withPhase = (state: Journey, to: Phase): Journey => {
  const cycles = state.cycles.map((cycle, index) =>
    index < state.cycles.length - 1 || cycle.entered.includes(to)
      ? cycle
      : { ...cycle, entered: [...cycle.entered, to] },
  );
  return { ...state, phase: to, cycles };
};

/** Going back or on reopens what had ended: an end is a state of the record, not its lock. */
const opened = (state: Journey, cycle: Cycle): Journey => ({
  ...state,
  phase: cycle.phase,
  cycles: [...state.cycles, cycle],
  ended: null,
});

const enter = (state: Journey, to: Phase): ProcessOutcome<{ verb: 'entered'; facts: { phase: Phase } }> => {
  if (state.ended !== null) return refuse<JourneyRefusal>('AlreadyEnded');
  if (to === state.phase) return { ok: true, events: [] };
  if (to < state.phase && to <= 2) return refuse<JourneyRefusal>('UseReturn', { phase: to });
  return { ok: true, events: [{ verb: 'entered', facts: { phase: to } }] };
};

interface Back {
  readonly phase: 1 | 2;
  readonly reason: string;
  readonly reopened: readonly string[];
  readonly standing: readonly string[];
  readonly decision?: string | undefined;
}

type Returned = {
  readonly verb: 'returned';
  readonly facts: {
    readonly phase: 1 | 2;
    readonly reopened: (typeof ROOMS)[number][];
    readonly standing: (typeof ROOMS)[number][];
    readonly decision?: string;
  };
  readonly parts: { readonly [part: string]: Json };
};

/** What is both reopened and said to stand counts as reopened: the wider question wins. */
const goBack = (state: Journey, back: Back): ProcessOutcome<Returned> => {
  if (back.reopened.length === 0) return refuse<JourneyRefusal>('NothingToReopen');
  if (back.phase > state.phase) return refuse<JourneyRefusal>('UseReturn', { phase: back.phase });
  const reopened = [...new Set(back.reopened)].filter(isRoom);
  const standing = [...new Set(back.standing)].filter(isRoom).filter((room) => !reopened.includes(room));
  return {
    ok: true,
    events: [
      {
        verb: 'returned',
        facts: { phase: back.phase, reopened, standing, ...given(back.decision) },
        parts: { reason: back.reason },
      },
    ],
  };
};
