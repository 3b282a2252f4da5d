import { expect, it } from 'vitest';
import { checkSpecs } from './spec.ts';

const spec = {
  path: 'domain/src/a/SPEC.md',
  text: '# A\n\n- **DEC-1** One vote each.\n- **DEC-2** No vote after the close.\n',
};
const test = (text: string) => ({ path: 'domain/src/a/a.test.ts', text });
const messages = (text: string) => checkSpecs([spec], [test(text)], 1).findings.map(({ message }) => message);

it('is content when every rule is tested, in every form of a test', () => {
  expect(
    messages(
      "it('DEC-1 refuses a second vote', f); describe('x', () => { it.each([1])(`DEC-2 at ${1}`, f); });",
    ),
  ).toEqual([]);
  expect(messages("test('DEC-1, DEC-2 hold together', f)")).toEqual([]);
});

it('catches a planted rule without a test', () => {
  expect(messages("it('DEC-1 refuses', f)")).toEqual(['DEC-2 has no test whose title opens with it']);
});

it('catches a planted test of a rule that does not exist', () => {
  expect(messages("it('DEC-1 a', f); it('DEC-2 b', f); it('DEC-9 c', f)")).toEqual([
    'DEC-9 is a rule of no SPEC.md',
  ]);
});

it('catches a planted number given twice', () => {
  const twice = { path: 'domain/src/b/SPEC.md', text: '- **DEC-1** Something else.\n' };
  const report = checkSpecs([spec, twice], [test("it('DEC-1 a', f); it('DEC-2 b', f)")], 1);
  expect(report.findings[0]?.message).toContain('DEC-1 is already a rule of domain/src/a/SPEC.md:3');
});
