import { isWithin } from './circle.ts';
import type { FeedEvent } from './event.ts';
import { isObject, type JsonObject } from './json.ts';
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

/** The verbs that every record type knows. */
export const RECORD_VERBS = ['added', 'changed', 'removed', 'left', 'stated', 'withdrawn', 'erased'] as const;

/**
 * Folds one event into the state, in place, and returns the id of the entity it touched. Total: whatever
 * the event holds, it never throws; an ill-timed event changes nothing. At the first event whose noun, verb
 * or version is unknown the fold of the space stops, since what follows may build on it.
 * `stamp` is the event's seq, or the command's id for a guess.
 */
export const evolve = (
  nouns: Registry,
  state: State,
  event: Foldable,
  stamp: Stamp = event.seq,
): string | undefined => {
  if (state.stopped !== undefined) return undefined;
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
  const parts: Record<string, PartRef> = {};
  for (const [name, value] of Object.entries(event.parts)) parts[name] = partRef(name, stamp, value);
  for (const name of Object.keys(event.erased)) parts[name] = partRef(name, stamp, undefined);
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
      return strikeSlots(before, stamp, targetsOf(event.facts));
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

/** The values an event writes, in today's format; a slot made from another one takes over its facts. */
const valuesOf = (
  declaration: AnyRecord,
  event: Foldable,
): { values: readonly Value[]; facts: SlotFacts } => {
  const facts = slotFacts(event.facts);
  const stored: Value[] = [
    ...Object.entries(event.parts).map(([slot, value]): Value => [slot, value, false]),
    ...Object.keys(event.erased).map((slot): Value => [slot, undefined, true]),
  ];
  const steps = (declaration.upcasts ?? []).filter(
    (step) => step.from >= event.version && step.from < declaration.version,
  );
  if (steps.length === 0) return { values: stored, facts };
  const origin = new Map<string, string>();
  let values = stored;
  for (const step of [...steps].sort((a, b) => a.from - b.from)) {
    values = values.flatMap(([slot, value, erased]) =>
      step.slots(slot, value).map(([to, next]): Value => {
        origin.set(to, origin.get(slot) ?? slot);
        return [to, next, erased];
      }),
    );
  }
  const from = (slot: string): string => origin.get(slot) ?? slot;
  return {
    values,
    facts: {
      base: (slot) => facts.base(from(slot)),
      rev: (slot) => facts.rev(from(slot)),
      of: (slot) => facts.of(from(slot)),
      settles: (slot) => facts.settles(from(slot)),
    },
  };
};

const isStamp = (value: unknown): value is Stamp => typeof value === 'number' || typeof value === 'string';

/** Current values with their stamps, as `stated` tells them; `slot!stamp` is an alternative that waits for a choice. */
const stated = (declaration: AnyRecord, event: Foldable, stamp: Stamp): RecordEntity => {
  const stamps = event.facts['stamps'];
  const markers = event.facts['markers'];
  const { values, facts } = valuesOf(declaration, event);
  const marked = Array.isArray(markers) ? markers.filter((name) => typeof name === 'string') : [];
  const all: Value[] = [...values, ...marked.map((slot): Value => [slot, undefined, true])];
  const slots: Record<string, Slot> = {};
  const beside: Record<string, Beside[]> = {};
  for (const [name, value, erased] of all) {
    const own = isObject(stamps) && Object.hasOwn(stamps, name) ? stamps[name] : undefined;
    const held = written([name, value, erased], isStamp(own) ? own : stamp, facts);
    const split = name.indexOf('!');
    if (split > 0) (beside[name.slice(0, split)] ??= []).push(held);
    else slots[name] = held;
  }
  for (const [name, others] of Object.entries(beside)) {
    const slot = slots[name];
    if (slot !== undefined) slots[name] = { ...slot, beside: others };
  }
  const shadow = event.facts['shadow'];
  return {
    ...bare(declaration, event, stamp),
    slots: { [EXISTS]: { at: stamp, value: true }, ...slots },
    ...(typeof shadow === 'string' ? { shadow } : {}),
  };
};

/** Folds events in order. */
export const fold = (nouns: Registry, state: State, events: Iterable<Foldable>): State => {
  for (const event of events) evolve(nouns, state, event);
  return state;
};
