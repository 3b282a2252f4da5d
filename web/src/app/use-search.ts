import { type AnyRecord, isPresent, type RecordEntity, slotName, titleOf } from '@tablee/domain/kernel';
import { folded } from '@tablee/domain/modules/sentence';
import MiniSearch from 'minisearch';
import { useMemo, useRef } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { useOpenSpace, useView } from '../sync/use-space.ts';
import { roomOf } from './room-of.ts';
import type { SearchResult } from './search-dialog.tsx';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const wordsOf = (declaration: AnyRecord, entity: RecordEntity): string =>
  Object.entries(entity.slots)
    .flatMap(([slot, { value }]) => {
      const field = declaration.fields[slotName(slot).field];
      if (field === undefined || value === undefined) return [];
      if (typeof value === 'string') return field.kind === 'line' || field.kind === 'link' ? [value] : [];
      return typeof value === 'object' && value !== null && 'text' in value
        ? [String(Object(value)['text'])]
        : [];
    })
    .join(' ');

/** Search over what this device holds: accents and case do not count, a beginning of a word is enough. */
export const useSearch = (): ((query: string) => readonly SearchResult[]) => {
  const view = useView();
  const { store } = useOpenSpace();
  const { locale } = useLocale();
  const format = useFormat();
  const index = useRef<{ readonly view: unknown; readonly search: MiniSearch<Row> }>(undefined);
  return useMemo(
    () => (query) => {
      if (index.current?.view !== view) {
        const search = new MiniSearch<Row>({
          fields: ['title', 'text'],
          processTerm: (term) => folded(term) || null,
          searchOptions: { prefix: true, boost: { title: 3 }, combineWith: 'AND' },
        });
        for (const declaration of store.nouns.declarations.values()) {
          if (declaration.kind !== 'record') continue;
          for (const entity of view.list(declaration.name))
            if (entity.kind === 'record' && isPresent(entity))
              search.add({
                id: entity.id,
                title: titleOf(declaration, entity, locale) ?? '',
                text: wordsOf(declaration, entity),
              });
        }
        index.current = { view, search };
      }
      return index.current.search
        .search(query)
        .slice(0, 30)
        .flatMap(({ id }): SearchResult[] => {
          const entity = view.get(String(id));
          const declaration = entity && store.nouns.record(entity.type);
          if (entity === undefined || declaration === undefined) return [];
          const title = titleOf(declaration, entity, locale) ?? declaration.labels[locale].one;
          return [
            {
              href: roomOf(store.space, entity),
              title: format.text(title),
              note: format.text(declaration.labels[locale].one),
            },
          ];
        });
    },
    [view, store, locale, format],
  );
};
