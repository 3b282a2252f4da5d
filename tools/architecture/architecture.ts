import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import type { Finding, Report } from '../report/report.ts';
import { LAYERS } from './layer.ts';

const FOLDERS = ['domain/src', 'server/src', 'web/src', 'e2e', 'bench', 'samples'];

function findingsOf(result: ICruiseResult): readonly Finding[] {
  const comments = new Map<string, string>(LAYERS.forbidden.map(({ name, comment }) => [name, comment]));
  return result.summary.violations.map(({ rule, from, to, cycle }) => {
    const way = cycle === undefined ? to : cycle.map(({ name }) => name).join(' -> ');
    return { path: from, message: `-> ${way} (${rule.name}). ${comments.get(rule.name) ?? ''}` };
  });
}

/** The reader of imports speaks of a compiler it cannot use; the floor and the planted violations cover for it. */
async function silently<T>(run: () => Promise<T>): Promise<T> {
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = () => true;
  try {
    return await run();
  } finally {
    process.stderr.write = write;
  }
}

/**
 * The layers of `.dependency-cruiser.mjs` against all imports below `root`, type-only ones included.
 * @throws when the import graph could not be read at all.
 */
export async function checkArchitecture(root: string, floor: number): Promise<Report> {
  const { options, ...ruleSet } = LAYERS;
  const settings: ICruiseOptions = { ...options, ruleSet, validate: true, baseDir: root };
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const { output } = await silently(() => cruise(folders, settings));
  if (typeof output === 'string') throw new Error('the import graph came as text');
  const own = output.modules.filter(({ source }) =>
    FOLDERS.some((folder) => source.startsWith(`${folder}/`)),
  );
  const notes = [`${own.length} modules, ${output.summary.totalDependenciesCruised ?? 0} imports`];
  return { findings: findingsOf(output), read: own.length, floor, notes };
}
