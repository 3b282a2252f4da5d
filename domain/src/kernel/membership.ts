import * as z from 'zod/mini';
import { isNamed, PARTNERS } from './circle.ts';
import { date } from './field.ts';
import { circleState, isSince, type Member, memberState, type NamedCircle } from './membership-state.ts';
import { partRef } from './part.ts';
import { type Actor, ROLES, WRITERS } from './policy.ts';
import { type Happened, type ProcessOutcome, process } from './process.ts';
import { type KernelRefusal, refuse } from './refusal.ts';
import type { Stamp } from './state.ts';
import type { View } from './view.ts';

const DATE = date();
const roles = z.array(z.enum(ROLES)).check(z.minLength(1), z.maxLength(ROLES.length));
const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
const terms = z.object({
  roles,
  organisation: z.optional(id),
  /** For an outside helper: the circles named in the invitation. */
  circles: z.optional(z.array(id).check(z.maxLength(20))),
  /** For an outside helper: the last day, ISO date. */
  until: z.optional(z.string().check(z.refine((day) => day.length === 10 && DATE.is(day)))),
});
const none = z.object({});

/** Who is in a space and in which role. The entity's id is the person's id. */
export const member = process(memberState, {
  version: 1,
  circle: PARTNERS,
  labels: { fr: { one: 'membre', many: 'membres' }, en: { one: 'member', many: 'members' } },
  events: { joined: terms, changed: terms, left: none },
  commands: {
    join: {
      payload: terms,
      who: { roles: ['system', 'secretariat'] },
      creates: true,
      labels: { fr: 'Faire entrer', en: 'Let in' },
    },
    rejoin: {
      payload: terms,
      who: { roles: ['system', 'secretariat'] },
      labels: { fr: 'Faire revenir', en: 'Let back in' },
    },
    change: {
      payload: terms,
      who: { roles: ['system', 'secretariat'] },
      labels: { fr: 'Changer de rôle', en: 'Change role' },
    },
    leave: {
      payload: none,
      who: { roles: ['system', 'secretariat'], own: [...WRITERS, 'observer'] },
      labels: { fr: 'Quitter', en: 'Leave' },
    },
  },
  evolve(state: Member | undefined, event): Member | undefined {
    switch (event.verb) {
      case 'joined':
        return { ...compact(event.facts), since: event.stamp, active: true };
      case 'changed':
        return state && { ...compact(event.facts), since: state.since, active: state.active };
      case 'left':
        return state && { ...state, active: false };
    }
  },
  decide(command, state, _view, context) {
    if (command.name !== 'leave' && !opensOnlyOwn(command.payload.circles, state, context.actor))
      return refuse<KernelRefusal>('NotAReader');
    switch (command.name) {
      case 'join':
        return { ok: true, events: [{ verb: 'joined', facts: command.payload }] };
      case 'rejoin':
        return { ok: true, events: state?.active ? [] : [{ verb: 'joined', facts: command.payload }] };
      case 'change':
        return { ok: true, events: [{ verb: 'changed', facts: command.payload }] };
      case 'leave':
        return { ok: true, events: state?.active ? [{ verb: 'left', facts: {} }] : [] };
    }
  },
  owner: (_state, entity) => entity,
  due: (state) =>
    state.active && state.until !== undefined
      ? [{ at: `${state.until}T23:59:59.999Z`, command: 'leave', payload: {} }]
      : [],
});

/**
 * Only somebody who reads a circle opens it to others; what a member already has stays theirs, and what
 * somebody had who left does not come back by itself.
 */
const opensOnlyOwn = (
  circles: readonly string[] | undefined,
  state: Member | undefined,
  actor: Actor,
): boolean =>
  (circles ?? []).every(
    (circle) =>
      actor.circles.has(circle) || (state?.active === true && (state.circles ?? []).includes(circle)),
  );

type Terms = z.infer<typeof terms>;
/** Optional facts are either there or not: never `undefined`. */
const compact = (facts: Terms): Omit<Member, 'since' | 'active'> => ({
  roles: facts.roles,
  ...(facts.organisation === undefined ? {} : { organisation: facts.organisation }),
  ...(facts.circles === undefined ? {} : { circles: facts.circles }),
  ...(facts.until === undefined ? {} : { until: facts.until }),
});

/** Adds a reader; a stamp per reader tells whether they have left the space since. */
const withReader = (state: NamedCircle, person: string, stamp: Stamp): NamedCircle => ({
  ...state,
  readers: { ...state.readers, [person]: stamp },
});

/** Named circles. The entity's id is the circle's id, and the entity lives in that circle. */
export const circle = process(circleState, {
  version: 1,
  circle: PARTNERS,
  labels: { fr: { one: 'cercle', many: 'cercles' }, en: { one: 'circle', many: 'circles' } },
  events: {
    opened: z.object({
      purpose: z.enum(['group', 'protected', 'other']),
      readers: z.array(id).check(z.minLength(1), z.maxLength(500)),
    }),
    readerAdded: z.object({ person: id }),
    readerRemoved: z.object({ person: id }),
  },
  commands: {
    open: {
      payload: z.object({
        purpose: z.enum(['group', 'protected', 'other']),
        readers: z.array(id).check(z.minLength(1), z.maxLength(500)),
        name: z.string().check(z.minLength(1), z.maxLength(300)),
      }),
      who: { roles: [...WRITERS, 'system'] },
      creates: true,
      ownCircle: true,
      labels: { fr: 'Ouvrir un cercle', en: 'Open a circle' },
    },
    admit: {
      payload: z.object({ person: id }),
      who: { roles: [...WRITERS, 'observer'] },
      labels: { fr: 'Ajouter une personne', en: 'Add a person' },
    },
    dismiss: {
      payload: z.object({ person: id }),
      who: { roles: [...WRITERS, 'observer'] },
      labels: { fr: 'Retirer une personne', en: 'Remove a person' },
    },
  },
  evolve(state: NamedCircle | undefined, event): NamedCircle | undefined {
    switch (event.verb) {
      case 'opened': {
        const opened: NamedCircle = {
          purpose: event.facts.purpose,
          readers: Object.fromEntries(event.facts.readers.map((person) => [person, event.stamp])),
          name: event.parts['name'] ?? partRef('name', event.stamp, undefined),
        };
        return state ?? opened;
      }
      case 'readerAdded':
        return state && withReader(state, event.facts.person, event.stamp);
      case 'readerRemoved': {
        if (state === undefined) return undefined;
        const { [event.facts.person]: _gone, ...readers } = state.readers;
        return { ...state, readers };
      }
    }
  },
  decide(command, state, view) {
    switch (command.name) {
      case 'open':
        // Its id is the circle's name: `core` would open the core group to whoever asks.
        if (!isNamed(command.entity)) return refuse<KernelRefusal>('IdTaken');
        return {
          ok: true,
          events: [
            {
              verb: 'opened',
              facts: { purpose: command.payload.purpose, readers: command.payload.readers },
              parts: { name: command.payload.name },
            },
          ],
        };
      case 'admit':
        return { ok: true, events: [{ verb: 'readerAdded', facts: command.payload }] };
      case 'dismiss':
        return dismiss(state, command.payload.person, view);
    }
  },
});

/** True when the list still opens the circle to this person: an active member, listed since they last joined. */
const stillReads = (view: View, person: string, added: Stamp): boolean => {
  const entity = view.get(person);
  if (entity?.kind !== 'process' || entity.type !== 'member') return false;
  const held = memberState.read(entity.state);
  return held.active && isSince(held.since, added);
};

const dismiss = (
  state: NamedCircle | undefined,
  person: string,
  view: View,
): ProcessOutcome<{ verb: 'readerRemoved'; facts: { person: string } }> => {
  if (state === undefined || !Object.hasOwn(state.readers, person)) return { ok: true, events: [] };
  const others = Object.entries(state.readers).filter(([reader]) => reader !== person);
  if (!others.some(([reader, added]) => stillReads(view, reader, added)))
    return refuse<KernelRefusal>('LastReader');
  return { ok: true, events: [{ verb: 'readerRemoved', facts: { person } }] };
};

/** What the kernel itself declares. */
export const MEMBERSHIP = [member, circle] as const;
/** An event of membership as `evolve` gets it (for projections). */
export type MembershipEvent = Happened;
