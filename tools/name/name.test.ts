import { expect, it } from 'vitest';
import { checkNames } from './name.ts';

const messages = (...paths: string[]) => checkNames(paths, 1).findings.map(({ message }) => message);

it.each([
  ['server/src/http/utils.ts', '"utils" says nothing'],
  ['server/src/date-helpers.ts', '"helpers" says nothing'],
  ['web/src/common/button.tsx', '"common" says nothing'],
  ['domain/src/kernel/eventStore.ts', 'is not kebab-case'],
  ['web/src/Shell/rail.tsx', 'is not kebab-case'],
  ['domain/src/modules/actors/index.ts', 'is plural'],
])('catches the planted name %s', (path, message) => {
  expect(messages(path).join()).toContain(message);
});

it('accepts kebab-case, documents, numbered records and dotted kinds', () => {
  const good = ['domain/src/kernel/SPEC.md', 'docs/decisions/0001-a-thing.md', 'LICENSE', '.ci/run'];
  expect(messages(...good, 'web/src/ui/ring.module.css', 'domain/src/sha256.test.ts')).toEqual([]);
});
