import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { benchDevice } from './device.ts';
import { type BenchLine, benchEngines } from './engine.ts';
import { benchFeeds } from './feed.ts';
import { benchImport } from './import.ts';
import { benchListening } from './listening.ts';
import { benchMap } from './map.ts';
import { benchOpening } from './open.ts';
import { benchPages } from './page.ts';
import { benchProcess } from './process.ts';
import { benchReads } from './read.ts';
import { type Part, partIn, reportOf, takenOn } from './report.ts';
import { serve } from './served.ts';
import { type Serving, startServing } from './serving.ts';
import { bareWriter, benchWrites } from './write.ts';

const REPORT = join(import.meta.dirname, '../docs/performance.md');

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const load = (): number => loadavg()[0] ?? 0;

const measure = async (name: string, run: () => Promise<readonly BenchLine[]>): Promise<Part> => {
  const [start, before] = [performance.now(), load()];
  say(`${name} ...`);
  const lines = await run();
  const taken = takenOn(new Date().toISOString().slice(0, 10), before, load());
  for (const { name: what, value, budget, kept } of lines)
    say(`  ${kept ? ' ' : 'MISSED'} ${what}: ${value}${budget === '' ? '' : ` (${budget})`}`);
  say(`  ${((performance.now() - start) / 1_000).toFixed(0)} s. ${taken}`);
  return { name, taken, lines };
};

/** A part of the bench: its name, and what it measures on the served app. */
type ServedPart = readonly [name: string, run: (serving: Serving) => Promise<readonly BenchLine[]>];

const SERVED: readonly ServedPart[] = [
  ['Reads', benchReads],
  ['Live changes', benchFeeds],
  ['Pages', benchPages],
  ['Map of the stakeholders', benchMap],
  ['Import of 10,000 rows', benchImport],
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

/** What is measured beside the served app, before and after it. */
const BEFORE: readonly (readonly [name: string, run: () => Promise<readonly BenchLine[]>])[] = [
  ['Start and memory', benchProcess],
  ['Durable commands', benchWrites],
  ['Opening a space', benchOpening],
];
const REPLAY = 'A listening round replayed';
const AFTER = 'Engines';
const NAMES = [...BEFORE, ...SERVED].map(([name]) => name).concat(REPLAY, AFTER);

/** The recorded round is no part of this project: `OPINIONS` names the folder where it is. */
const replayed = async (only: string): Promise<readonly Part[]> => {
  const folder = process.env['OPINIONS'];
  if (!REPLAY.startsWith(only)) return [];
  if (folder !== undefined) return [await measure(REPLAY, () => benchListening(folder))];
  say(`${REPLAY}: not now, OPINIONS names the folder of a recorded round`);
  return [];
};

/** Measures the parts whose names begin with `only`; with `write`, the others keep on the page what they had. */
const bench = async (write: boolean, only: string): Promise<void> => {
  const parts: Part[] = [];
  for (const [name, run] of BEFORE) if (name.startsWith(only)) parts.push(await measure(name, run));
  parts.push(...(await replayed(only)), ...(await served(only)));
  if (AFTER.startsWith(only)) parts.push(await measure(AFTER, benchEngines));
  const machine = {
    cores: availableParallelism(),
    model: cpus()[0]?.model ?? 'unknown',
    node: process.version,
  };
  const page = write ? readFileSync(REPORT, 'utf8') : '';
  const shown = NAMES.flatMap((name) => parts.find((part) => part.name === name) ?? partIn(page, name) ?? []);
  const report = reportOf(shown, machine);
  if (write) writeFileSync(REPORT, report);
  process.stdout.write(report);
};

if (!isMainThread) bareWriter();
else if (process.argv[2] === 'serve') await serve();
else {
  const { values } = parseArgs({ options: { write: { type: 'boolean' }, only: { type: 'string' } } });
  await bench(values.write ?? false, values.only ?? '');
}
