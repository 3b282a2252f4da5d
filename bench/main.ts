import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { benchDevice } from './device.ts';
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
import { type Serving, startServing } from './serving.ts';
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

/** A part of the bench: its name, and what it measures on the served app. */
type ServedPart = readonly [name: string, run: (serving: Serving) => Promise<readonly BenchLine[]>];

const SERVED: readonly ServedPart[] = [
  ['Reads', benchReads],
  ['Live changes', benchFeeds],
  ['Pages', benchPages],
  ['Map of the stakeholders', benchMap],
  ['A large partnership on a device', benchDevice],
];

const served = async (only: string): Promise<readonly Part[]> => {
  const wanted = SERVED.filter(([name]) => name.startsWith(only));
  if (wanted.length === 0) return [];
  const serving = await startServing();
  try {
    const parts: Part[] = [];
    for (const [name, run] of wanted) parts.push(await measure(name, () => run(serving)));
    return parts;
  } finally {
    await serving.stop();
  }
};

const alone = async (only: string, name: string, run: () => Promise<readonly BenchLine[]>) =>
  name.startsWith(only) ? [await measure(name, run)] : [];

/** Measures the parts whose names begin with `only`; only all of them together are written to the page. */
const bench = async (write: boolean, only: string): Promise<void> => {
  const parts = [
    ...(await alone(only, 'Start and memory', benchProcess)),
    ...(await alone(only, 'Durable commands', benchWrites)),
    ...(await alone(only, 'Opening a space', benchOpening)),
    ...(await alone(only, 'A listening round replayed', () => benchListening(process.env['OPINIONS']))),
    ...(await served(only)),
    ...(await alone(only, 'Engines', benchEngines)),
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

const [role, name = ''] = process.argv.slice(2);
if (!isMainThread) bareWriter();
else if (role === 'serve') await serve();
else await bench(role === '--write', role === '--only' ? name : '');
