import { isWithin } from './circle.ts';
import type { FeedEvent } from './event.ts';
import { isObject, isSafeKey, type JsonObject, own } from './json.ts';
import {
  mergeRemoval,
  mergeSlots,
  type SlotFacts,
  slotFacts,
  strikeSlots,
  type Value,
  written,
} from './merge.ts';
import { type PartRef, partRef, strikeParts } from './part.ts';
import type { AnyProcess } from './process.ts';
import type { AnyRecord } from './record.ts';
import { nounOf, type Registry, verbOf } from './registry.ts';
import {
  type Beside,
  type Entity,
  EXISTS,
  isStamp,
  type RecordEntity,
  type Slot,
  type Stamp,
  type State,
  stubOf,
} from './state.ts';

/** What the fold reads of an event. */
export type Foldable = Pick<
  FeedEvent,
  'seq' | 'type' | 'version' | 'entity' | 'circle' | 'actor' | 'at' | 'facts' | 'parts' | 'erased'
>;

/** One event on its way into an entity. */
interface Step {
  readonly event: Foldable;
  readonly verb: string;
  readonly stamp: Stamp;
}

/** True when a value can be folded at all; what its facts and parts hold is another matter. */
const isFoldable = (event: unknown): event is Foldable =>
  isObject(event) &&
  typeof event['seq'] === 'number' &&
  typeof event['version'] === 'number' &&
  ['type', 'entity', 'circle', 'actor', 'at'].every((key) => typeof event[key] === 'string') &&
  ['facts', 'parts', 'erased'].every((key) => isObject(event[key]));

/** The verbs that every record type knows. */
export const RECORD_VERBS = ['added', 'changed', 'removed', 'left', 'stated', 'withdrawn', 'erased'] as const;

/**
 * Folds one event into the state, in place, and returns the id of the entity it touched. Total: whatever
 * the event holds, it never throws; an ill-timed event changes nothing. At the first event that is no event, or
 * whose noun, verb or version is unknown, the fold of the space stops, since what follows may build on it.
 * `as` is the stamp of what it writes: the event's seq, or for a guess the command's id.
 */
export const evolve = (nouns: Registry, state: State, event: Foldable, as?: Stamp): string | undefined => {
  if (state.stopped !== undefined) return undefined;
  if (!isFoldable(event)) {
    state.stopped = { seq: state.seq + 1, type: '' };
    return undefined;
  }
  const stamp = as ?? event.seq;
  const declaration = nouns.find(nounOf(event.type));
  const verb = verbOf(event.type);
  if (declaration === undefined || event.version > declaration.version || !knows(declaration, verb)) {
    state.stopped = { seq: event.seq, type: event.type };
    return undefined;
  }
  const before = state.entities.get(event.entity);
  if (before !== undefined && before.type !== declaration.name) return advance(state, stamp);
  const after =
    declaration.kind === 'record'
      ? evolveRecord(declaration, before, { event, verb, stamp })
      : evolveProcess(declaration, before, { event, verb, stamp });
  if (after === undefined) state.entities.delete(event.entity);
  else if (after !== before) state.entities.set(event.entity, after);
  advance(state, stamp);
  return event.entity;
};

const advance = (state: State, stamp: Stamp): undefined => {
  if (typeof stamp === 'number') state.seq = stamp;
  return undefined;
};

const knows = (declaration: AnyRecord | AnyProcess, verb: string): boolean =>
  declaration.kind === 'record'
    ? RECORD_VERBS.some((known) => known === verb)
    : verb === 'erased' || declaration.verbs.includes(verb);

/** The slots that an erasure names, by what they are called today. */
const targetsToday = (declaration: AnyRecord, event: Foldable): readonly string[] =>
  targetsOf(event.facts).flatMap((slot) => slotsToday(declaration, event.version, slot));

/** The targets of an erasure; whatever is malformed counts as none. */
export const targetsOf = (facts: JsonObject): readonly string[] => {
  const targets = facts['targets'];
  return Array.isArray(targets)
    ? targets.filter((target): target is string => typeof target === 'string')
    : [];
};

const evolveProcess = (
  declaration: AnyProcess,
  before: Entity | undefined,
  { event, verb, stamp }: Step,
): Entity | undefined => {
  if (before !== undefined && before.kind !== 'process') return before;
  if (verb === 'erased')
    return before && { ...before, at: stamp, state: strikeParts(before.state, targetsOf(event.facts)) };
  const parts: { readonly [part: string]: PartRef } = Object.fromEntries([
    ...Object.entries(event.parts).map(([name, value]) => [name, partRef(name, stamp, value)] as const),
    ...Object.keys(event.erased).map((name) => [name, partRef(name, stamp, undefined)] as const),
  ]);
  const happened = {
    verb,
    facts: event.facts,
    parts,
    entity: event.entity,
    stamp,
    actor: event.actor,
    at: event.at,
  };
  const state = declaration.evolve(before?.state, happened, event.version);
  if (state === undefined) return undefined;
  if (before !== undefined && state === before.state) return before;
  return {
    kind: 'process',
    id: event.entity,
    type: declaration.name,
    circle: before?.circle ?? event.circle,
    at: stamp,
    state,
  };
};

const evolveRecord = (
  declaration: AnyRecord,
  before: Entity | undefined,
  { event, verb, stamp }: Step,
): Entity | undefined => {
  if (verb === 'withdrawn')
    return { kind: 'withdrawn', id: event.entity, type: declaration.name, circle: event.circle };
  if (verb === 'stated') return stated(declaration, event, stamp);
  if (verb === 'added') return before ?? added(declaration, event, stamp);
  if (before?.kind !== 'record') {
    // It was in view again where all readers of the stub read it, and goes from there: the stub goes with it.
    const gone = verb === 'left' && before !== undefined && isWithin(before.circle, event.circle);
    return gone ? undefined : before;
  }
  const { values, facts } = valuesOf(declaration, event);
  switch (verb) {
    case 'changed':
      return mergeSlots(before, stamp, facts, values);
    case 'removed':
      return mergeRemoval(before, stamp, facts);
    case 'erased':
      return strikeSlots(before, stamp, targetsToday(declaration, event));
    default:
      // `left`: the record goes from this circle; whoever reads its new one gets `stated` next.
      return before.shadow === undefined ? undefined : stubOf(before, before.shadow);
  }
};

const bare = (declaration: AnyRecord, event: Foldable, stamp: Stamp): RecordEntity => ({
  kind: 'record',
  id: event.entity,
  type: declaration.name,
  circle: event.circle,
  slots: { [EXISTS]: { at: stamp, value: true } },
});

const added = (declaration: AnyRecord, event: Foldable, stamp: Stamp): RecordEntity => {
  const { values, facts } = valuesOf(declaration, event);
  return mergeSlots(bare(declaration, event, stamp), stamp, facts, values);
};

/** A slot as `stated` names it: with the stamp of an alternative behind `!`. */
const splitName = (name: string): readonly [slot: string, alternative: string] => {
  const split = name.indexOf('!');
  return split > 0 ? [name.slice(0, split), name.slice(split)] : [name, ''];
};

/** What one stored value is in today's format: none, one or several slots. */
const upcastValue = (declaration: AnyRecord, version: number, stored: Value): readonly Value[] => {
  const steps = (declaration.upcasts ?? []).filter(
    (step) => step.from >= version && step.from < declaration.version,
  );
  let values: readonly Value[] = [stored];
  for (const step of [...steps].sort((a, b) => a.from - b.from))
    values = values.flatMap(([name, value, erased]) => {
      const [slot, alternative] = splitName(name);
      return step.slots(slot, value).map(([to, next]): Value => [to + alternative, next, erased]);
    });
  return values;
};

/** What a slot that was written in `version` is called today: for what is struck from older events. */
export const slotsToday = (declaration: AnyRecord, version: number, slot: string): readonly string[] =>
  upcastValue(declaration, version, [slot, undefined, true]).map(([name]) => name);

/** The values an event writes, in today's format, with what its facts say of them. */
interface Written {
  readonly values: readonly Value[];
  readonly facts: SlotFacts;
  /** The name under which the event itself speaks of a slot. */
  readonly origin: (slot: string) => string;
}

/** A slot made from another one takes over its facts. Names through which a prototype is reached are no slots. */
const valuesOf = (declaration: AnyRecord, event: Foldable, markers: readonly string[] = []): Written => {
  const stored: readonly Value[] = [
    ...Object.entries(event.parts).map(([slot, value]): Value => [slot, value, false]),
    ...[...Object.keys(event.erased), ...markers].map((slot): Value => [slot, undefined, true]),
  ];
  const origins = new Map<string, string>();
  const values = stored
    .filter(([name]) => isSafeKey(splitName(name)[0]))
    .flatMap((one) => {
      const made = upcastValue(declaration, event.version, one);
      for (const [to] of made) origins.set(to, one[0]);
      return made;
    });
  const origin = (slot: string): string => origins.get(slot) ?? slot;
  const facts = slotFacts(event.facts);
  return {
    values,
    origin,
    facts: {
      base: (slot) => facts.base(origin(slot)),
      rev: (slot) => facts.rev(origin(slot)),
      of: (slot) => facts.of(origin(slot)),
      settles: (slot) => facts.settles(origin(slot)),
    },
  };
};

/** Current values with their stamps, as `stated` tells them; `slot!stamp` is an alternative that waits for a choice. */
const stated = (declaration: AnyRecord, event: Foldable, stamp: Stamp): RecordEntity => {
  const { stamps, markers, shadow } = event.facts;
  const marked = Array.isArray(markers) ? markers.filter((name) => typeof name === 'string') : [];
  const { values, facts, origin } = valuesOf(declaration, event, marked);
  const held = new Map<string, Slot>();
  const beside = new Map<string, Beside[]>();
  for (const [name, value, erased] of values) {
    const kept = isObject(stamps) ? own(stamps, origin(name)) : undefined;
    const one = written([name, value, erased], isStamp(kept) ? kept : stamp, facts);
    const [slot, alternative] = splitName(name);
    if (alternative === '') held.set(slot, one);
    else beside.set(slot, [...(beside.get(slot) ?? []), one]);
  }
  const slots = [...held].map(([name, slot]): readonly [string, Slot] => {
    const others = beside.get(name);
    return [name, others === undefined ? slot : { ...slot, beside: others }];
  });
  return {
    ...bare(declaration, event, stamp),
    slots: { [EXISTS]: { at: stamp, value: true }, ...Object.fromEntries(slots) },
    ...(typeof shadow === 'string' ? { shadow } : {}),
  };
};

/** Folds events in order. */
export const fold = (nouns: Registry, state: State, events: Iterable<Foldable>): State => {
  for (const event of events) evolve(nouns, state, event);
  return state;
};
