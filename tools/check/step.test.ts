import { expect, it } from 'vitest';
import { isGood, total } from './step.ts';
import { countOf, failuresOf } from './test-run.ts';

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
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [],
  };
  expect(countOf(report)).toEqual({ passed: 4, failed: 3 });
});

it('names each planted failure with its file, and leaves out what passed', () => {
  const passed = { fullName: 'says yes', status: 'passed', failureMessages: [] };
  const failed = { fullName: 'says no', status: 'failed', failureMessages: ['expected 1\nto be 2'] };
  const testResults = [
    { name: '/root/a.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
    { name: '/root/b.test.ts', status: 'passed', message: '', assertionResults: [passed] },
    { name: '/root/c.test.ts', status: 'failed', message: 'cannot be read', assertionResults: [] },
  ];
  expect(failuresOf({ testResults }, '/root')).toEqual([
    'a.test.ts: says no',
    'expected 1',
    'to be 2',
    'c.test.ts:',
    'cannot be read',
  ]);
});
