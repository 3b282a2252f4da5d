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

/**
 * The modules of the domain that Today reads. Another one that gets in by an import of theirs is named, so that a
 * first visit grows by decision and not unseen: either Today needs it, or the import belongs in a file that Today
 * does not read.
 */
const READ = new Set(
  `activity actor agreement commitment compass context conversation core-group decision ending evaluation figure
  fit-check flag governance group handover lesson listening mail meeting partnership poll position publication reading request resource
  result sentence today wording`.split(/\s+/),
);

const isUnread = (id: string): boolean => {
  const noun = /\/domain\/src\/modules\/([^/]+)\//.exec(id)?.[1];
  return noun !== undefined && !READ.has(noun);
};

/** The files in which a first visit to a partnership begins, by the names of their entries. */
const FIRST = new Set(['index', 'start', 'space']);

/** The files of a first visit: those in which it begins, and all that they need. */
const firstOf = <File extends BuiltFile>(files: readonly File[]): ReadonlySet<File> => {
  const byName = new Map(files.map((file) => [file.fileName, file]));
  const first = new Set(files.filter(({ name }) => FIRST.has(name)));
  for (const file of first)
    for (const name of file.imports) {
      const next = byName.get(name);
      if (next !== undefined) first.add(next);
    }
  return first;
};

/** The sources that a first visit loads although it does without; none where all is well. Paths with `/`. */
export const heavyAtStart = (files: readonly BuiltFile[]): readonly string[] =>
  [...firstOf(files)]
    .flatMap(({ moduleIds }) => moduleIds)
    .filter((id) => isUnread(id) || HEAVY.some((form) => form.test(id)))
    .sort();

/** Bytes of script, packed, that a first visit may load, the words of one language included. */
const MOST_BYTES = 80_000;
/** The file of the first words of a language: each device loads one of them. */
const WORDS = 'first';

interface Weighed {
  readonly fileName: string;
  readonly name: string;
  readonly code: string;
}

/** Packed as {@link packFiles} packs it. */
const weightOf = ({ code }: Weighed): number => packed(Buffer.from(code)).byteLength;

/** Fails the build when a first visit would load what it does without, or more than it may. */
export const lightStart = (): Plugin => ({
  name: 'tablee-light-start',
  apply: 'build',
  generateBundle(_, bundle) {
    const files = Object.values(bundle).filter((file) => file.type === 'chunk');
    if (![...FIRST].every((name) => files.some((file) => file.name === name)))
      this.error(`the files of a first visit are no longer called ${[...FIRST].join(', ')}`);
    const found = heavyAtStart(files);
    if (found.length > 0) this.error(`a first visit loads what it does without:\n${found.join('\n')}`);
    const words = Math.max(...files.filter(({ name }) => name === WORDS).map(weightOf));
    const bytes = [...firstOf(files)].map(weightOf).reduce((sum, weight) => sum + weight, words);
    if (!(bytes <= MOST_BYTES))
      this.error(`a first visit loads ${bytes} bytes of script, ${MOST_BYTES} at most`);
    this.info(`a first visit loads ${bytes} bytes of script of ${MOST_BYTES}`);
  },
});

/** Names that are worth packing; pictures and fonts are dense already. */
const PACKED = /\.(js|css|svg)$/;

const packed = (source: Buffer): Buffer =>
  brotliCompressSync(source, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: source.byteLength,
    },
  });

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
        this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: packed(source) });
      }
    },
  },
});
