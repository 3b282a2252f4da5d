import { type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import { recordsIn } from '../reading/index.ts';
import { actor } from './actor.ts';
import { nameKeys } from './name.ts';

/** Two actors whose names are the same but for accents, case and signs, or nearly so. */
export interface Duplicate {
  readonly a: string;
  readonly b: string;
  readonly names: readonly [string, string];
}

/** Actors whose name reads like the given one (see {@link nameKeys}). */
export const likelyDuplicates = (view: View, name: string): readonly RecordEntity[] => {
  const keys = new Set(nameKeys(name));
  if (keys.size === 0) return [];
  return recordsIn(view, 'actor').filter((entity) =>
    nameKeys(valueOf(actor, entity, 'name') ?? '').some((key) => keys.has(key)),
  );
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
