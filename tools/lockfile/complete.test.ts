import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { completed, type Lockfile, missingEntries, platformOfName } from './complete.ts';

const planted: Lockfile = {
  packages: {
    'node_modules/tool': {
      version: '1.0.0',
      dev: true,
      optionalDependencies: {
        '@tool/cli-linux-x64-musl': '1.0.0',
        '@tool/cli-darwin-arm64': '1.0.0',
        fsevents: '2',
      },
    },
    'node_modules/@tool/cli-darwin-arm64': { version: '1.0.0' },
  },
};

it('finds the package for another platform that a planted lockfile leaves out', () => {
  expect(missingEntries(planted)).toEqual([
    {
      path: 'node_modules/@tool/cli-linux-x64-musl',
      entry: { version: '1.0.0', dev: true, optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
    },
  ]);
});

it('leaves nothing missing in a completed lockfile', () => {
  expect(missingEntries(completed(planted))).toEqual([]);
});

it('reads the platform in a name, and none where there is none', () => {
  expect(platformOfName('@x/binding-win32-arm64-msvc')).toEqual({ os: ['win32'], cpu: ['arm64'] });
  expect(platformOfName('fsevents')).toBeUndefined();
});

it('finds nothing missing in the lockfile of the project; otherwise run node tools/lockfile/main.ts', () => {
  const lock: Lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  expect(Object.keys(lock.packages).length).toBeGreaterThan(300);
  expect(missingEntries(lock).map(({ path }) => path)).toEqual([]);
});
