import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text file of the project, read once. */
export type SourceFile = {
  /** Path from the root, with `/`. */
  readonly path: string;
  readonly text: string;
};

const NOT_OURS = new Set(['node_modules', '.git', 'dist', 'data', '.tmp', 'coverage']);

/** Every path below `root` that belongs to the project, from the root, with `/`, sorted. */
export function pathsBelow(root: string, folder = ''): readonly string[] {
  const here = join(root, folder);
  if (!existsSync(here)) return [];
  const entries = readdirSync(here, { withFileTypes: true });
  return entries
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? pathsBelow(root, path) : [path];
    })
    .sort();
}

/** The files whose path `wanted` accepts, with their text. */
export function readTree(root: string, wanted: (path: string) => boolean): readonly SourceFile[] {
  return pathsBelow(root)
    .filter(wanted)
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The folders that hold code of ours. */
export const CODE_FOLDERS = ['domain/src', 'server/src', 'web/src', 'tools', 'e2e', 'bench', 'samples'];

/** True for TypeScript of ours, tests included. */
export function isCode(path: string): boolean {
  return (
    /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && CODE_FOLDERS.some((f) => path.startsWith(`${f}/`))
  );
}

/** True for tests and what only tests use. */
export function isTest(path: string): boolean {
  return (
    /\.(test|journey|contract)\.tsx?$/.test(path) || path.includes('/testing/') || path.startsWith('e2e/')
  );
}
