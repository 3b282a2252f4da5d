import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { typography } from '@tablee/domain/text';
import { Refused } from '../http/problem.ts';
import type { Block, Sheet } from './sheet.ts';

const require = createRequire(import.meta.url);
const WEIGHTS = ['400Regular', '400Regular_Italic', '600SemiBold'] as const;

const fontFiles = (): string[] =>
  ['source-sans-3', 'source-serif-4'].flatMap((family) => {
    const folder = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
    return WEIGHTS.map((weight) => join(folder, weight));
  });

let made: Promise<NodeCompiler> | undefined;

/** The compiler costs 86 MB: it is loaded with the first document, not at start. */
const compiler = (): Promise<NodeCompiler> => {
  made ??= import('@myriaddreamin/typst-ts-node-compiler').then((typst) =>
    typst.NodeCompiler.create({ fontArgs: [{ fontPaths: fontFiles() }] }),
  );
  return made;
};

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
/** How Typst sets a letterhead: for whatever stands on it. */
export const LETTERHEAD: string = read('letterhead.typ');
/** How Typst draws the mark at the top of what stands on no letterhead. */
export const RING: string = read('ring.typ');
const TEMPLATE = `${LETTERHEAD}\n${RING}\n${read('sheet.typ')}`;

/** French spaces in every text of a block; its own language where it has one. */
const dressed = (block: Block, language: string): Block => {
  const lang = 'lang' in block && block.lang !== undefined ? block.lang : language;
  const dress = (value: unknown, key: string): unknown => {
    if (key === 'kind' || key === 'lang' || key === 'number') return value;
    if (typeof value === 'string') return typography(value, lang);
    if (Array.isArray(value)) return value.map((item: unknown) => dress(item, ''));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, dress(member, name)]));
    return value;
  };
  // Only texts change; the shape is the one that came in.
  return dress(block, '') as Block;
};

/** What is no text: it reaches the template as it came. */
const AS_IT_IS = new Set(['kind', 'type', 'language', 'bytes']);

/** Every text of a document's data with the spaces of a language; pictures become lists of bytes. */
export const dressedData = (value: unknown, language: string, key = ''): unknown => {
  if (value instanceof Uint8Array) return [...value];
  if (AS_IT_IS.has(key)) return value;
  if (typeof value === 'string') return typography(value, language);
  if (Array.isArray(value)) return value.map((item: unknown) => dressedData(item, language));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, dressedData(member, language, name)]),
    );
  return value;
};

/** What the compiler says of letters that its fonts do not have: an accessible PDF must not show boxes for them. */
const NO_LETTERS = /could not be displayed with/;

const written = (work: () => Uint8Array): Uint8Array => {
  try {
    return work();
  } catch (error) {
    if (NO_LETTERS.test(String(error))) throw new Refused('ScriptMissing');
    throw error;
  }
};

/**
 * A tagged PDF (PDF/UA-1) of a template and its data, which reaches it as JSON and is never read as markup. The same
 * data gives the same bytes. @throws Error with the compiler's diagnostics, Refused `ScriptMissing` for letters that
 * the fonts of the server do not have.
 */
export const compilePdf = async (template: string, data: unknown): Promise<Buffer> => {
  const typst = await compiler();
  const bytes = written(() =>
    typst.pdf(
      { mainFileContent: template, inputs: { sheet: JSON.stringify(data) } },
      { pdfStandard: 'ua-1', creationTimestamp: 0 },
    ),
  );
  typst.evictCache(10);
  return Buffer.from(bytes);
};

/** A sheet as tagged PDF, A4. @throws Error with the compiler's diagnostics. */
export const renderPdf = (sheet: Sheet): Promise<Buffer> => {
  const words = (text: string): string => typography(text, sheet.language);
  return compilePdf(TEMPLATE, {
    ...sheet,
    title: words(sheet.title),
    partnership: words(sheet.partnership),
    kicker: words(sheet.kicker),
    foot: words(sheet.foot),
    ...(sheet.sent === undefined ? {} : { sent: dressedData(sheet.sent, sheet.language) }),
    blocks: sheet.blocks.map((block) => dressed(block, sheet.language)),
  });
};
