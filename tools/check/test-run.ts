import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runToEnd, tool } from './command.ts';
import type { Outcome, TestCount } from './step.ts';

type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
};

/** The tests that a report of vitest says were executed. A test that did not run is a failure. */
export function countOf(report: VitestReport): TestCount {
  const notRun = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: report.numFailedTests + notRun };
}

/** Runs vitest and counts from its own report; without a report the run failed, whatever its code. */
export async function runTests(root: string, args: readonly string[], floor: number): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'tablee-tests-'));
  const file = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { code, output } = await runToEnd(root, tool(root, 'vitest'), ['run', ...args, ...reporters]);
    if (!existsSync(file)) return { ok: false, lines: output.trimEnd().split('\n') };
    const tests = countOf(JSON.parse(readFileSync(file, 'utf8')));
    const enough = tests.passed + tests.failed >= floor;
    const ok = code === 0 && tests.failed === 0 && enough;
    const missed = enough
      ? []
      : [`only ${tests.passed + tests.failed} tests ran; at least ${floor} expected`];
    const notRun = ok || code !== 0 ? [] : ['a test did not run (skipped or left for later)'];
    return {
      ok,
      tests,
      lines: ok ? [] : [...output.trimEnd().split('\n'), ...missed, ...(enough ? notRun : [])],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
