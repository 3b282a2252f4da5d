import { isObject, type Json, type JsonObject, own } from './json.ts';
import {
  type Beside,
  EXISTS,
  isStamp,
  type RecordEntity,
  type Slot,
  type Slots,
  type Stamp,
} from './state.ts';

/** What a record event says of the slots it writes; all by slot name. */
export interface SlotFacts {
  /** The stamp its author saw; absent = nothing was there. */
  readonly base: (slot: string) => Stamp;
  /** The text revision, when it is not the event itself (undo, `stated`). */
  readonly rev: (slot: string) => Stamp | undefined;
  /** For a translation: the revision of the source that it translates. */
  readonly of: (slot: string) => Stamp | undefined;
  /** The stamps of the alternatives that this change settles. */
  readonly settles: (slot: string) => readonly Stamp[];
}

const lookup = (facts: JsonObject, group: string): { readonly [key: string]: unknown } => {
  const found = Object.hasOwn(facts, group) ? facts[group] : undefined;
  return isObject(found) ? found : {};
};

/** Reads a record event's facts; whatever is malformed counts as absent. */
export const slotFacts = (facts: JsonObject): SlotFacts => {
  const [base, rev, of, settles] = ['base', 'rev', 'of', 'settles'].map((group) => lookup(facts, group));
  const stamp = (from: { readonly [key: string]: unknown } | undefined, slot: string): Stamp | undefined => {
    const found = from !== undefined && Object.hasOwn(from, slot) ? from[slot] : undefined;
    return isStamp(found) ? found : undefined;
  };
  return {
    base: (slot) => stamp(base, slot) ?? 0,
    rev: (slot) => stamp(rev, slot),
    of: (slot) => stamp(of, slot),
    settles: (slot) => {
      const found = settles !== undefined && Object.hasOwn(settles, slot) ? settles[slot] : undefined;
      return Array.isArray(found) ? found.filter(isStamp) : [];
    },
  };
};

/** One slot that an event writes: its value, or that it was erased. */
export type Value = readonly [slot: string, value: Json | undefined, erased: boolean];

/** The value as a slot holds it: null and absent are the same, an erased part is a marker. */
export const written = ([slot, value, erased]: Value, at: Stamp, facts: SlotFacts): Beside => {
  const of = facts.of(slot);
  return {
    at,
    ...(erased ? { erased: true as const } : value === null || value === undefined ? {} : { value }),
    ...withRev(at, facts.rev(slot)),
    ...(of === undefined ? {} : { of }),
  };
};

/** A translation that is written together with its source translates that source. */
const withSource = (next: Beside, slot: string, facts: SlotFacts, sources: ReadonlySet<string>): Beside => {
  const field = slot.slice(0, slot.indexOf('@'));
  if (next.of !== undefined || !slot.includes('@') || !sources.has(field)) return next;
  return { ...next, of: facts.rev(field) ?? next.at };
};

const withRev = (at: Stamp, rev: Stamp | undefined): { readonly rev?: Stamp } =>
  rev === undefined || rev === at ? {} : { rev };

/**
 * The one merge rule. Same base: the value is set. Another base: it is kept beside, and the current value
 * stays in use. A choice is an ordinary change that names the alternatives it settles. No rule here reads
 * the value itself, so that folding before or after an erasure gives the same state.
 */
export const merge = (slot: Slot | undefined, next: Beside, base: Stamp, settles: readonly Stamp[]): Slot => {
  const current = slot?.at ?? 0;
  const left = (slot?.beside ?? []).filter((other) => !settles.includes(other.at));
  if (slot === undefined || current === base) return left.length > 0 ? { ...next, beside: left } : next;
  const { beside: _beside, ...kept } = slot;
  return { ...kept, beside: [...left, next] };
};

/** The record with the given slots written, each merged by the one rule. */
export const mergeSlots = (
  entity: RecordEntity,
  at: Stamp,
  facts: SlotFacts,
  values: readonly Value[],
): RecordEntity => {
  const slots: Record<string, Slot> = { ...entity.slots };
  const sources = new Set(values.map(([slot]) => slot));
  for (const [slot, value, erased] of values) {
    if (slot === EXISTS) continue;
    const next = withSource(written([slot, value, erased], at, facts), slot, facts, sources);
    slots[slot] = merge(own(slots, slot), next, facts.base(slot), facts.settles(slot));
  }
  return { ...entity, slots: withExistence(slots, at, facts, values) };
};

/** A choice about existence travels in the same command; else a change to what was removed asks for one. */
const withExistence = (
  slots: Record<string, Slot>,
  at: Stamp,
  facts: SlotFacts,
  values: readonly Value[],
): Slots => {
  const exists = slots[EXISTS];
  const choice = values.find(([slot]) => slot === EXISTS);
  if (choice !== undefined) {
    const next: Beside = { at, value: choice[1] === true };
    return { ...slots, [EXISTS]: merge(exists, next, facts.base(EXISTS), facts.settles(EXISTS)) };
  }
  if (exists === undefined || exists.value !== false) return slots;
  return { ...slots, [EXISTS]: merge(exists, { at, value: true }, 0, []) };
};

/** A removal: a slot like any other, in conflict when anything was written that its author had not seen. */
export const mergeRemoval = (entity: RecordEntity, at: Stamp, facts: SlotFacts): RecordEntity => {
  const unseen = Object.entries(entity.slots).some(([slot, held]) => held.at !== facts.base(slot));
  const exists = entity.slots[EXISTS];
  const next: Beside = { at, value: false };
  const base = unseen ? 'unseen' : (exists?.at ?? 0);
  return {
    ...entity,
    slots: { ...entity.slots, [EXISTS]: merge(exists, next, base, facts.settles(EXISTS)) },
  };
};

const strikeOne = (held: Beside): Beside => ({
  at: held.at,
  ...(held.rev === undefined ? {} : { rev: held.rev }),
  ...(held.of === undefined ? {} : { of: held.of }),
  erased: true,
});

/**
 * The record with the targeted slots turned into markers, current value and alternatives. The marker takes
 * the erasure's stamp, so that a change made before it, without seeing it, lands beside and not in its place.
 */
export const strikeSlots = (entity: RecordEntity, at: Stamp, targets: readonly string[]): RecordEntity => {
  const slots: Record<string, Slot> = { ...entity.slots };
  for (const name of targets) {
    const slot = Object.hasOwn(slots, name) ? slots[name] : undefined;
    if (slot === undefined || name === EXISTS) continue;
    slots[name] = marker({ ...slot, at });
  }
  return { ...entity, slots };
};

const marker = (slot: Slot): Slot => {
  const beside = slot.beside?.map(strikeOne);
  return { ...strikeOne(slot), ...(beside === undefined ? {} : { beside }) };
};

/** The record with the slots of these names as markers that keep their stamps: what is left to fold without their values. */
export const withheldSlots = (entity: RecordEntity, names: readonly string[]): RecordEntity => {
  const slots = names.flatMap((name): readonly (readonly [string, Slot])[] => {
    const slot = entity.slots[name];
    return slot === undefined ? [] : [[name, marker(slot)]];
  });
  return { ...entity, slots: { ...entity.slots, ...Object.fromEntries(slots) } };
};
