import { isPresent, type Registry, titleOf, type View } from '@tablee/domain/kernel';
import { searchTexts } from '@tablee/domain/modules/register';
import { folded } from '@tablee/domain/modules/sentence';
import MiniSearch from 'minisearch';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** What this device holds, ready to be searched: accents and case do not count, a beginning of a word is enough. */
export interface SearchIndex {
  /** Ids of entities, the best first; 30 at most. */
  find(query: string): readonly string[];
}

/** Indexes the records of a view in the words of one language. */
export const indexOf = (nouns: Registry, view: View, lang: string): SearchIndex => {
  const search = new MiniSearch<Row>({
    fields: ['title', 'text'],
    processTerm: (term) => folded(term) || null,
    searchOptions: { prefix: true, boost: { title: 3 }, combineWith: 'AND' },
  });
  for (const declaration of nouns.declarations.values()) {
    if (declaration.kind !== 'record') continue;
    for (const entity of view.list(declaration.name))
      if (entity.kind === 'record' && isPresent(entity))
        search.add({
          id: entity.id,
          title: titleOf(declaration, entity, lang) ?? '',
          text: searchTexts(declaration, entity).join(' '),
        });
  }
  return {
    find: (query) =>
      search
        .search(query)
        .slice(0, 30)
        .map(({ id }) => String(id)),
  };
};
