import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIRST_AREAS, readCatalogues } from './build/catalogue.ts';
import { firstSources, firstWords } from './build/first-words.ts';

const SOURCE = join(import.meta.dirname, '..');
const ID = /['`"]([a-z-]+)\.[a-z]/g;

const named = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe('the words of the first page', () => {
  const areas = new Set(readCatalogues().map(({ area }) => area));
  const sources = firstSources();

  it('come with it: nothing that runs before a room uses an area of the rooms', () => {
    const late = [...sources].flatMap(([path, text]) =>
      named(ID, text)
        .filter((area) => areas.has(area) && !FIRST_AREAS.has(area))
        .map((area) => `${path.slice(SOURCE.length)}: ${area}`),
    );
    expect(late).toEqual([]);
  });

  it('are each used before a room opens, and their areas exist', () => {
    const used = new Set([...sources.values()].flatMap((text) => named(ID, text)));
    expect([...FIRST_AREAS].filter((area) => !areas.has(area) || !used.has(area))).toEqual([]);
    expect(sources.size).toBeGreaterThan(60);
  });

  it('are those that are named there, whole or up to a value; what only rooms say comes with a room', () => {
    const isFirst = firstWords();
    expect(
      ['today.title', 'app.place.meetings', 'app.role.observer', 'record.somebody'].filter(isFirst),
    ).toHaveLength(4);
    expect(['record.conflict-in', 'app.nothing-of-the-kind'].filter(isFirst)).toEqual([]);
  });
});
