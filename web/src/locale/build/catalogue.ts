import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import PO from 'pofile';

/** The languages that are complete at every commit. */
export const COMPLETE_LANGUAGES = ['fr', 'en'] as const;

/** The areas that the shell, Today and the pages outside of partnerships use; all others come with the first room. */
export const FIRST_AREAS: ReadonlySet<string> = new Set(['app', 'record', 'shell', 'today', 'ui']);

/** One message as its PO file holds it: explicit id, ICU text. */
export interface SourceMessage {
  readonly id: string;
  readonly text: string;
}

/** One PO file, named `<area>.<language>.po`. */
export interface SourceCatalogue {
  readonly area: string;
  readonly language: string;
  readonly messages: readonly SourceMessage[];
}

/** What kind of value a message's placeholder takes. */
export type PlaceholderKind = 'string' | 'number';

/** Where the PO files stand. */
export const CATALOGUE_FOLDER: string = join(import.meta.dirname, '../../../locale');

/** Where the generated types stand. */
export const TYPES_FOLDER: string = join(import.meta.dirname, '../message');

/** Reads every `<area>.<language>.po` of a folder, sorted by area, then language. */
export function readCatalogues(folder: string = CATALOGUE_FOLDER): SourceCatalogue[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.po'))
    .sort()
    .map((name) => {
      const [area = '', language = ''] = name.split('.');
      const items = PO.parse(readFileSync(join(folder, name), 'utf8')).items;
      const messages = items.map((item) => ({ id: item.msgid, text: item.msgstr.join('') }));
      return { area, language, messages };
    });
}

/**
 * Merges all areas of one language and compiles the ICU texts.
 *
 * @throws Error naming the id when a text is not valid ICU or an id stands twice
 */
export function compileCatalogue(
  catalogues: readonly SourceCatalogue[],
  language: string,
): Record<string, CompiledMessage> {
  const compiled: Record<string, CompiledMessage> = {};
  for (const catalogue of catalogues.filter((each) => each.language === language)) {
    for (const { id, text } of catalogue.messages) {
      if (compiled[id]) throw new Error(`${id} stands twice in the ${language} catalogue`);
      compiled[id] = compileText(id, text);
    }
  }
  return compiled;
}

function compileText(id: string, text: string): CompiledMessage {
  try {
    return compileMessageOrThrow(text);
  } catch (cause) {
    throw new Error(`${id}: not a valid ICU message: ${text}`, { cause });
  }
}

const kindOf = (type: string | undefined): PlaceholderKind =>
  type === undefined || type === 'select' ? 'string' : 'number';

function isMessage(value: unknown): value is CompiledMessage {
  return Array.isArray(value);
}

/** The placeholders of a compiled message with their kinds; a name used as number anywhere is a number. */
export function placeholders(message: CompiledMessage): Map<string, PlaceholderKind> {
  const found = new Map<string, PlaceholderKind>();
  for (const token of message) {
    if (typeof token === 'string') continue;
    const [name, type, choices] = token;
    if (name !== '#' && found.get(name) !== 'number') found.set(name, kindOf(type));
    if (choices === null || typeof choices !== 'object') continue;
    for (const inner of Object.values(choices).filter(isMessage)) {
      for (const [innerName, kind] of placeholders(inner)) {
        if (found.get(innerName) !== 'number') found.set(innerName, kind);
      }
    }
  }
  return found;
}

/** What is wrong with the sources, one sentence each; empty when fr and en are complete and agree. */
export function catalogueFaults(catalogues: readonly SourceCatalogue[]): string[] {
  const faults: string[] = [];
  for (const area of new Set(catalogues.map((each) => each.area))) {
    const byLanguage = COMPLETE_LANGUAGES.map((language) => ({
      language,
      texts: new Map(
        catalogues
          .filter((each) => each.area === area && each.language === language)
          .flatMap((each) => each.messages.map(({ id, text }) => [id, text] as const)),
      ),
    }));
    for (const id of new Set(byLanguage.flatMap(({ texts }) => [...texts.keys()]))) {
      if (!id.startsWith(`${area}.`)) faults.push(`${id} does not start with its area, ${area}.`);
      const missing = byLanguage.filter(({ texts }) => !texts.get(id)).map(({ language }) => language);
      faults.push(...missing.map((language) => `${id} has no words in ${area}.${language}.po`));
      if (missing.length > 0) continue;
      const shapes = byLanguage.map(({ texts }) => shape(id, texts.get(id) ?? ''));
      if (new Set(shapes).size > 1)
        faults.push(`${id} takes other values in fr than in en: ${shapes.join(' / ')}`);
    }
  }
  return faults;
}

const shape = (id: string, text: string): string =>
  [...placeholders(compileText(id, text))]
    .sort()
    .map(([name, kind]) => `${name}:${kind}`)
    .join(', ');

const pascal = (area: string): string =>
  area.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The generated TypeScript of one area: each id with the values that it takes. */
function areaTypes(area: string, catalogue: SourceCatalogue): string {
  const lines = [...catalogue.messages]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, text }) => {
      const values = [...placeholders(compileText(id, text))].sort(([a], [b]) => (a < b ? -1 : 1));
      const type =
        values.length === 0
          ? 'NoValues'
          : `{ ${values.map(([name, kind]) => `${name}: ${kind}`).join('; ')} }`;
      return `  '${id}': ${type};`;
    });
  const head = `// Generated from web/locale/${area}.*.po by \`node web/src/locale/build/generate.ts\`; do not edit.\n`;
  const none = lines.some((line) => line.includes('NoValues'))
    ? `import type { NoValues } from './no-values.ts';\n\n`
    : '\n';
  return `${head}${none}/** Messages of the area \`${area}\` and the values they take. */\nexport interface ${pascal(area)}Messages {\n${lines.join('\n')}\n}\n`;
}

/** Every generated type file, by name, from the French sources (which {@link catalogueFaults} holds equal to English). */
export function generatedTypes(catalogues: readonly SourceCatalogue[]): Map<string, string> {
  const files = new Map<string, string>();
  const areas = catalogues.filter((each) => each.language === 'fr');
  for (const catalogue of areas) files.set(`${catalogue.area}.ts`, areaTypes(catalogue.area, catalogue));
  const names = areas.map(({ area }) => area).sort();
  const imports = names
    .map((area) => `import type { ${pascal(area)}Messages } from './${area}.ts';`)
    .join('\n');
  files.set(
    'messages.ts',
    messagesFile(
      names.map((area) => `${pascal(area)}Messages`),
      imports,
    ),
  );
  return files;
}

function messagesFile(interfaces: readonly string[], imports: string): string {
  const oneLine = `export interface Messages extends ${interfaces.join(', ')} {}`;
  const manyLines = `export interface Messages\n  extends ${interfaces.join(',\n    ')} {}`;
  return [
    '// Generated by `node web/src/locale/build/generate.ts`; do not edit.',
    imports,
    '',
    '/** Every message of the interface with the values that it takes. */',
    // The formatter's own width, so that generated files stay as they are.
    oneLine.length <= 110 ? oneLine : manyLines,
    '',
    '/** Every id of the catalogue. */',
    'export type MessageId = keyof Messages;',
    '',
  ].join('\n');
}
