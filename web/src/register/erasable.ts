import { type AnyRecord, EXISTS, own, type RecordEntity, slotName } from '@tablee/domain/kernel';

/** A slot that can be erased: it holds something, and is not an element of a set. */
export interface Erasable {
  readonly slot: string;
  readonly field: string;
  /** « (en) » for a translation. */
  readonly more: string;
}

/** The slots of a record that hold something to erase. */
export const hasErasable = (declaration: AnyRecord, entity: RecordEntity): readonly Erasable[] =>
  Object.entries(entity.slots).flatMap(([slot, held]): Erasable[] => {
    const { field, language, element } = slotName(slot);
    const gone =
      slot === EXISTS ||
      element !== undefined ||
      held.value === undefined ||
      own(declaration.fields, field) === undefined;
    return gone ? [] : [{ slot, field, more: language === undefined ? '' : ` (${language})` }];
  });
