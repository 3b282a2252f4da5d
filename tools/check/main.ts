/**
 * Checks everything: `npm test` (all), `npm run check:quick` (what is quick), or the steps that are named:
 * `npm test -- lint unit`. The last line says how many tests passed and failed.
 */

import { planOf } from './plan.ts';
import { isGood, type Outcome, total } from './step.ts';

function chosen(args: readonly string[]) {
  const [mode = 'full', ...names] = args;
  const plan = planOf(process.cwd());
  const wanted =
    names.length > 0 ? plan.filter(({ name }) => names.includes(name.split(' ')[0] ?? '')) : plan;
  return mode === 'quick' ? wanted.filter(({ slow }) => !slow) : wanted;
}

async function run(): Promise<boolean> {
  const outcomes: Outcome[] = [];
  const failed: string[] = [];
  for (const step of chosen(process.argv.slice(2))) {
    const start = performance.now();
    const outcome = await step.run().catch((error: unknown): Outcome => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { ok: false, lines: text.split('\n') };
    });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const tests = outcome.tests ? `, ${outcome.tests.passed} passed, ${outcome.tests.failed} failed` : '';
    console.log(`${outcome.ok ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s${tests})`);
    for (const line of outcome.lines) console.log(`         ${line}`);
    if (!outcome.ok) failed.push(step.name);
    outcomes.push(outcome);
  }
  const sum = total(outcomes);
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  const onlyStatic = outcomes.every(({ tests }) => tests === undefined);
  return isGood(sum) || (process.argv.length > 3 && onlyStatic && sum.failed === 0);
}

process.exitCode = (await run()) ? 0 : 1;
