import { type Circle, canRead, type Reader } from './circle.ts';
import type { Json } from './json.ts';

/**
 * Where a value comes from: the seq of its event or, on a device, the id of the author's own command
 * that still waits. 0 stands for "nothing was there".
 */
export type Stamp = number | string;

/** True for what can stand as a stamp, in facts and bases that came from outside. */
export const isStamp = (value: unknown): value is Stamp =>
  typeof value === 'number' || typeof value === 'string';

/** A value that was written without its author having seen the current one. */
export interface Beside {
  readonly at: Stamp;
  readonly value?: Json;
  readonly rev?: Stamp;
  readonly of?: Stamp;
  readonly erased?: true;
}

/** A register: one value with its stamp, and the alternatives that wait for a choice. */
export interface Slot extends Beside {
  readonly beside?: readonly Beside[];
}

/** The slots of a record by name: `name`, `body` (source text), `body@en` (translation), `languages#fr` (element). */
export type Slots = { readonly [slot: string]: Slot };

/** The slot that says whether a record exists: true once added, false once removed. */
export const EXISTS = '~exists';

/** A record: content by slots. */
export interface RecordEntity {
  readonly kind: 'record';
  readonly id: string;
  readonly type: string;
  readonly circle: Circle;
  readonly slots: Slots;
  /** Put in safety from this circle: its readers see "content withdrawn" as long as they do not read `circle`. */
  readonly shadow?: Circle;
}

/** A process: state of its own, written by its own `evolve` alone. */
export interface ProcessEntity {
  readonly kind: 'process';
  readonly id: string;
  readonly type: string;
  readonly circle: Circle;
  /** The stamp of the last event. */
  readonly at: Stamp;
  readonly state: Json;
}

/** What is left in view of a record that was put in safety: nothing but that. */
export interface WithdrawnEntity {
  readonly kind: 'withdrawn';
  readonly id: string;
  readonly type: string;
  readonly circle: Circle;
}

/** One thing in a space. */
export type Entity = RecordEntity | ProcessEntity | WithdrawnEntity;

/** The least that the fold needs of a collection; a device lays a second one over the first for its guesses. */
export interface Entities {
  get(id: string): Entity | undefined;
  set(id: string, entity: Entity): void;
  delete(id: string): void;
  values(): Iterable<Entity>;
  /** Those of a type, in the order of `values`, where they are found without walking over all; a device has them so. */
  ofType?(type: string): Iterable<Entity>;
}

/** The entities of a type, in the order of `values`. */
export function* ofType(entities: Entities, type: string): Iterable<Entity> {
  if (entities.ofType !== undefined) yield* entities.ofType(type);
  else for (const entity of entities.values()) if (entity.type === type) yield entity;
}

/** A space, folded: mutated in place, entities replaced, never a copy per event. */
export interface State {
  readonly entities: Entities;
  /** The last event folded, or passed over as withheld. */
  seq: number;
  /** Set at the first unknown event: nothing after it is folded. */
  stopped?: { readonly seq: number; readonly type: string };
}

/** A space without events. */
export const emptyState = (): State => ({ entities: new Map<string, Entity>(), seq: 0 });

/** The open conflicts of a record: names of the slots that have alternatives. */
export const openConflicts = (entity: Entity): readonly string[] =>
  entity.kind === 'record'
    ? Object.keys(entity.slots).filter((name) => (entity.slots[name]?.beside?.length ?? 0) > 0)
    : [];

/** True for a record that was added and is not removed, for any process; false for what was withdrawn. */
export const isPresent = (entity: Entity): boolean => {
  if (entity.kind === 'record') return entity.slots[EXISTS]?.value === true;
  return entity.kind === 'process';
};

/** The integer of the snapshot's format: another one means fetch again, never upcast. */
export const SNAPSHOT_FORMAT = 1;

/** What a reader may see of a space at `seq`. */
export interface Snapshot {
  readonly format: number;
  readonly space: string;
  readonly seq: number;
  readonly entities: readonly Entity[];
}

/** What is left in view of `entity` in the circle it was put in safety from. */
export const stubOf = (entity: RecordEntity, shadow: Circle): WithdrawnEntity => ({
  kind: 'withdrawn',
  id: entity.id,
  type: entity.type,
  circle: shadow,
});

/** The entity as `reader` may see it: whole, as a stub, or not at all. */
export const seenBy = (entity: Entity, reader: Reader): Entity | undefined => {
  if (canRead(reader, entity.circle)) return entity;
  if (entity.kind !== 'record' || entity.shadow === undefined) return undefined;
  return canRead(reader, entity.shadow) ? stubOf(entity, entity.shadow) : undefined;
};

/** The reader's snapshot: equal to the fold of the events they may see. Entities are ordered by id. */
export const snapshotOf = (state: State, space: string, reader: Reader): Snapshot => ({
  format: SNAPSHOT_FORMAT,
  space,
  seq: state.seq,
  entities: [...state.entities.values()]
    .map((entity) => seenBy(entity, reader))
    .filter((entity) => entity !== undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
});

/** Opens a snapshot; `undefined` when its format is another one. */
export const openSnapshot = (snapshot: Snapshot): State | undefined => {
  if (snapshot.format !== SNAPSHOT_FORMAT) return undefined;
  const entities = new Map(snapshot.entities.map((entity) => [entity.id, entity]));
  return { entities, seq: snapshot.seq };
};
