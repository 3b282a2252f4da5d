import { useMemo } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { useOpenSpace, useView } from '../sync/use-space.ts';
import type { SearchResult } from './search-dialog.tsx';
import type { SearchIndex } from './search-index.ts';

/** Makes the index with the first question, and keeps it. */
const once = (make: () => Promise<SearchIndex>): (() => Promise<SearchIndex>) => {
  let made: Promise<SearchIndex> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** Search over what this device holds; the index is made with the first question, and again after a change. */
export const useSearch = (): ((query: string) => Promise<readonly SearchResult[]>) => {
  const view = useView();
  const { store } = useOpenSpace();
  const { locale } = useLocale();
  const format = useFormat();
  return useMemo(() => {
    const index = once(() =>
      import('./search-index.ts').then(({ indexOf }) => indexOf(store.space, view, locale)),
    );
    return async (query) =>
      (await index()).find(query).map(({ href, title, noun }) => ({
        href,
        title: format.text(title),
        note: format.text(noun),
      }));
  }, [view, store, locale, format]);
};
