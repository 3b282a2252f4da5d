import { expect, it } from 'vitest';
import { checkDocstrings } from './docstring.ts';

const messages = (text: string) =>
  checkDocstrings([{ path: 'a.ts', text }], 1).findings.map(({ message }) => message);

it('catches planted exports without a docstring', () => {
  expect(messages('export const a = 1;')).toEqual(['a is exported without a docstring']);
  expect(messages('// says little\nexport function b() {}')).toEqual(['b is exported without a docstring']);
  expect(messages('/** Of c. */\nconst c = 1;\nexport type D = 1;')).toEqual([
    'D is exported without a docstring',
  ]);
  expect(messages('const e = 1;\nexport { e };')).toEqual(['e is exported without a docstring']);
  expect(messages('export default 1;')).toEqual(['default is exported without a docstring']);
});

it('accepts a block above, overloads under the first, and names passed on from elsewhere', () => {
  expect(
    messages('/** A. */\nexport const a = 1;\nexport { b } from "./b.ts";\nexport * from "./c.ts";'),
  ).toEqual([]);
  expect(
    messages('/** F. */\nexport function f(a: 1): 1;\nexport function f(a: 2): 2;\nexport function f(a) {}'),
  ).toEqual([]);
});
