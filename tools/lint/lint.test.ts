import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

let folder: string;
let output: string;

const PLANTED = [
  [
    'typescript(no-floating-promises)',
    'export async function a(): Promise<void> {}\nexport const b = () => {\n  a();\n};',
  ],
  ['typescript(no-explicit-any)', 'export const c = (value: any): unknown => value;'],
  ['typescript(no-non-null-assertion)', 'export const d = (list: number[]): number => list[0]!;'],
  [
    'typescript(switch-exhaustiveness-check)',
    "export function e(kind: 'x' | 'y'): void {\n  switch (kind) {\n    case 'x':\n      break;\n  }\n}",
  ],
  ['import(no-default-export)', 'export default 1;'],
  ['eslint(no-var)', 'export var f = 1;'],
] as const;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tablee-lint-'));
  PLANTED.forEach(([, text], index) => writeFileSync(join(folder, `planted-${index}.ts`), `${text}\n`));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: resolve('tsconfig.base.json'), include: ['.'] }),
  );
  const args = ['--type-aware', '--no-ignore', '-c', resolve('.oxlintrc.json'), '--format', 'unix', '.'];
  output = spawnSync(resolve('node_modules/.bin/oxlint'), args, { encoding: 'utf8', cwd: folder }).stdout;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(PLANTED)('catches the planted violation of %s', (rule) => {
  expect(output).toContain(rule);
});
