import { expect, it } from 'vitest';
import { isClean } from '../report/report.ts';
import { checkSize } from './size.ts';

const lines = (count: number) => '  // one line\n'.repeat(count);

it('passes a small file and prints its medians', () => {
  const report = checkSize([{ path: 'domain/src/a.ts', text: 'export const a = () => 1;\n' }], 1);
  expect(isClean(report)).toBe(true);
  expect(report.notes[0]).toBe('file: 1 measured, median 1, p90 1, 0 above 300');
});

it('catches a planted file of 501 lines, and lets a test have 501', () => {
  const text = lines(501);
  expect(checkSize([{ path: 'domain/src/a.ts', text }], 1).findings).toHaveLength(1);
  expect(checkSize([{ path: 'domain/src/a.test.ts', text }], 1).findings).toHaveLength(0);
});

it('catches a planted function of 82 lines, and lets a component have 82', () => {
  const body = `{\n${lines(80)}}\n`;
  const long = checkSize([{ path: 'web/src/a.ts', text: `function long() ${body}` }], 1).findings;
  expect(long[0]?.message).toContain('long has 82 lines');
  expect(checkSize([{ path: 'web/src/a.tsx', text: `const Long = () => ${body}` }], 1).findings).toEqual([]);
});

it('catches a planted fifth parameter', () => {
  const report = checkSize([{ path: 'web/src/a.ts', text: 'const f = (a, b, c, d, e) => 1;\n' }], 1);
  expect(report.findings[0]?.message).toContain('f has 5 parameters');
});

it('names the long ones when they are more than before', () => {
  const text = `const f = (a, b, c, d) => 1;\n${lines(300)}`;
  const files = [{ path: 'domain/src/a.ts', text }];
  expect(checkSize(files, 1, { file: 1, parameters: 1 }).findings).toEqual([]);
  const { findings } = checkSize(files, 1, { file: 0, parameters: 0 });
  expect(findings.map(({ message }) => message)).toEqual([
    'the file has 301: 1 of kind file are above 300; at most 0. Split one of them by what it is about.',
    'f has 4: 1 of kind parameters are above 3; at most 0. Split one of them by what it is about.',
  ]);
});

it('fails when it read fewer files than the floor', () => {
  expect(isClean(checkSize([], 1))).toBe(false);
});
