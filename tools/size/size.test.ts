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

it('fails when it read fewer files than the floor', () => {
  expect(isClean(checkSize([], 1))).toBe(false);
});
