import type { Finding } from '../report/report.ts';
import type { SourceFile } from '../source/source-tree.ts';

const LIST = 'docs/dependencies.md';

type Manifest = { dependencies?: Record<string, string>; devDependencies?: Record<string, string> };

/**
 * Dependencies of any package.json without a line of their own in docs/dependencies.md, lines of what is no
 * longer there, and versions that are not exact.
 */
export function unexplainedDependencies(manifests: readonly SourceFile[], list: string): readonly Finding[] {
  const explained = new Set(
    [...list.matchAll(/^\| `([^`]+)` \|[^|\n]*\S[^|\n]*\|/gm)].map((match) => match[1] ?? ''),
  );
  const used = manifests.flatMap(({ path, text }) => {
    const { dependencies = {}, devDependencies = {} }: Manifest = JSON.parse(text);
    return Object.entries({ ...dependencies, ...devDependencies }).map(([name, version]) => ({
      path,
      name,
      version,
    }));
  });
  const names = new Set(used.map(({ name }) => name));
  const inexact = used.filter(
    ({ version }) => !/^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
  );
  return [
    ...used
      .filter(({ name }) => !explained.has(name))
      .map(({ path, name }) => ({
        path,
        message: `${name} has no line in ${LIST} that says why it is there`,
      })),
    ...inexact.map(({ path, name, version }) => ({
      path,
      message: `${name} ${version} is not an exact version`,
    })),
    ...[...explained]
      .filter((name) => !names.has(name))
      .map((name) => ({ path: LIST, message: `${name} is explained but no longer used` })),
  ];
}
