import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIRST_AREAS, readCatalogues } from './build/catalogue.ts';

const SOURCE = join(import.meta.dirname, '..');
/** Rooms open with all words: what the table of rooms loads lazily is theirs. */
const ROOM_TABLE = join(SOURCE, 'app/room-table.tsx');
const ROOT = join(SOURCE, 'app/main.ts');

const STATIC = /^(?:import|export) (?!type\b)(?:[^;']*? from )?'([.#][^']*)'/gm;
const LAZY = /import\('([.#][^']*)'\)/g;
const ID = /['`"]([a-z-]+)\.[a-z]/g;

const named = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const placeOf = (from: string, name: string): string =>
  name.startsWith('#') ? join(SOURCE, name.slice(1)) : resolve(dirname(from), name);

/** Every source that can run before a room has opened. */
const firstSources = (): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const waiting = new Set([ROOT]);
  for (const path of waiting) {
    if (!/\.tsx?$/.test(path)) continue;
    const text = readFileSync(path, 'utf8');
    found.set(path, text);
    const names = [...named(STATIC, text), ...(path === ROOM_TABLE ? [] : named(LAZY, text))];
    for (const name of names) waiting.add(placeOf(path, name));
  }
  return found;
};

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
});
