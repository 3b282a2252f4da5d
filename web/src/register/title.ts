import { type AnyRecord, type Entity, titleOf } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { useCallback } from 'react';
import { useLocale } from '../locale/use-text.tsx';
import { useView } from '../sync/use-space.ts';

/**
 * What a record is called: its title, else the names of what it links in the order of its columns
 * (« Régulateur → Fédération »); nothing where neither is there to be read.
 */
export const useTitle = (): ((declaration: AnyRecord, entity: Entity) => string | undefined) => {
  const view = useView();
  const { locale } = useLocale();
  return useCallback(
    (declaration, entity) => {
      const own = titleOf(declaration, entity, locale);
      if (own !== undefined) return own;
      const names = (declaration.columns ?? Object.keys(declaration.fields)).flatMap((name) => {
        const id =
          entity.kind === 'record' && declaration.fields[name]?.kind === 'ref'
            ? entity.slots[name]?.value
            : undefined;
        const linked = typeof id === 'string' ? view.get(id) : undefined;
        const noun = linked && partnership.find(linked.type);
        return noun?.kind === 'record' ? (titleOf(noun, linked, locale) ?? []) : [];
      });
      return names.length === 0 ? undefined : names.join(' → ');
    },
    [view, locale],
  );
};
