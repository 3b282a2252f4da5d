import { isPresent, openConflicts, perView, type RecordEntity, valueOf } from '@tablee/domain/kernel';
import { actor, type Link, links, type Ring, type Sector } from '@tablee/domain/modules/actor';
import { useMemo } from 'react';
import { useFormat, useText } from '#locale/use-text.tsx';
import { useView } from '#sync/use-space.ts';

/** Somebody of the shared map, as map, list and table show them. */
export interface MapEntry {
  readonly id: string;
  readonly entity: RecordEntity;
  readonly name: string;
  readonly sector: Sector;
  /** Concerned, when nobody said how near they stand. */
  readonly ring: Ring;
  readonly missing: boolean;
}

/** Everybody on the shared map by name, missing voices first; the same list until something changes. */
export const useMapEntries = (): readonly MapEntry[] => {
  const t = useText();
  const format = useFormat();
  const view = useView();
  const untitled = t('record.untitled');
  return useMemo(() => {
    const { compare } = new Intl.Collator(format.locale);
    return [...view.list(actor.name)]
      .filter((entity) => entity.kind === 'record')
      .filter((entity) => isPresent(entity) || openConflicts(entity).length > 0)
      .map((entity): MapEntry => {
        const name = valueOf(actor, entity, 'name');
        return {
          id: entity.id,
          entity,
          name: name === undefined ? untitled : format.text(name),
          sector: valueOf(actor, entity, 'sector') ?? 'other',
          ring: valueOf(actor, entity, 'ring') ?? 'concerned',
          missing: valueOf(actor, entity, 'missing') === true,
        };
      })
      .sort((a, b) => Number(b.missing) - Number(a.missing) || compare(a.name, b.name));
  }, [view, format, untitled]);
};

const linksOf = perView(links);

/** The relations of the shared map; read once for each state of the space, since the views of the room share them. */
export const useLinks = (): readonly Link[] => linksOf(useView());
