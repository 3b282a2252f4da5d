import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const SERVER = `
process.on('SIGTERM', () => process.exit(7));
setInterval(() => {}, 1000);
console.log('ready ' + process.versions.node.split('.')[0] + ' ' + process.argv.slice(2).join(' '));
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tablee-door-'));
  for (const file of ['tablee.mjs', 'package.json', 'package-lock.json'])
    copyFileSync(file, join(root, file));
  mkdirSync(join(root, 'server/src/cli'), { recursive: true });
  mkdirSync(join(root, 'server/bin'));
  copyFileSync('server/bin/tablee.mjs', join(root, 'server/bin/tablee.mjs'));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'server/src/main.ts'), SERVER);
  writeFileSync(
    join(root, 'server/src/cli/main.ts'),
    'console.log(process.argv.slice(2)); process.exit(3);\n',
  );
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

it('starts the server under the pinned Node, passes SIGTERM on and ends with its code', async () => {
  const door = spawn(process.execPath, [join(root, 'tablee.mjs'), 'start', '--now']);
  const [text] = await once(door.stdout.setEncoding('utf8'), 'data');
  expect(text).toBe('ready 26 --now\n');
  door.kill('SIGTERM');
  expect(await once(door, 'exit')).toEqual([7, null]);
});

it('gives the command line its arguments and its exit code', () => {
  const args = [join(root, 'server/bin/tablee.mjs'), 'backup', '--to', 'x'];
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stdout).toContain("[ 'backup', '--to', 'x' ]");
  expect(status).toBe(3);
});

it('names the verbs it knows when it is asked for another', () => {
  const { stderr, status } = spawnSync(process.execPath, [join(root, 'tablee.mjs'), 'fly'], {
    encoding: 'utf8',
  });
  expect(stderr).toContain('unknown verb "fly". Known: start, test');
  expect(status).toBe(1);
});
