import { expect, it } from 'vitest';
import { checkSuppressions } from './suppression.ts';

const messages = (text: string, allowed = { suppressions: 1, casts: 1 }) =>
  checkSuppressions([{ path: 'a.test.ts', text }], allowed, 1).findings.map(({ message }) => message);

it('catches a planted suppression without a reason', () => {
  expect(messages('// oxlint-disable-next-line no-console\nf();')).toHaveLength(1);
  expect(messages('// @ts-expect-error\nf();')).toHaveLength(1);
  expect(messages('// biome-ignore format\nf();')).toHaveLength(1);
});

it('accepts a suppression with its reason', () => {
  expect(messages('// oxlint-disable-next-line no-console -- the command line speaks here\nf();')).toEqual(
    [],
  );
  expect(messages('// @ts-expect-error: a number must not compile here\nf();')).toEqual([]);
});

it('catches a planted cast without a reason, and lets "as const" be', () => {
  expect(messages('const a = b as string;')).toHaveLength(1);
  expect(
    messages('// The schema above has just proved it.\nconst a = b as string;\nconst c = [1] as const;'),
  ).toEqual([]);
});

it('catches planted tests that do not run and work left for later', () => {
  expect(messages("it.skip('x', f);\ntest.only('y', f);\ndescribe.todo('z');")).toHaveLength(3);
  expect(messages('// TODO later\nf();')).toHaveLength(1);
});

it('catches one more than the number allowed', () => {
  const text = '// Proved above.\nconst a = b as string;';
  expect(messages(text, { suppressions: 0, casts: 0 })).toEqual([
    '1 casts; at most 0, and the number may only fall',
  ]);
});
