import {
  type Entity,
  isPresent,
  type Json,
  type RecordEntity,
  type Slot,
  slotName,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { merger } from './merger.ts';

/** Which actor stands for which: from the one that joined to the one that stays, over as many steps as it takes. */
export type Survivors = ReadonlyMap<string, string>;

/** The mergers in the order of their ids: the same for everybody, whatever order they arrived in. */
const mergersIn = (view: View): readonly RecordEntity[] =>
  [...view.list('merger')]
    .filter((entity): entity is RecordEntity => entity.kind === 'record' && isPresent(entity))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * Who stands for whom, as far as the view shows it. A merger that would close a ring (two devices merged the same two
 * the other way round) says nothing, nor does one whose survivor is removed: nobody vanishes.
 */
export const survivorsIn = (view: View): Survivors => {
  const next = new Map<string, string>();
  const last = (id: string): string => {
    let at = id;
    for (let step = next.get(at); step !== undefined; step = next.get(at)) at = step;
    return at;
  };
  for (const entity of mergersIn(view)) {
    const from = valueOf(merger, entity, 'from');
    const into = valueOf(merger, entity, 'into');
    if (from === undefined || into === undefined || next.has(from)) continue;
    const survivor = view.get(into);
    if (survivor === undefined || !isPresent(survivor) || last(into) === from) continue;
    next.set(from, into);
  }
  return new Map([...next.keys()].map((from) => [from, last(from)]));
};

const pointed = (survivors: Survivors, value: Json | undefined): string | undefined =>
  typeof value === 'string' ? survivors.get(value) : undefined;

/** The record with its references led to the survivors; the same object when it has none to lead. */
const led = (entity: RecordEntity, survivors: Survivors): RecordEntity => {
  const changed: Record<string, Slot> = {};
  const gone = new Set<string>();
  for (const [name, slot] of Object.entries(entity.slots)) {
    const { field, element } = slotName(name);
    const target = element === undefined ? pointed(survivors, slot.value) : survivors.get(element);
    if (target === undefined) continue;
    if (element === undefined) changed[name] = { ...slot, value: target };
    else {
      gone.add(name);
      const held = entity.slots[`${field}#${target}`];
      if (slot.value === true && held?.value !== true) changed[`${field}#${target}`] = slot;
    }
  }
  if (Object.keys(changed).length + gone.size === 0) return entity;
  const kept = Object.entries(entity.slots).filter(([name]) => !gone.has(name));
  return { ...entity, slots: { ...Object.fromEntries(kept), ...changed } };
};

/**
 * The view in which merged actors are one: the one that joined is in no list, its id leads to the one that stays, and
 * references in records name the one that stays. Votes and positions stay as they were given, under the survivor's
 * name. Costs one walk over the mergers at the first question, nothing where there are none.
 */
export const withMergers = (view: View): View => {
  let found: Survivors | undefined;
  const survivors = (): Survivors => {
    found ??= survivorsIn(view);
    return found;
  };
  const shown = (entity: Entity): Entity =>
    entity.kind === 'record' && entity.type !== 'merger' && survivors().size > 0
      ? led(entity, survivors())
      : entity;
  return {
    circle: view.circle,
    ...(view.isSettled ? { isSettled: true } : {}),
    get: (id) => {
      const entity = view.get(survivors().get(id) ?? id);
      return entity && shown(entity);
    },
    list: (type) =>
      survivors().size === 0
        ? view.list(type)
        : [...view.list(type)].filter(({ id }) => !survivors().has(id)).map(shown),
  };
};
