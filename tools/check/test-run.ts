import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runToEnd, tool } from './command.ts';
import type { Outcome, TestCount } from './step.ts';

type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly FileReport[];
};

type FileReport = {
  readonly name: string;
  readonly status: string;
  /** Why the file could not be run; empty when its tests say what is wrong. */
  readonly message: string;
  readonly assertionResults: readonly {
    readonly fullName: string;
    readonly status: string;
    readonly failureMessages?: readonly string[];
  }[];
};

/** The tests that a report of vitest says were executed. A test that did not run is a failure. */
export function countOf(report: VitestReport): TestCount {
  const notRun = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: report.numFailedTests + notRun };
}

/** Each test that failed, by its file, with what it said; and each file that could not be run. */
export function failuresOf(report: Pick<VitestReport, 'testResults'>, root: string): readonly string[] {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${file}:`, ...message.split('\n')] : [];
    return failed.flatMap(({ fullName, failureMessages = [] }) => [
      `${file}: ${fullName}`,
      ...failureMessages.flatMap((said) => said.split('\n')),
    ]);
  });
}

/** Runs vitest and counts from its own report; without a report the run failed, whatever its code. */
export async function runTests(root: string, args: readonly string[], floor: number): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'tablee-tests-'));
  const file = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { code, output } = await runToEnd(root, tool(root, 'vitest'), ['run', ...args, ...reporters]);
    if (!existsSync(file)) return { ok: false, lines: output.trimEnd().split('\n') };
    const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'));
    const tests = countOf(report);
    const enough = tests.passed + tests.failed >= floor;
    const ok = code === 0 && tests.failed === 0 && enough;
    const missed = enough
      ? []
      : [`only ${tests.passed + tests.failed} tests ran; at least ${floor} expected`];
    const notRun = ok || code !== 0 ? [] : ['a test did not run (skipped or left for later)'];
    const failures = failuresOf(report, root);
    // What failed comes first: the long list of what passed would hide it. The rest holds what a server logged.
    const rest = output.split('\n').filter((line) => !line.includes('✓'));
    return { ok, tests, lines: ok ? [] : [...failures, ...missed, ...(enough ? notRun : []), ...rest] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
