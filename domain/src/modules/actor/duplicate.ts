import { perView, type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import { recordsIn } from '../reading/index.ts';
import { actor } from './actor.ts';
import { nameKeys } from './name.ts';

/** Two actors whose names are the same but for accents, case and signs, or nearly so. */
export interface Duplicate {
  readonly a: string;
  readonly b: string;
  readonly names: readonly [string, string];
}

/** All actors by the keys of their names, each list in the order of ids. */
const actorsByKey = perView((view): ReadonlyMap<string, readonly RecordEntity[]> => {
  const found = new Map<string, RecordEntity[]>();
  for (const entity of recordsIn(view, 'actor'))
    for (const key of nameKeys(valueOf(actor, entity, 'name') ?? '')) {
      const held = found.get(key);
      if (held === undefined) found.set(key, [entity]);
      else held.push(entity);
    }
  return found;
});

/** Actors whose name reads like the given one (see {@link nameKeys}), in the order of ids. */
export const likelyDuplicates = (view: View, name: string): readonly RecordEntity[] => {
  const keys = nameKeys(name);
  if (keys.length === 0) return [];
  const byKey = actorsByKey(view);
  const found = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
  return [...found].sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** Every pair of actors that looks like the same one twice, each later one with the first of its kind. */
export const duplicates = (view: View): readonly Duplicate[] => {
  const first = new Map<string, RecordEntity>();
  const pairs = new Map<string, Duplicate>();
  for (const entity of recordsIn(view, 'actor')) {
    const name = valueOf(actor, entity, 'name') ?? '';
    for (const key of nameKeys(name)) {
      const other = first.get(key);
      if (other === undefined) first.set(key, entity);
      else if (other.id !== entity.id && !pairs.has(`${other.id} ${entity.id}`))
        pairs.set(`${other.id} ${entity.id}`, {
          a: other.id,
          b: entity.id,
          names: [valueOf(actor, other, 'name') ?? '', name],
        });
    }
  }
  return [...pairs.values()];
};
