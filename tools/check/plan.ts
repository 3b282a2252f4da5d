import { isClean, linesOf } from '../report/report.ts';
import { CHECKERS } from './checker.ts';
import { runToEnd, toolOutcome } from './command.ts';
import type { Outcome, Step } from './step.ts';
import { runTests } from './test-run.ts';

/** Fewer tests than these mean that a run no longer finds its tests. Raised as the project grows. */
const FLOOR = { unit: 2_300, contract: 15, journey: 200 } as const;

const PROJECTS = ['domain', 'domain/tsconfig.test.json', 'server', 'web'];

async function build(root: string): Promise<Outcome> {
  const { code, output } = await runToEnd(root, process.execPath, ['tablee.mjs', 'build']);
  return { ok: code === 0, lines: code === 0 ? [] : output.trimEnd().split('\n') };
}

function checkerSteps(root: string): readonly Step[] {
  return Object.entries(CHECKERS).map(([name, check]) => ({
    name,
    slow: false,
    run: async () => {
      const report = await check(root);
      return { ok: isClean(report), lines: linesOf(report) };
    },
  }));
}

/** Everything that is checked, in order: what is quick and tells most comes first. */
export function planOf(root: string): readonly Step[] {
  const byTool = (name: string, program: string, ...args: readonly string[]): Step => ({
    name,
    slow: false,
    run: () => toolOutcome(root, program, args),
  });
  return [
    byTool('format', 'biome', 'check', '--linter-enabled=false', '--reporter=summary', '.'),
    ...PROJECTS.map((project) => byTool(`types ${project}`, 'tsc', '-p', project)),
    byTool('lint', 'oxlint', '--type-aware', '--deny-warnings', '--format=unix', '.'),
    ...checkerSteps(root),
    { name: 'unit', slow: false, run: () => runTests(root, ['--project', 'unit'], FLOOR.unit) },
    {
      name: 'contract',
      slow: true,
      run: () => runTests(root, ['--project', 'contract'], FLOOR.contract),
    },
    { name: 'build', slow: true, run: () => build(root) },
    {
      name: 'journey',
      slow: true,
      run: () => runTests(root, ['--config', 'e2e/vitest.config.ts'], FLOOR.journey),
    },
    { ...byTool('unused', 'knip'), slow: true },
  ];
}
