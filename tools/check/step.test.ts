import { expect, it } from 'vitest';
import { isGood, total } from './step.ts';
import { countOf } from './test-run.ts';

it('sums the tests of all steps and counts a step that failed otherwise as one failure', () => {
  const outcomes = [
    { ok: true, lines: [], tests: { passed: 3, failed: 0 } },
    { ok: false, lines: [], tests: { passed: 2, failed: 2 } },
    { ok: false, lines: [] },
  ];
  expect(total(outcomes)).toEqual({ passed: 5, failed: 3 });
});

it('is not good when nothing was tested', () => {
  expect(isGood({ passed: 0, failed: 0 })).toBe(false);
  expect(isGood({ passed: 1, failed: 0 })).toBe(true);
  expect(isGood({ passed: 1, failed: 1 })).toBe(false);
});

it('counts a planted test that did not run as failed', () => {
  const report = { numPassedTests: 4, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };
  expect(countOf(report)).toEqual({ passed: 4, failed: 3 });
});
