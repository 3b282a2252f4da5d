import type { Circle } from './circle.ts';
import { INSTANT } from './field.ts';
import { isJsonObject, isObject, type Json, type JsonObject, own } from './json.ts';
import { type Entity, EXISTS, isStamp, openConflicts, type RecordEntity, type Stamp } from './state.ts';

/** What somebody asks of a space. Never changed once issued: a retry carries the same content. */
export interface Command {
  readonly id: string;
  readonly space: string;
  /** Noun and imperative: `actor.change`. */
  readonly type: string;
  readonly entity: string;
  /** The circle in which its author saw the entity, or in which a new one is to live. */
  readonly circle: Circle;
  readonly payload: JsonObject;
  /** For each slot it writes, the stamp of the value that its author saw when the form opened. */
  readonly base: { readonly [slot: string]: Stamp };
  /** The device's clock; shown, never used by a rule. */
  readonly saidAt: string;
}

const ID = /^[a-z0-9][a-z0-9-]{0,59}$/;

/**
 * True when a value from outside has the shape of a command: ids, a type, JSON without prototype names, and a
 * `saidAt` that is an instant (it stays in the envelope for ever, so it may not carry a text).
 */
export const isCommand = (value: unknown): value is Command =>
  isObject(value) &&
  ['id', 'space', 'entity', 'circle'].every((key) => typeof value[key] === 'string' && ID.test(value[key])) &&
  typeof value['type'] === 'string' &&
  /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(value['type']) &&
  typeof value['saidAt'] === 'string' &&
  INSTANT.test(value['saidAt']) &&
  isJsonObject(value['payload']) &&
  isJsonObject(value['base']) &&
  Object.values(value['base']).every(isStamp);

/** What every command of one form has in common. */
export interface Ticket {
  readonly id: string;
  readonly space: string;
  readonly saidAt: string;
}

/** Where a new thing goes, or where its author saw it. */
export interface InCircle {
  readonly entity: string;
  readonly circle: Circle;
}

/** Adds a record under a new id (at least 96 random bits, made outside the domain) in a circle that its author reads. */
export const addRecord = (
  ticket: Ticket,
  noun: string,
  { entity, circle }: InCircle,
  slots: { readonly [slot: string]: Json },
): Command => ({ ...ticket, type: `${noun}.add`, entity, circle, payload: { slots }, base: {} });

const stampsOf = (entity: RecordEntity, slots: readonly string[]): { [slot: string]: Stamp } => {
  const base: Record<string, Stamp> = {};
  for (const slot of slots) {
    const held = own(entity.slots, slot);
    if (held !== undefined) base[slot] = held.at;
  }
  return base;
};

/**
 * Changes a record as its author saw it: pass the entity that the form opened, not the current one, or
 * somebody's unseen change would be overwritten. A translation names the revision of the source that it
 * translates, unless the source is written with it: then it translates what is written.
 */
export const changeRecord = (
  ticket: Ticket,
  seen: RecordEntity,
  slots: { readonly [slot: string]: Json },
): Command => {
  const of: Record<string, Stamp> = {};
  for (const slot of Object.keys(slots)) {
    const split = slot.indexOf('@');
    const field = slot.slice(0, split);
    const source = split > 0 && !Object.hasOwn(slots, field) ? own(seen.slots, field) : undefined;
    if (source !== undefined) of[slot] = source.rev ?? source.at;
  }
  return {
    ...ticket,
    type: `${seen.type}.change`,
    entity: seen.id,
    circle: seen.circle,
    payload: { slots, ...(Object.keys(of).length > 0 ? { of } : {}) },
    base: stampsOf(seen, Object.keys(slots)),
  };
};

/** Settles the open conflict of one slot: the chosen value, naming every alternative that was seen. */
export const settleRecord = (ticket: Ticket, seen: RecordEntity, slot: string, value: Json): Command => ({
  ...ticket,
  type: `${seen.type}.change`,
  entity: seen.id,
  circle: seen.circle,
  payload: {
    slots: { [slot]: value },
    settles: { [slot]: (seen.slots[slot]?.beside ?? []).map((other) => other.at) },
  },
  base: stampsOf(seen, [slot]),
});

/** Removes a record; in conflict when anything in it was written unseen. */
export const removeRecord = (ticket: Ticket, seen: RecordEntity): Command => ({
  ...ticket,
  type: `${seen.type}.remove`,
  entity: seen.id,
  circle: seen.circle,
  payload: {},
  base: stampsOf(seen, Object.keys(seen.slots)),
});

/** The slots that a command writes: a removal writes existence. */
const writtenBy = ({ type, payload }: Command): readonly string[] => {
  const { slots } = payload;
  if (isObject(slots)) return Object.keys(slots);
  return type.endsWith('.remove') ? [EXISTS] : [];
};

/**
 * Undoes the author's own last change: the slots that `undone` wrote get what they held in `before`, with their
 * revisions; other slots are not touched. `before` is the record as it stood when `undone` was issued, `after`
 * as it stands now. Undoing an addition removes, undoing a removal brings back. An erased value stays away.
 */
export const undoRecord = (
  ticket: Ticket,
  before: RecordEntity | undefined,
  after: RecordEntity,
  undone: Command,
): Command => {
  if (before === undefined) return removeRecord(ticket, after);
  const changed = writtenBy(undone);
  const slots: Record<string, Json> = {};
  const rev: Record<string, Stamp> = {};
  const of: Record<string, Stamp> = {};
  for (const slot of changed) {
    const held = own(before.slots, slot);
    slots[slot] = held?.value ?? null;
    if (held !== undefined && slot !== EXISTS) rev[slot] = held.rev ?? held.at;
    if (held?.of !== undefined) of[slot] = held.of;
  }
  return {
    ...ticket,
    type: `${after.type}.undo`,
    entity: after.id,
    circle: after.circle,
    payload: { slots, rev, of, undone: undone.id },
    base: stampsOf(after, changed),
  };
};

/** Moves a record to another circle. */
export const moveRecord = (ticket: Ticket, seen: RecordEntity, to: Circle): Command => ({
  ...ticket,
  type: `${seen.type}.move`,
  entity: seen.id,
  circle: seen.circle,
  payload: { to },
  base: {},
});

/** A command of a process, such as `decision.open`, with the payload that its declaration names. */
export const processCommand = (
  ticket: Ticket,
  type: string,
  { entity, circle }: InCircle,
  payload: JsonObject,
): Command => ({ ...ticket, type, entity, circle, payload, base: {} });

/** True when a record may go to a wider circle: no alternative waits for a choice. */
export const isSettled = (entity: Entity): boolean => openConflicts(entity).length === 0;
