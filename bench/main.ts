import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { type BenchLine, benchEngines } from './engine.ts';
import { benchFeeds } from './feed.ts';
import { benchListening } from './listening.ts';
import { benchMap } from './map.ts';
import { benchOpening } from './open.ts';
import { benchPages } from './page.ts';
import { benchProcess } from './process.ts';
import { benchReads } from './read.ts';
import { type Part, reportOf } from './report.ts';
import { serve } from './served.ts';
import { startServing } from './serving.ts';
import { bareWriter, benchWrites } from './write.ts';

const REPORT = join(import.meta.dirname, '../docs/performance.md');

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const measure = async (name: string, run: () => Promise<readonly BenchLine[]>): Promise<Part> => {
  const start = performance.now();
  say(`${name} ...`);
  const lines = await run();
  for (const { name: what, value, budget, kept } of lines)
    say(`  ${kept ? ' ' : 'MISSED'} ${what}: ${value}${budget === '' ? '' : ` (${budget})`}`);
  say(`  ${((performance.now() - start) / 1_000).toFixed(0)} s`);
  return { name, lines };
};

const served = async (): Promise<readonly Part[]> => {
  const serving = await startServing();
  try {
    return [
      await measure('Reads', () => benchReads(serving)),
      await measure('Live changes', () => benchFeeds(serving)),
      await measure('Pages', () => benchPages(serving)),
      await measure('Map of the stakeholders', () => benchMap(serving)),
    ];
  } finally {
    await serving.stop();
  }
};

const bench = async (write: boolean): Promise<void> => {
  const parts = [
    await measure('Start and memory', benchProcess),
    await measure('Durable commands', benchWrites),
    await measure('Opening a space', benchOpening),
    await measure('A listening round replayed', () => benchListening(process.env['OPINIONS'])),
    ...(await served()),
    await measure('Engines', benchEngines),
  ];
  const machine = {
    cores: availableParallelism(),
    model: cpus()[0]?.model ?? 'unknown',
    node: process.version,
  };
  const report = reportOf(parts, machine, new Date().toISOString().slice(0, 10));
  if (write) writeFileSync(REPORT, report);
  process.stdout.write(report);
};

const [role] = process.argv.slice(2);
if (!isMainThread) bareWriter();
else if (role === 'serve') await serve();
else await bench(role === '--write');
