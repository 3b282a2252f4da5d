import { isPresent, type Json, type RecordEntity, type View } from '@tablee/domain/kernel';
import { type Brought, readBrought } from '@tablee/domain/modules/register';
import type { PersonalItem } from '@tablee/domain/protocol';
import type { PersonalStore } from '#sync/personal.ts';

/** The most rows that one entry remembers; a longer import is remembered in several. */
export const MOST_KEPT = 20_000;
/** For how many days an import can be undone. */
const DAYS = 90;

/** One that is kept, with the instant at which it was. */
export interface KeptBrought {
  readonly id: string;
  readonly at: string;
  readonly brought: Brought;
}

/** Keeps what an act brought, for ninety days or until it is undone. Resolves with its id. */
export const keepBrought = (
  personal: PersonalStore,
  what: Omit<Brought, 'act' | 'moved'> & Partial<Pick<Brought, 'act' | 'moved'>>,
): Promise<string> => {
  const expires = new Date(Date.now() + DAYS * 86_400_000).toISOString().slice(0, 10);
  const value = { act: 'import', moved: [], ...what } satisfies Brought;
  // Ids, numbers and what a form has already checked as JSON.
  return personal.put('draft', { brought: JSON.parse(JSON.stringify(value)) }, expires);
};

/** What can still be undone, the last first. */
export const broughtIn = (items: readonly PersonalItem[]): readonly KeptBrought[] =>
  items
    .filter((item) => item.kind === 'draft')
    .flatMap(({ id, value, changedAt }) => {
      const brought = readBrought(value);
      return brought === undefined ? [] : [{ id, at: changedAt, brought }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));

/** True while a record still holds only what one event wrote: nobody has changed, translated or moved it since. */
export const isUntouched = (entity: RecordEntity): boolean =>
  new Set(Object.values(entity.slots).map((slot) => slot.at)).size === 1;

/** What undoing would do now: records to remove, slots to give back, and what stays because it was changed since. */
export interface UndoPlan {
  readonly remove: readonly RecordEntity[];
  readonly restore: readonly {
    readonly entity: RecordEntity;
    readonly slots: { readonly [slot: string]: Json };
  }[];
  /** The records that stay, by what they are now. */
  readonly stays: readonly RecordEntity[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Compares what an act brought with what is there now. */
export const undoPlan = (view: View, { added, filled }: Brought): UndoPlan => {
  const record = (id: string): RecordEntity | undefined => {
    const entity = view.get(id);
    return entity?.kind === 'record' && entity.id === id && isPresent(entity) ? entity : undefined;
  };
  const held = added.flatMap(({ entities }) => entities.flatMap((id) => record(id) ?? []));
  const slots = new Map<string, { entity: RecordEntity; slots: { [slot: string]: Json } }>();
  const changed = new Set<RecordEntity>();
  for (const { entity: id, slot, value, before } of filled) {
    const entity = record(id);
    if (entity === undefined) continue;
    if (!same(entity.slots[slot]?.value, value)) {
      changed.add(entity);
      continue;
    }
    const group = slots.get(id) ?? { entity, slots: {} };
    // Kept as JSON by `keepBrought`.
    group.slots[slot] = (before ?? null) as Json;
    slots.set(id, group);
  }
  return {
    remove: held.filter(isUntouched),
    restore: [...slots.values()],
    stays: [...held.filter((entity) => !isUntouched(entity)), ...changed],
  };
};
