import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const SOURCE = join(import.meta.dirname, '../..');
const ROOT = join(SOURCE, 'app/main.ts');

const STATIC = /^(?:import|export) (?!type\b)(?:[^;']*? from )?'([.#][^']*)'/gm;
const LAZY = /import\('([.#][^']*)'\)/g;
/** A page that opens with all words: what it names need not travel with the first one. */
const WITH_WORDS = /withWords\(\(\) =>\s*import\('([^']*)'\)/g;
/** An id of a message, whole or up to the value that completes it (`app.place.${place}`). */
const ID = /['`"]([a-z-]+\.[A-Za-z0-9.-]*)/g;

const named = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const placeOf = (from: string, name: string): string =>
  name.startsWith('#') ? join(SOURCE, name.slice(1)) : resolve(dirname(from), name);

/** The sources that run from the first one on, but for those `late`; and which of all come with all words. */
const walk = (
  late: ReadonlySet<string>,
): { readonly found: ReadonlyMap<string, string>; readonly late: ReadonlySet<string> } => {
  const found = new Map<string, string>();
  const withWords = new Set<string>();
  const waiting = new Set([ROOT]);
  for (const path of waiting) {
    if (!/\.tsx?$/.test(path) || late.has(path)) continue;
    const text = readFileSync(path, 'utf8');
    found.set(path, text);
    for (const name of named(WITH_WORDS, text)) withWords.add(placeOf(path, name));
    const names = [...named(STATIC, text), ...named(LAZY, text.replaceAll(WITH_WORDS, ''))];
    for (const name of names) waiting.add(placeOf(path, name));
  }
  return { found, late: withWords };
};

/** Every source that can run before a room has opened, with its text, by its path. What is only fetched ahead is none. */
export const firstSources = (): ReadonlyMap<string, string> => walk(walk(new Set()).late).found;

/** Tells of a message's id whether a source names it that can run before a room has opened. */
export const firstWords = (): ((id: string) => boolean) => {
  const ids = new Set([...firstSources().values()].flatMap((text) => named(ID, text)));
  const whole = new Set([...ids].filter((id) => !/[.-]$/.test(id)));
  const begun = [...ids].filter((id) => /[.-]$/.test(id));
  return (id) => whole.has(id) || begun.some((start) => id.startsWith(start));
};
