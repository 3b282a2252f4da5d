import { type RecordEntity, valueOf } from '@tablee/domain/kernel';
import { actor, type Ring, type Sector } from '@tablee/domain/modules/actor';
import { useFormat, useText } from '#locale/use-text.tsx';
import { useRecords } from '#register/register-view.tsx';

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

/** Everybody on the shared map by name, missing voices first. */
export const useMapEntries = (): readonly MapEntry[] => {
  const t = useText();
  const format = useFormat();
  return useRecords(actor)
    .map((entity): MapEntry => {
      const name = valueOf(actor, entity, 'name');
      return {
        id: entity.id,
        entity,
        name: name === undefined ? t('record.untitled') : format.text(name),
        sector: valueOf(actor, entity, 'sector') ?? 'other',
        ring: valueOf(actor, entity, 'ring') ?? 'concerned',
        missing: valueOf(actor, entity, 'missing') === true,
      };
    })
    .sort((a, b) => Number(b.missing) - Number(a.missing) || a.name.localeCompare(b.name, format.locale));
};
