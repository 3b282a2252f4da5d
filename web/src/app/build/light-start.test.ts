import { describe, expect, it } from 'vitest';
import { type BuiltFile, heavyAtStart } from './light-start.ts';

const file = (name: string, imports: readonly string[], ...moduleIds: readonly string[]): BuiltFile => ({
  fileName: `assets/${name}.js`,
  name,
  imports: imports.map((other) => `assets/${other}.js`),
  moduleIds,
});

const LIGHT = [
  file('index', [], '/app/web/src/app/main.ts'),
  file('start', ['index'], '/app/domain/src/kernel/state.ts', '/app/domain/src/kernel/process-state.ts'),
  file(
    'space',
    ['start'],
    '/app/domain/src/modules/decision/views.ts',
    '/app/web/src/room/today/today-page.tsx',
  ),
  file('rules', ['start'], '/app/domain/src/modules/index.ts', '/app/node_modules/zod/v4/core/schemas.js'),
];

describe('what a first visit loads', () => {
  it('may be beside anything that is loaded later', () => {
    expect(heavyAtStart(LIGHT)).toEqual([]);
  });

  it('is found out when it holds what writes a state, itself or by a file that it needs', () => {
    const planted = [
      ...LIGHT.filter(({ name }) => name !== 'space'),
      file('space', ['start', 'shared'], '/app/domain/src/engines/decision/tally.ts'),
      file('shared', ['deep'], '/app/web/src/room/meetings/meetings-page.tsx'),
      file('deep', [], '/app/node_modules/zod/v4/core/schemas.js', '/app/domain/src/kernel/record-decide.ts'),
    ];
    expect(heavyAtStart(planted)).toEqual([
      '/app/domain/src/engines/decision/tally.ts',
      '/app/domain/src/kernel/record-decide.ts',
      '/app/node_modules/zod/v4/core/schemas.js',
      '/app/web/src/room/meetings/meetings-page.tsx',
    ]);
  });

  it('is found out when it reads a noun that Today does not show', () => {
    const planted = [
      ...LIGHT.filter(({ name }) => name !== 'space'),
      file(
        'space',
        ['start'],
        '/app/domain/src/modules/decision/views.ts',
        '/app/domain/src/modules/statute/views.ts',
      ),
    ];
    expect(heavyAtStart(planted)).toEqual(['/app/domain/src/modules/statute/views.ts']);
  });
});
