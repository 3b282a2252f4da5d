import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const SOURCE = join(import.meta.dirname, '../..');
const ROOT = join(SOURCE, 'app/main.ts');

const STATIC = /^(?:import|export) (?!type\b)(?:[^;']*? from )?'([.#][^']*)'/gm;
const LAZY = /import\('([.#][^']*)'\)/g;
/** A page that opens with all words: what it names need not travel with the first one. */
const WITH_WORDS = /withWords\(\(\) =>\s*import\('[^']*'\)/g;
/** An id of a message, whole or up to the value that completes it (`app.place.${place}`). */
const ID = /['`"]([a-z-]+\.[A-Za-z0-9.-]*)/g;

const named = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const placeOf = (from: string, name: string): string =>
  name.startsWith('#') ? join(SOURCE, name.slice(1)) : resolve(dirname(from), name);

/** Every source that can run before a room has opened, with its text, by its path. */
export const firstSources = (): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const waiting = new Set([ROOT]);
  for (const path of waiting) {
    if (!/\.tsx?$/.test(path)) continue;
    const text = readFileSync(path, 'utf8');
    found.set(path, text);
    const names = [...named(STATIC, text), ...named(LAZY, text.replaceAll(WITH_WORDS, ''))];
    for (const name of names) waiting.add(placeOf(path, name));
  }
  return found;
};

/** Tells of a message's id whether a source names it that can run before a room has opened. */
export const firstWords = (): ((id: string) => boolean) => {
  const ids = new Set([...firstSources().values()].flatMap((text) => named(ID, text)));
  const whole = new Set([...ids].filter((id) => !/[.-]$/.test(id)));
  const begun = [...ids].filter((id) => /[.-]$/.test(id));
  return (id) => whole.has(id) || begun.some((start) => id.startsWith(start));
};
