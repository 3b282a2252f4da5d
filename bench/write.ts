import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { addRecord, PARTNERS } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import type { Append, Ledger } from '../server/src/ledger/port.ts';
import { openSqliteLedger } from '../server/src/ledger/sqlite/adapter.ts';
import { openForWriting } from '../server/src/ledger/sqlite/open.ts';
import { SILENT } from '../server/src/log.ts';
import { SYSTEM } from '../server/src/space/decide-batch.ts';
import { Hub } from '../server/src/space/feed.ts';
import { foundingCommands } from '../server/src/space/found.ts';
import { nodeRuntime } from '../server/src/space/runtime.ts';
import { Spaces } from '../server/src/space/spaces.ts';
import type { BenchLine } from './engine.ts';
import { atLeast, median, noted } from './line.ts';

const WRITERS = 64;
const SPACES = 8;
const ROUNDS = 3;
/** How long one round writes, in milliseconds. */
const ROUND = 1_200;
/** About what one event of a commitment takes in its row. */
const ROW_BYTES = 900;

/** The thread of the bare store: rows of the same size, all that wait in one commit, nothing decided or sealed. */
export const bareWriter = (): void => {
  if (isMainThread || parentPort === null || typeof workerData !== 'string')
    throw new Error('not a writer thread');
  const db = openForWriting(workerData);
  db.exec(
    'create table event (space text, seq integer, payload text, primary key (space, seq)) without rowid',
  );
  const insert = db.prepare('insert into event values (?, ?, ?)');
  const payload = 'x'.repeat(ROW_BYTES);
  let seq = 0;
  const port = parentPort;
  port.on('message', (count: number) => {
    if (count === 0) {
      db.close();
      port.close();
      return;
    }
    db.exec('begin immediate');
    for (let i = 0; i < count; i++) insert.run(`space${i % SPACES}`, ++seq, payload);
    db.exec('commit');
    port.postMessage(count);
  });
};

/** Writers that each wait for their answer before the next one; answers how many were answered in a second. */
const perSecond = async (write: (writer: number) => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  let answered = 0;
  const one = async (writer: number): Promise<void> => {
    while (performance.now() - start < ROUND) {
      await write(writer);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => one(writer)));
  return (answered * 1_000) / (performance.now() - start);
};

/** The bare store behind a queue: what waits while a commit runs goes into the next one. */
const openBare = (folder: string) => {
  const worker = new Worker(new URL('./main.ts', import.meta.url), {
    argv: ['bare-writer'],
    workerData: join(folder, 'bare.sqlite'),
  });
  let waiting: (() => void)[] = [];
  let running: (() => void)[] = [];
  const next = (): void => {
    if (running.length > 0 || waiting.length === 0) return;
    running = waiting;
    waiting = [];
    worker.postMessage(running.length);
  };
  worker.on('message', () => {
    const done = running;
    running = [];
    for (const resolve of done) resolve();
    next();
  });
  return {
    write: () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        next();
      }),
    close: () =>
      new Promise<void>((resolve) => {
        worker.once('exit', () => resolve());
        worker.postMessage(0);
      }),
  };
};

/** The ledger, with every append written down as it passes. */
const recorded = (ledger: Ledger, appends: Append[]): Ledger =>
  new Proxy(ledger, {
    get: (target, key) => {
      if (key === 'append')
        return (append: Append) => {
          appends.push(append);
          return target.append(append);
        };
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

/** Spaces on the real ledger, each with a founder who writes; `appends` gets what they append. */
const openReal = async (folder: string, appends: Append[]) => {
  const ledger = await openSqliteLedger(folder);
  const deps = { nouns: partnership, runtime: nodeRuntime, hub: new Hub(), log: SILENT };
  const spaces = new Spaces({ ...deps, ledger: recorded(ledger, appends) });
  const person = nodeRuntime.id();
  const ids = Array.from({ length: SPACES }, () => nodeRuntime.id());
  for (const space of ids) {
    const words = { title: 'Bench', problem: 'Wells run dry.', language: 'en', languages: ['en'] } as const;
    const { bySystem, byFounder } = foundingCommands(nodeRuntime, { space, zone: 'UTC', ...words }, person);
    await spaces.submit(space, SYSTEM, bySystem);
    await spaces.submit(space, person, byFounder);
  }
  const write = async (writer: number): Promise<void> => {
    const space = ids[writer % SPACES] ?? '';
    const ticket = { id: nodeRuntime.id(), space, saidAt: '2026-03-01T09:00:00.000Z' };
    const what = { lang: 'en', text: 'Send the readings of the eleven large wells' };
    const slots = { what, due: '2026-05-01', state: 'open' };
    const command = addRecord(ticket, 'commitment', { entity: nodeRuntime.id(), circle: PARTNERS }, slots);
    const [outcome] = await spaces.submit(space, person, [command]);
    if (outcome?.outcome !== 'accepted') throw new Error('the bench was refused');
  };
  const close = async (): Promise<void> => {
    await spaces.settle();
    await ledger.close();
  };
  return { write, close };
};

/** Appends them again to a store of its own, each space's in order and all spaces at once; answers events a second. */
const replay = async (ledger: Ledger, appends: readonly Append[]): Promise<number> => {
  const lanes = Map.groupBy(appends, ({ space }) => space);
  const start = performance.now();
  const run = async (lane: readonly Append[]): Promise<void> => {
    for (const append of lane) if (!(await ledger.append(append)).ok) throw new Error('a replay went astray');
  };
  await Promise.all([...lanes.values()].map(run));
  const events = appends.reduce((sum, append) => sum + append.events.length, 0);
  return (events * 1_000) / (performance.now() - start);
};

interface Rates {
  readonly bare: number;
  readonly store: number;
  readonly real: number;
}

const linesOf = (rates: readonly Rates[]): readonly BenchLine[] => {
  const of = (key: keyof Rates): string => median(rates.map((rate) => rate[key])).toFixed(0);
  const share = (key: 'bare' | 'store'): number => median(rates.map((rate) => rate.real / rate[key]));
  return [
    atLeast(
      `durable commands, ${WRITERS} writers in ${SPACES} spaces, as a share of the store alone with the same appends`,
      share('store'),
      0.5,
    ),
    atLeast(
      'the same as a share of bare rows in group commits: one table, no log, no search',
      share('bare'),
      0.5,
    ),
    noted('a second: commands, the store alone, bare rows', `${of('real')}, ${of('store')}, ${of('bare')}`),
  ];
};

/**
 * Durable commands a second (decided, sealed, logged, indexed, committed) against two baselines in turns: the ledger
 * alone with the very same appends, and bare rows of the same size in the same group commit.
 */
export const benchWrites = async (): Promise<readonly BenchLine[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'tablee-bench-'));
  const appends: Append[] = [];
  const bare = openBare(folder);
  const real = await openReal(folder, appends);
  mkdirSync(join(folder, 'alone'));
  const alone = await openSqliteLedger(join(folder, 'alone'));
  const rates: Rates[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const [plain, ours] = [await perSecond(bare.write), await perSecond(real.write)];
    rates.push({ bare: plain, real: ours, store: await replay(alone, appends.splice(0)) });
  }
  await Promise.all([bare.close(), real.close(), alone.close()]);
  rmSync(folder, { recursive: true });
  // The first round warms all three up.
  return linesOf(rates.slice(1));
};
