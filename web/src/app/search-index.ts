import { isPresent, type Language, titleOf, type View } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { searchTexts } from '@tablee/domain/modules/register';
import { folded } from '@tablee/domain/modules/sentence';
import MiniSearch from 'minisearch';
import { roomOf } from './room-of.ts';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** What this device holds, ready to be searched: accents and case do not count, a beginning of a word is enough. */
export interface SearchIndex {
  /** The best first; 30 at most. */
  find(query: string): readonly Found[];
}

/** A thing that answers a question: its address, what it is called, and what kind it is. */
export interface Found {
  readonly href: string;
  readonly title: string;
  readonly noun: string;
}

/** Indexes the records of a space's view in the words of one language. */
export const indexOf = (space: string, view: View, lang: Language): SearchIndex => {
  const search = new MiniSearch<Row>({
    fields: ['title', 'text'],
    processTerm: (term) => folded(term) || null,
    searchOptions: { prefix: true, boost: { title: 3 }, combineWith: 'AND' },
  });
  for (const declaration of partnership.declarations.values()) {
    if (declaration.kind !== 'record') continue;
    for (const entity of view.list(declaration.name))
      if (entity.kind === 'record' && isPresent(entity))
        search.add({
          id: entity.id,
          title: titleOf(declaration, entity, lang) ?? '',
          text: searchTexts(declaration, entity).join(' '),
        });
  }
  const found = (id: string): readonly Found[] => {
    const entity = view.get(id);
    const declaration = entity && partnership.record(entity.type);
    if (entity === undefined || declaration === undefined) return [];
    const noun = declaration.labels[lang].one;
    return [{ href: roomOf(space, entity), title: titleOf(declaration, entity, lang) ?? noun, noun }];
  };
  return {
    find: (query) =>
      search
        .search(query)
        .slice(0, 30)
        .flatMap(({ id }) => found(String(id))),
  };
};
