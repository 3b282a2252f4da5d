import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newInCss, newInHtml } from './browser-2019.ts';

const folder = (name: string): string => join(import.meta.dirname, '..', name);
const names = (list: readonly { readonly name: string }[]): readonly string[] => list.map(({ name }) => name);
/** Every folder whose pages are read without account and without script. */
const DOORS = ['door', 'listening'].filter((name) => readdirSync(folder('.')).includes(name));

describe('the check for browsers of 2019', () => {
  it('finds a planted violation of each kind', () => {
    const planted = `
      main:has(input) { color: light-dark(#fff, #000); }
      :is(h1, h2) { margin-inline: 4px; width: min(10px, 2rem); }
      .row { display: flex; gap: 8px; inset: 0; aspect-ratio: 1; height: 100dvh; text-wrap: balance; }
      @layer base { a { color: color-mix(in srgb, red, blue); } }
      @media (width > 400px) { a { color: red; } }
      @container (min-width: 4px) { a { color: red; } }
      .a { content-visibility: auto; & b { color: red; } }`;
    expect(newInCss(planted)).toHaveLength(15);
    expect(newInCss('.a{margin:0 auto;max-width:40rem}/* :has() */')).toEqual([]);
    const page =
      '<dialog><search><div inert><div popover><details name="a"><img loading="lazy" src="a.avif"><script>';
    expect(newInHtml(page)).toHaveLength(8);
    expect(newInHtml('<details open><summary>inert popover</summary></details>')).toEqual([]);
  });

  it('finds nothing in the style sheets and the pages without account', () => {
    const read = DOORS.flatMap((door) =>
      readdirSync(folder(door))
        .filter((file) => file.endsWith('.css') || (file.endsWith('.ts') && !file.endsWith('.test.ts')))
        .map((file) => ({ file, text: readFileSync(join(folder(door), file), 'utf8') })),
    );
    expect(read.some(({ file }) => file === 'style.css')).toBe(true);
    const wrong = read.map(({ file, text }) => [
      file,
      names(file.endsWith('.css') ? newInCss(text) : newInHtml(text)),
    ]);
    expect(wrong.filter(([, found]) => found?.length !== 0)).toEqual([]);
  });
});
