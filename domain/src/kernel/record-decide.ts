import { canRead, isWider, isWithin } from './circle.ts';
import type { Command } from './command.ts';
import type { Draft } from './event.ts';
import { isObject, type Json, type JsonObject, own } from './json.ts';
import type { Outcome } from './outcome.ts';
import type { Answered, Context } from './process.ts';
import { type AnyRecord, fieldOfSlot, isActed, slotName, translationSlot } from './record.ts';
import { type KernelRefusal, type Refusal, refuse } from './refusal.ts';
import type { RecordCommand } from './registry.ts';
import { type Entity, EXISTS, isStamp, openConflicts, type RecordEntity, type Stamp } from './state.ts';

/** The largest number of rows of one import command: one append, one answer. */
export const IMPORT_ROWS = 500;
const MAX_SLOTS = 500;

const refusal = (code: KernelRefusal, detail?: Json): Refusal => refuse<KernelRefusal>(code, detail);

/** A record command and what its decider may see. */
export interface RecordCase {
  readonly declaration: AnyRecord;
  readonly command: Command;
  /** The record; absent for a new one. */
  readonly entity: Entity | undefined;
  /** True when an id is in use anywhere in the space. */
  readonly isTaken: (id: string) => boolean;
  readonly context: Context;
}

/** The rules of records: one decider for every record type. */
export const decideRecord = (
  { declaration, command, entity, isTaken, context }: RecordCase,
  name: RecordCommand,
): Outcome => {
  if (name === 'add') return add(declaration, command, isTaken);
  if (name === 'import') return importRows(declaration, command, isTaken);
  if (entity?.kind !== 'record') return refusal('NotFound');
  switch (name) {
    case 'change':
      return change(declaration, command, entity, context);
    case 'undo':
      return undo(declaration, command, entity, context);
    case 'remove':
      return remove(declaration, command, entity, context);
    case 'move':
      return move(declaration, command, entity, context);
    case 'protect':
      return protect(declaration, command, entity, context);
    case 'erase':
      return erase(declaration, command, entity);
  }
};

/** Which record, and in which circle the event lives. */
interface Where {
  readonly id: string;
  readonly circle: string;
}

const draft = (
  declaration: AnyRecord,
  verb: string,
  where: Where,
  content: Pick<Draft, 'facts' | 'parts'>,
): Draft => ({
  type: `${declaration.name}.${verb}`,
  version: declaration.version,
  entity: where.id,
  circle: where.circle,
  ...content,
});

type Checked = { readonly ok: true; readonly slots: JsonObject } | Refusal;

/** Each value parsed by its field; null clears. All that is wrong is named at once. */
const check = (declaration: AnyRecord, slots: unknown): Checked => {
  if (!isObject(slots) || Object.keys(slots).length > MAX_SLOTS)
    return refusal('Invalid', [{ path: 'slots', expected: 'slots', limit: MAX_SLOTS }]);
  const parsed: Record<string, Json> = {};
  const wrong: Json[] = [];
  for (const [slot, value] of Object.entries(slots)) {
    if (slot === EXISTS && typeof value === 'boolean') parsed[slot] = value;
    else {
      const result = checkSlot(declaration, slot, value);
      if ('wrong' in result) wrong.push(result.wrong);
      else parsed[slot] = result.value;
    }
  }
  return wrong.length > 0 ? refusal('Invalid', wrong) : { ok: true, slots: parsed };
};

const checkSlot = (
  declaration: AnyRecord,
  slot: string,
  value: unknown,
): { value: Json } | { wrong: Json } => {
  const field = fieldOfSlot(declaration, slot);
  if (field === undefined) return { wrong: { path: slot, expected: 'knownField' } };
  if (value === null) return { value: null };
  if (isActed(declaration, slotName(slot).field)) return { wrong: { path: slot, expected: 'act' } };
  const parsed = field.parse(value);
  if (!parsed.ok)
    return {
      wrong: {
        path: slot,
        expected: parsed.expected,
        ...(parsed.limit === undefined ? {} : { limit: parsed.limit }),
      },
    };
  const { language } = slotName(slot);
  const wrongLanguage =
    language !== undefined && isObject(parsed.value) && own(parsed.value, 'lang') !== language;
  return wrongLanguage ? { wrong: { path: slot, expected: 'language' } } : { value: parsed.value };
};

const add = (declaration: AnyRecord, command: Command, isTaken: RecordCase['isTaken']): Outcome => {
  if (isTaken(command.entity)) return refusal('IdTaken');
  const checked = check(declaration, command.payload['slots']);
  if (!checked.ok) return checked;
  return {
    ok: true,
    events: [
      draft(
        declaration,
        'added',
        { id: command.entity, circle: command.circle },
        { facts: {}, parts: withoutNulls(checked.slots) },
      ),
    ],
  };
};

const withoutNulls = (slots: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(slots).filter(([slot, value]) => value !== null && slot !== EXISTS));

const importRows = (declaration: AnyRecord, command: Command, isTaken: RecordCase['isTaken']): Outcome => {
  const rows = command.payload['rows'];
  if (!Array.isArray(rows) || rows.length > IMPORT_ROWS)
    return refusal('Invalid', [{ path: 'rows', expected: 'rows', limit: IMPORT_ROWS }]);
  const events: Draft[] = [];
  const wrong: Json[] = [];
  const seen = new Set<string>();
  rows.forEach((row: Json, index) => {
    const entity = isObject(row) ? row['entity'] : undefined;
    const checked = check(declaration, isObject(row) ? row['slots'] : undefined);
    if (
      typeof entity !== 'string' ||
      !/^[a-z0-9]{16,40}$/.test(entity) ||
      seen.has(entity) ||
      isTaken(entity)
    )
      wrong.push({ row: index, path: 'entity', expected: 'newId' });
    else if (!checked.ok) wrong.push({ row: index, wrong: checked.detail ?? null });
    else {
      seen.add(entity);
      events.push(
        draft(
          declaration,
          'added',
          { id: entity, circle: command.circle },
          { facts: {}, parts: withoutNulls(checked.slots) },
        ),
      );
    }
  });
  return wrong.length > 0 ? refusal('Invalid', wrong) : { ok: true, events };
};

const inRange = (stamp: Stamp, answer: Answered | undefined): boolean =>
  typeof stamp === 'number' && typeof answer === 'object' && stamp >= answer.from && stamp <= answer.to;

/** The base as a stamp of the ledger: the current one when the author's own command wrote it. */
const resolve = (base: Stamp, current: Stamp, context: Context): Stamp => {
  if (typeof base === 'number' || base === current) return base;
  const answer = context.answered(base);
  if (inRange(current, answer)) return current;
  // Accepted without an event: what its author saw was never in the ledger, and `to` is somebody else's.
  return typeof answer === 'object' && answer.from <= answer.to ? answer.to : base;
};

const bases = (
  command: Command,
  entity: RecordEntity,
  slots: readonly string[],
  context: Context,
): { [slot: string]: Stamp } => {
  const resolved: Record<string, Stamp> = {};
  for (const slot of slots) {
    const base = resolve(own(command.base, slot) ?? 0, entity.slots[slot]?.at ?? 0, context);
    if (base !== 0) resolved[slot] = base;
  }
  return resolved;
};

const stampsIn = (command: Command, group: string): { readonly [slot: string]: Stamp } => {
  const found = command.payload[group];
  if (!isObject(found)) return {};
  const stamps: Record<string, Stamp> = {};
  for (const [slot, stamp] of Object.entries(found)) if (isStamp(stamp)) stamps[slot] = stamp;
  return stamps;
};

/**
 * For each translation that is written, the revision it translates, as a stamp of the ledger. Names of other
 * slots are not taken over: facts are never erased, so nothing free may get into them.
 */
const revisions = (
  command: Command,
  entity: RecordEntity,
  slots: readonly string[],
  context: Context,
): { [slot: string]: Stamp } => {
  const of: Record<string, Stamp> = {};
  for (const [slot, stamp] of Object.entries(stampsIn(command, 'of'))) {
    if (!slots.includes(slot)) continue;
    const source = entity.slots[slotName(slot).field];
    of[slot] = resolve(stamp, source?.rev ?? source?.at ?? 0, context);
  }
  return of;
};

const settled = (command: Command, entity: RecordEntity, context: Context): JsonObject => {
  const settles = command.payload['settles'];
  if (!isObject(settles)) return {};
  const named: Record<string, Json> = {};
  for (const [slot, stamps] of Object.entries(settles)) {
    if (!Array.isArray(stamps)) continue;
    const beside = own(entity.slots, slot)?.beside ?? [];
    const hit = beside.filter((other) =>
      stamps.some((stamp: unknown) => isStamp(stamp) && resolve(stamp, other.at, context) === other.at),
    );
    if (hit.length > 0) named[slot] = hit.map((other) => other.at);
  }
  return named;
};

const compact = (facts: { readonly [group: string]: JsonObject }): JsonObject =>
  Object.fromEntries(Object.entries(facts).filter(([, group]) => Object.keys(group).length > 0));

const change = (
  declaration: AnyRecord,
  command: Command,
  entity: RecordEntity,
  context: Context,
): Outcome => {
  const checked = check(declaration, command.payload['slots']);
  if (!checked.ok) return checked;
  const names = Object.keys(checked.slots);
  if (names.length === 0) return { ok: true, events: [] };
  const facts = compact({
    base: bases(command, entity, names, context),
    of: revisions(command, entity, names, context),
    settles: settled(command, entity, context),
  });
  return {
    ok: true,
    events: [draft(declaration, 'changed', entity, { facts, parts: checked.slots })],
  };
};

/** Only what the undone command itself wrote, and only where that is still the current value. */
const undo = (declaration: AnyRecord, command: Command, entity: RecordEntity, context: Context): Outcome => {
  const checked = check(declaration, command.payload['slots']);
  if (!checked.ok) return checked;
  const { undone } = command.payload;
  if (typeof undone !== 'string') return refusal('Invalid', [{ path: 'undone', expected: 'command' }]);
  const names = Object.keys(checked.slots);
  if (names.length === 0) return { ok: true, events: [] };
  const answer = context.answered(undone);
  const isCurrent = (slot: string): boolean => {
    const at = own(entity.slots, slot)?.at ?? 0;
    return at === undone || inRange(at, answer);
  };
  const changed = names.filter((slot) => !isCurrent(slot));
  if (changed.length > 0) return refusal('ChangedSince', changed);
  const base = bases(command, entity, names, context);
  const ledger = (group: string): { [slot: string]: Stamp } =>
    Object.fromEntries(
      Object.entries(stampsIn(command, group))
        .filter(([slot]) => names.includes(slot))
        .map(([slot, stamp]) => [slot, resolve(stamp, 0, context)]),
    );
  const facts = compact({ base, rev: ledger('rev'), of: ledger('of') });
  return {
    ok: true,
    events: [draft(declaration, 'changed', entity, { facts, parts: checked.slots })],
  };
};

const remove = (
  declaration: AnyRecord,
  command: Command,
  entity: RecordEntity,
  context: Context,
): Outcome => {
  if (entity.slots[EXISTS]?.value === false) return { ok: true, events: [] };
  const facts = compact({
    base: bases(command, entity, Object.keys(entity.slots), context),
    settles: settled(command, entity, context),
  });
  return { ok: true, events: [draft(declaration, 'removed', entity, { facts, parts: {} })] };
};

/** The record's slots as `stated` carries them: values as parts, stamps as facts, alternatives as `slot!stamp`. */
const restate = (declaration: AnyRecord, entity: RecordEntity, to: string, from = entity.shadow): Draft => {
  const parts: Record<string, Json> = {};
  const stamps: Record<string, Stamp> = {};
  const rev: Record<string, Stamp> = {};
  const of: Record<string, Stamp> = {};
  const markers: string[] = [];
  for (const [name, slot] of Object.entries(entity.slots))
    for (const held of [slot, ...(slot.beside ?? [])]) {
      const part = held === slot ? name : `${name}!${held.at}`;
      stamps[part] = held.at;
      if (held.rev !== undefined) rev[part] = held.rev;
      if (held.of !== undefined) of[part] = held.of;
      if (held.erased) markers.push(part);
      else parts[part] = held.value ?? null;
    }
  // Readers of the circle it was put in safety from keep the stub, unless all of them read the new circle.
  const shadow = from === undefined || isWithin(from, to) ? {} : { shadow: from };
  const facts = { ...compact({ stamps, rev, of }), ...(markers.length > 0 ? { markers } : {}), ...shadow };
  return draft(declaration, 'stated', { id: entity.id, circle: to }, { facts, parts });
};

const move = (declaration: AnyRecord, command: Command, entity: RecordEntity, context: Context): Outcome => {
  const to = command.payload['to'];
  if (typeof to !== 'string') return refusal('Invalid', [{ path: 'to', expected: 'circle' }]);
  if (to === entity.circle) return { ok: true, events: [] };
  if (!canRead(context.actor, to)) return refusal('NotAReader');
  const open = openConflicts(entity);
  if (isWider(entity.circle, to) && open.length > 0) return refusal('SettleFirst', open);
  return {
    ok: true,
    events: [draft(declaration, 'left', entity, { facts: {}, parts: {} }), restate(declaration, entity, to)],
  };
};

/** Puts a record in safety: `withdrawn` where it was, whole in a circle of those who may still read it. */
const protect = (
  declaration: AnyRecord,
  command: Command,
  entity: RecordEntity,
  context: Context,
): Outcome => {
  const to = command.payload['to'];
  if (typeof to !== 'string') return refusal('Invalid', [{ path: 'to', expected: 'circle' }]);
  if (!canRead(context.actor, to)) return refusal('NotAReader');
  if (to === entity.circle) return { ok: true, events: [] };
  if (isWithin(entity.circle, to)) return refusal('Invalid', [{ path: 'to', expected: 'narrowerCircle' }]);
  const verb = entity.shadow === undefined ? 'withdrawn' : 'left';
  const gone = draft(declaration, verb, entity, { facts: {}, parts: {} });
  return {
    ok: true,
    events: [{ ...gone, anonymous: true }, restate(declaration, entity, to, entity.shadow ?? entity.circle)],
  };
};

const erase = (declaration: AnyRecord, command: Command, entity: RecordEntity): Outcome => {
  const targets = command.payload['targets'];
  if (!Array.isArray(targets) || targets.length === 0)
    return refusal('Invalid', [{ path: 'targets', expected: 'slots' }]);
  const slots = targets.filter(
    (target): target is string =>
      typeof target === 'string' && Object.hasOwn(entity.slots, target) && target !== EXISTS,
  );
  if (slots.length !== targets.length) return refusal('Invalid', [{ path: 'targets', expected: 'slots' }]);
  // A translation says the same again: it goes with its source.
  const all = new Set(slots.flatMap((slot) => [slot, ...translationSlots(entity, slot)]));
  if ([...all].every((slot) => isErasedSlot(entity, slot))) return refusal('AlreadyErased');
  return {
    ok: true,
    events: [draft(declaration, 'erased', entity, { facts: { targets: [...all] }, parts: {} })],
  };
};

const translationSlots = (entity: RecordEntity, slot: string): readonly string[] =>
  Object.keys(entity.slots).filter((other) => other.startsWith(translationSlot(slot, '')));

/** True when neither the value nor any alternative beside it is left. */
const isErasedSlot = (entity: RecordEntity, name: string): boolean => {
  const slot = entity.slots[name];
  return slot !== undefined && [slot, ...(slot.beside ?? [])].every((held) => held.erased === true);
};
