import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  COMPLETE_LANGUAGES,
  catalogueFaults,
  compileCatalogue,
  generatedTypes,
  placeholders,
  readCatalogues,
  type SourceCatalogue,
  TYPES_FOLDER,
} from './catalogue.ts';

const made = (language: string, text: string, id = 'shell.planted'): SourceCatalogue => ({
  area: 'shell',
  language,
  messages: [{ id, text }],
});

// The formatter may break a long line; that is no difference.
const bare = (text: string): string => text.replace(/[\s;]+/g, '');

describe('the catalogue', () => {
  const catalogues = readCatalogues();

  it('has every message in French and English with the same values', () => {
    expect(catalogues.flatMap((each) => each.messages).length).toBeGreaterThan(100);
    expect(catalogueFaults(catalogues)).toEqual([]);
  });

  it('compiles in every complete language', () => {
    for (const language of COMPLETE_LANGUAGES) {
      expect(Object.keys(compileCatalogue(catalogues, language)).length).toBeGreaterThan(50);
    }
  });

  it('has current types (else run: node web/src/locale/build/generate.ts)', () => {
    for (const [name, text] of generatedTypes(catalogues)) {
      expect(bare(readFileSync(join(TYPES_FOLDER, name), 'utf8')), name).toBe(bare(text));
    }
  });

  it('writes spaces plainly, since typography sets them when a message is shown', () => {
    const special = catalogues
      .flatMap((each) => each.messages)
      .filter(({ text }) => /[\u00A0\u202F]/u.test(text));
    expect(special.map(({ id }) => id)).toEqual([]);
  });

  it('finds planted faults', () => {
    expect(catalogueFaults([made('fr', 'Oui'), made('en', '')])).toHaveLength(1);
    expect(catalogueFaults([made('fr', '{n, plural, one {#} other {#}}'), made('en', '{n}')])).toHaveLength(
      1,
    );
    expect(catalogueFaults([made('fr', 'Oui', 'ui.a'), made('en', 'Yes', 'ui.a')])).toHaveLength(1);
    expect(() => compileCatalogue([made('fr', '{open')], 'fr')).toThrow('shell.planted');
  });

  it('knows which values a message takes', () => {
    const message = compileCatalogue([made('fr', '{name} : {n, plural, one {# {unit}} other {#}}')], 'fr')[
      'shell.planted'
    ];
    expect(placeholders(message ?? [])).toEqual(
      new Map([
        ['name', 'string'],
        ['n', 'number'],
        ['unit', 'string'],
      ]),
    );
  });
});
