import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { isClean } from '../report/report.ts';
import { checkArchitecture } from './architecture.ts';
import { LAYERS } from './layer.ts';

const folders: string[] = [];
const home = process.cwd();

afterAll(() => {
  process.chdir(home);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A small project with the given files, on the real dependencies. */
function plant(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'tablee-architecture-'));
  folders.push(root);
  symlinkSync(resolve(home, 'node_modules'), join(root, 'node_modules'));
  const manifest = {
    'package.json': '{"type":"module","dependencies":{"zod":"4.6.7"},"devDependencies":{"knip":"6.44.2"}}',
  };
  for (const [path, text] of Object.entries({ ...manifest, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** For each rule, files that break it and nothing that is unlike the project. */
const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'domain-is-pure': { 'domain/src/kernel/a.ts': "import { readFileSync } from 'node:fs';\nreadFileSync;" },
  'only-network-engine-draws-graphs': { 'domain/src/engines/opinion/a.ts': "import 'graphology';" },
  'web-never-reads-server': {
    'web/src/app/a.tsx':
      "import type { A } from '../../../server/src/a.ts';\nexport const x = (a: A) => <p>{a}</p>;",
    'server/src/a.ts': 'export type A = string;',
  },
  'server-never-reads-web': {
    'server/src/a.ts': "import { b } from '../../web/src/b.ts';\nb;",
    'web/src/b.ts': 'export const b = 1;',
  },
  'no-circle-of-imports': {
    'domain/src/kernel/a.ts': "import type { B } from './b.ts';\nexport type A = B[];",
    'domain/src/kernel/b.ts': "import type { A } from './a.ts';\nexport type B = A | 1;",
  },
  'domain-by-its-face': {
    'server/src/a.ts': "import { b } from '../../domain/src/kernel/b.ts';\nb;",
    'domain/src/kernel/b.ts': 'export const b = 1;',
  },
  'module-by-its-face': {
    'domain/src/modules/actor/a.ts': "import { b } from '../meeting/b.ts';\nb;",
    'domain/src/modules/meeting/b.ts': 'export const b = 1;',
  },
  'kernel-knows-no-module': {
    'domain/src/kernel/a.ts': "import { b } from '../modules/meeting/index.ts';\nb;",
    'domain/src/modules/meeting/index.ts': 'export const b = 1;',
  },
  'testing-only-in-tests': {
    'domain/src/kernel/a.ts': "import { b } from '../testing/b.ts';\nb;",
    'domain/src/testing/b.ts': 'export const b = 1;',
  },
  'nothing-imports-tests': {
    'domain/src/kernel/a.ts': "import { b } from './b.test.ts';\nb;",
    'domain/src/kernel/b.test.ts': 'export const b = 1;',
  },
  'room-knows-no-other-room': {
    'web/src/room/people/a.tsx': "import { b } from '../meetings/b.ts';\nexport const x = <p>{b}</p>;",
    'web/src/room/meetings/b.ts': 'export const b = 1;',
  },
  'ui-knows-no-partnership': {
    'web/src/ui/a.tsx': "import { b } from '../paper/b.ts';\nexport const x = <p>{b}</p>;",
    'web/src/paper/b.ts': 'export const b = 1;',
  },
  'only-app-opens-rooms': {
    'web/src/sync/a.ts': "import { b } from '../room/meetings/b.ts';\nb;",
    'web/src/room/meetings/b.ts': 'export const b = 1;',
  },
  'database-only-in-ledger': {
    'server/src/http/a.ts': "import { DatabaseSync } from 'node:sqlite';\nDatabaseSync;",
  },
  'nothing-unresolved': { 'server/src/a.ts': "import './gone.ts';" },
  'no-tool-in-shipped-code': { 'server/src/a.ts': "import 'knip';" },
};

it('plants a violation for every rule', () => {
  expect(Object.keys(planted).sort()).toEqual(LAYERS.forbidden.map(({ name }) => name).sort());
});

it('plants each violation in folders of the project, so that no rule outlives the folder it speaks of', () => {
  const places = Object.values(planted).flatMap((files) => Object.keys(files).map(dirname));
  expect(places.filter((place) => !existsSync(join(home, place)))).toEqual([]);
});

it.each(Object.entries(planted))('catches the planted violation of %s', async (rule, files) => {
  const report = await checkArchitecture(plant(files), 1);
  expect(report.findings.map(({ message }) => message).join('\n')).toContain(`(${rule})`);
});

it('finds nothing in a small project that keeps the layers', async () => {
  const root = plant({
    'domain/src/kernel/index.ts': "import * as z from 'zod/mini';\nexport const a = z;",
    'server/src/a.ts':
      "import { a } from '../../domain/src/kernel/index.ts';\nimport { join } from 'node:path';\njoin;\na;",
    'web/src/app/a.tsx':
      "import { a } from '../../../domain/src/kernel/index.ts';\nexport const x = <p>{String(a)}</p>;",
  });
  const report = await checkArchitecture(root, 3);
  expect(report.findings).toEqual([]);
  expect(isClean(report)).toBe(true);
});

it('fails when it read fewer modules than the floor', async () => {
  const report = await checkArchitecture(plant({ 'domain/src/kernel/a.ts': 'export const a = 1;' }), 2);
  expect(isClean(report)).toBe(false);
});
