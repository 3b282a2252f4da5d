import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';

/** One file of the built app, as far as the check reads it. */
export interface BuiltFile {
  readonly fileName: string;
  readonly name: string;
  /** Files that must be there before this one runs. */
  readonly imports: readonly string[];
  /** The sources in it. */
  readonly moduleIds: readonly string[];
}

/** What a first visit does without: whatever writes a state, checks a command, or only a room needs. */
const HEAVY: readonly RegExp[] = [
  /\/node_modules\/(zod|minisearch|tus-js-client)\//,
  /\/domain\/src\/engines\//,
  /\/domain\/src\/kernel\/(decide|record-decide|fold|guess|merge|process)\.ts$/,
  /\/domain\/src\/modules\/index\.ts$/,
  /\/web\/src\/sync\/rules\.ts$/,
  /\/web\/src\/room\/(?!today\/)/,
];

/** The files in which a first visit to a partnership begins, by the names of their entries. */
const FIRST = new Set(['index', 'start', 'space']);

/** The sources that a first visit loads although it does without; none where all is well. Paths with `/`. */
export const heavyAtStart = (files: readonly BuiltFile[]): readonly string[] => {
  const byName = new Map(files.map((file) => [file.fileName, file]));
  const first = new Set(files.filter(({ name }) => FIRST.has(name)));
  for (const file of first)
    for (const name of file.imports) {
      const next = byName.get(name);
      if (next !== undefined) first.add(next);
    }
  return [...first]
    .flatMap(({ moduleIds }) => moduleIds)
    .filter((id) => HEAVY.some((form) => form.test(id)))
    .sort();
};

/** Fails the build when a first visit would load what it does without. */
export const lightStart = (): Plugin => ({
  name: 'tablee-light-start',
  apply: 'build',
  generateBundle(_, bundle) {
    const files = Object.values(bundle).filter((file) => file.type === 'chunk');
    if (![...FIRST].every((name) => files.some((file) => file.name === name)))
      this.error(`the files of a first visit are no longer called ${[...FIRST].join(', ')}`);
    const found = heavyAtStart(files);
    if (found.length > 0) this.error(`a first visit loads what it does without:\n${found.join('\n')}`);
  },
});

/** Names that are worth packing; pictures and fonts are dense already. */
const PACKED = /\.(js|css|svg)$/;

/** Puts a packed twin beside each file, as tight as brotli can: the server would pack it less to answer in time. */
export const packFiles = (): Plugin => ({
  name: 'tablee-pack-files',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (!PACKED.test(file.fileName)) continue;
        const source = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: source.byteLength,
        };
        this.emitFile({
          type: 'asset',
          fileName: `${file.fileName}.br`,
          source: brotliCompressSync(source, { params }),
        });
      }
    },
  },
});
