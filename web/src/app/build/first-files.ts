import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const WEB = join(import.meta.dirname, '../../..');

const PAGE = join(WEB, 'index.html');
const START = join(WEB, 'src/app/start.tsx');

/**
 * The entries of the app. Those beside the page are also imported lazily; as entries the bundler knows what each
 * needs as one whole.
 */
export const ENTRIES: Readonly<Record<string, string>> = {
  index: PAGE,
  start: START,
  space: join(WEB, 'src/app/space-page.tsx'),
};

/** A module with everything that it imports, near and far, lazy imports left aside. */
const closureOf = (root: string, graph: Rolldown.ChunkingContext): ReadonlySet<string> => {
  const found = new Set([root]);
  for (const id of found) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
};

/** A file that holds all that one entry needs and no file of a higher priority holds. */
const wholeOf = (name: string, root: string, priority: number): Rolldown.CodeSplittingGroup => {
  let needed: ReadonlySet<string> | undefined;
  return {
    debugName: name,
    tags: ['$initial'],
    priority,
    name: (id, graph) => {
      needed ??= closureOf(root, graph);
      return needed.has(id) ? name : null;
    },
  };
};

/**
 * The code of a first visit in three files, since each file costs a slow line more than its bytes: `main` asks for
 * the others, `start` is what the app opens with, `space` what every partnership needs beyond it. Rooms stay files
 * of their own.
 */
export const FIRST_FILES: Rolldown.CodeSplittingGroup[] = [
  wholeOf('main', PAGE, 3),
  wholeOf('start', START, 2),
  { name: 'space', tags: ['$initial'], priority: 1 },
];

/** Names `start` and its styles in the page, so that they are asked for with `main` and not after it. */
export const preloadStart = (): Plugin => ({
  name: 'tablee-preload-start',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {} }) {
      const start = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'start');
      if (start?.type !== 'chunk') throw new Error('no file holds what the app opens with');
      const file = (rel: string, name: string) => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: `/${name}` },
        injectTo: 'head' as const,
      });
      return [
        file('modulepreload', start.fileName),
        ...[...(start.viteMetadata?.importedCss ?? [])].map((name) => file('stylesheet', name)),
      ];
    },
  },
});
