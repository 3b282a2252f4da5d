import { expect, it } from 'vitest';
import { checkPurity } from './purity.ts';

const lines = (text: string) => checkPurity([{ path: 'a.ts', text }], 1).findings.map(({ line }) => line);

it.each([
  'Date.now();',
  'new Date();',
  'Date();',
  'Math.random();',
  'const { random } = { random: Math.random };',
  'performance.now();',
  'crypto.randomUUID();',
  'Temporal.Now.instant();',
])('catches the planted %s', (text) => {
  expect(lines(`const a = 1;\n${text}`)).toEqual([2]);
});

it('lets a date be read from what was given', () => {
  expect(lines('const at = new Date(saidAt); Date.parse(text); Math.round(1.5);')).toEqual([]);
});
