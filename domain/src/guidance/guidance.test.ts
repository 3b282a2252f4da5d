import { describe, expect, it } from 'vitest';
import { factorsOfPhase, loadFramework } from '../framework/index.ts';
import { FORMATS, loadFormats, loadTemplates, loadTools, TEMPLATES, TOOL_LINKS, TOOLS } from './index.ts';

const BOTH = ['fr', 'en'] as const;

const texts = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
};

const shape = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shape(member)]));
  return typeof value;
};

describe('guidance', () => {
  it('GUI-1 says in two sentences what each tool is for, and what the valley did', async () => {
    for (const lang of BOTH) {
      const tools = await loadTools(lang);
      for (const tool of TOOLS) {
        expect(tools[tool].purpose.match(/[.?!](\s|$)/g), `${tool} ${lang}`).toHaveLength(2);
        expect(tools[tool].example.length).toBeGreaterThan(60);
      }
    }
  });

  it('GUI-2 leads to factors of phase 1 and to what can be printed', async () => {
    const known = factorsOfPhase(await loadFramework('fr'), 1).map(({ id }) => id);
    for (const tool of TOOLS) {
      const { factors, formats, templates } = TOOL_LINKS[tool];
      expect(known).toEqual(expect.arrayContaining([...factors]));
      expect(factors.length).toBeGreaterThan(0);
      expect(FORMATS).toEqual(expect.arrayContaining([...formats]));
      expect(TEMPLATES).toEqual(expect.arrayContaining([...templates]));
    }
    const printed = TOOLS.flatMap((tool) => [...TOOL_LINKS[tool].formats, ...TOOL_LINKS[tool].templates]);
    expect([...FORMATS, ...TEMPLATES].filter((id) => !printed.includes(id))).toEqual([]);
  });

  it('GUI-3 holds the same in both languages', async () => {
    for (const load of [loadTools, loadFormats, loadTemplates])
      expect(shape(await load('en'))).toEqual(shape(await load('fr')));
  });

  it('GUI-4 gives each format its time, people, material, steps and what comes afterwards', async () => {
    for (const lang of BOTH) {
      const formats = await loadFormats(lang);
      for (const id of FORMATS) {
        const format = formats[id];
        expect(format.steps.length, id).toBeGreaterThan(4);
        expect(Math.min(format.material.length, format.after.length), id).toBeGreaterThan(1);
        expect(format.fills).toContain('Tablée');
      }
    }
  });

  it('GUI-5 has no empty text, no placeholder and plain spaces', async () => {
    for (const lang of BOTH)
      for (const load of [loadTools, loadFormats, loadTemplates])
        for (const text of texts(await load(lang))) {
          expect(text.trim()).not.toBe('');
          expect(text).not.toMatch(/\[|\]|\{|\}|TODO|N\/A|lorem|[\u00a0\u202f']/i);
        }
  });
});
