import type { FeedEvent } from './event.ts';
import { strike } from './event.ts';
import { slotsToday } from './fold.ts';
import { isObject, type Json } from './json.ts';
import { withheldSlots } from './merge.ts';
import { isPart, strikeParts } from './part.ts';
import { type AnyRecord, slotName } from './record.ts';
import type { Registry } from './registry.ts';
import type { Hash } from './sha256.ts';
import { type Entity, type ProcessEntity, type RecordEntity, stubOf } from './state.ts';

/** What others still see of an entity while somebody whose words it holds is in safety. */
export interface Shade {
  /** The entity as a reader who would see `seen` whole sees it. */
  entity(seen: Entity): Entity;
  /** The event without the words; `undefined` where it is withheld whole, as its digest. */
  event<E extends FeedEvent>(event: E, hash: Hash): E | undefined;
}

/**
 * The shade of an entity for persons in safety; `undefined` where it holds nothing of theirs. A record that is about
 * one of them is withheld and leaves its stub; of one that only names them, the fields go that say something of them.
 * In a process, the words go that stand under their name (in the smallest
 * object that has them as `person`, or under their id as a key); choices, figures and what others said stay. Nothing is
 * erased: without the persons, everything reads as before.
 */
export const shadeOf = (
  nouns: Registry,
  entity: Entity | undefined,
  persons: ReadonlySet<string>,
): Shade | undefined => {
  if (entity === undefined || persons.size === 0) return undefined;
  if (entity.kind === 'record') return shadeOfRecord(nouns.record(entity.type), entity, persons);
  return entity.kind === 'process' ? shadeOfProcess(entity, persons) : undefined;
};

const WITHHELD: Shade = {
  entity: (seen) => (seen.kind === 'record' ? stubOf(seen, seen.circle) : seen),
  event: () => undefined,
};

const shadeOfRecord = (
  declaration: AnyRecord | undefined,
  entity: RecordEntity,
  persons: ReadonlySet<string>,
): Shade | undefined => {
  if (declaration === undefined) return undefined;
  if (declaration.about !== undefined && isNamedIn(entity, declaration.about, persons)) return WITHHELD;
  const fields = new Set(
    Object.entries(declaration.theirs ?? {}).flatMap(([field, theirs]) =>
      theirs !== undefined && isNamedIn(entity, field, persons) ? theirs : [],
    ),
  );
  if (fields.size === 0) return undefined;
  const isTheirs = (slot: string): boolean => fields.has(slotName(slot).field);
  return {
    entity: (seen) =>
      seen.kind === 'record' ? withheldSlots(seen, Object.keys(seen.slots).filter(isTheirs)) : seen,
    event: (event, hash) => {
      const names = Object.keys(event.parts).filter((name) =>
        slotsToday(declaration, event.version, name.split('!')[0] ?? name).some(isTheirs),
      );
      return names.length === 0 ? event : strike(event, new Set(names), hash);
    },
  };
};

/** True where the field names one of them. */
const isNamedIn = (entity: RecordEntity, field: string, persons: ReadonlySet<string>): boolean => {
  const slot = entity.slots[field];
  // A person that was named beside, by somebody who had not seen the other, is named all the same.
  return [slot, ...(slot?.beside ?? [])].some(
    (held) => typeof held?.value === 'string' && persons.has(held.value),
  );
};

const shadeOfProcess = ({ state }: ProcessEntity, persons: ReadonlySet<string>): Shade | undefined => {
  const found: Found = { theirs: [], others: new Set(), named: false };
  gather(state, persons, found, false);
  if (!found.named) return undefined;
  const isWhole = isObject(state) && isUnder(state, persons);
  return {
    entity: (seen) =>
      seen.kind === 'process' ? { ...seen, state: strikeParts(seen.state, found.theirs) } : seen,
    event: (event, hash) => {
      const isTheirs = isWhole || isUnder(event.facts, persons);
      const struck = Object.keys(event.parts).filter(
        (name) =>
          isTheirs ||
          found.theirs.includes(`${name}:${event.seq}`) ||
          // What they said before and nothing holds any more.
          (persons.has(event.actor) && !found.others.has(`${name}:${event.seq}`)),
      );
      return struck.length === 0 ? event : strike(event, new Set(struck), hash);
    },
  };
};

/** The parts of a state, as targets of an erasure: those under the persons' names, and all others. */
interface Found {
  readonly theirs: string[];
  readonly others: Set<string>;
  /** True where one of them stands there under their name at all. */
  named: boolean;
}

const isUnder = (held: { readonly [key: string]: unknown }, persons: ReadonlySet<string>): boolean =>
  typeof held['person'] === 'string' && persons.has(held['person']);

const gather = (value: Json, persons: ReadonlySet<string>, found: Found, own: boolean): void => {
  if (Array.isArray(value)) for (const item of value) gather(item, persons, found, own);
  if (!isObject(value)) return;
  if (isPart(value)) {
    const target = `${value.$part}:${value.at}`;
    if (own) found.theirs.push(target);
    else found.others.add(target);
    return;
  }
  const isTheirs = own || isUnder(value, persons);
  found.named ||= isTheirs;
  for (const [key, member] of Object.entries(value)) {
    found.named ||= persons.has(key);
    gather(member, persons, found, isTheirs || persons.has(key));
  }
};
