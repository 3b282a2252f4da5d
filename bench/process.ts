import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { BenchLine } from './engine.ts';
import { atMost, median } from './line.ts';

const MAIN = join(import.meta.dirname, '../server/src/main.ts');
const STARTS = 3;
/** How long an idle server is left alone before its memory is read, in milliseconds. */
const IDLE = 3_000;

interface Started {
  readonly ready: number;
  /** Resident memory in MB, after it was idle; 0 where the machine cannot say. */
  readonly memory: number;
}

const memoryOf = (pid: number | undefined): number =>
  Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()) / 1_024;

/** The server in a process of its own. */
interface Spawned {
  readonly child: ChildProcessByStdio<null, null, Readable>;
  /** Milliseconds from the start of the process to its first request. */
  readonly ready: number;
  /** What it said when it was ready. */
  readonly said: string;
}

/** Starts the server on `data`, as `npm start` does once everything is installed and built. */
const spawnServer = async (
  data: string,
  settings: { readonly [name: string]: string } = {},
): Promise<Spawned> => {
  const start = performance.now();
  // A setting of the person who runs the bench must not reach the server under measurement.
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(TABLEE_|SMTP_|MAIL_|HOST$|TRUST_)/.test(name),
  );
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    env: {
      ...Object.fromEntries(own),
      TABLEE_DATA: data,
      PORT: '0',
      LOG_LEVEL: 'error',
      BACKUP_DIR: join(data, 'backup'),
      NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/compile'),
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const ready = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('is ready')) resolve(performance.now() - start);
    });
  });
  // The link of the first account follows in a line of its own.
  for (let tries = 0; tries < 50 && !said.includes('/set-up/'); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return { child, ready, said };
};

const stopServer = async (child: Spawned['child']): Promise<void> => {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
};

/** Starts the server, leaves it alone for `idle` milliseconds and stops it again. */
const startOnce = async (data: string, idle: number): Promise<Started> => {
  const { child, ready } = await spawnServer(data);
  await new Promise((resolve) => setTimeout(resolve, idle));
  const memory = idle > 0 ? memoryOf(child.pid) : 0;
  await stopServer(child);
  return { ready, memory };
};

/** A server of its own process and data folder, for a measurement that talks to it over HTTP. */
export interface Alone {
  readonly address: string;
  readonly setUpLink: string;
  /** Resident memory in MB now. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts a server that nobody has an account of yet, with some settings; it and its data go with `stop`. */
export const startAlone = async (settings: { readonly [name: string]: string }): Promise<Alone> => {
  const data = mkdtempSync(join(tmpdir(), 'tablee-bench-'));
  const { child, said } = await spawnServer(data, settings);
  return {
    address: /ready: (\S+)/.exec(said)?.[1] ?? '',
    setUpLink: /\S+\/set-up\/\S+/.exec(said)?.[0] ?? '',
    memory: () => memoryOf(child.pid),
    async stop() {
      await stopServer(child);
      rmSync(data, { recursive: true });
    },
  };
};

/** From the start of the process to its first request, on data that exist; memory of a server that does nothing. */
export const benchProcess = async (): Promise<readonly BenchLine[]> => {
  const data = mkdtempSync(join(tmpdir(), 'tablee-bench-'));
  // The first start makes the stores and compiles.
  await startOnce(data, 0);
  const starts: number[] = [];
  for (let run = 0; run < STARTS; run++) starts.push((await startOnce(data, 0)).ready);
  const { memory } = await startOnce(data, IDLE);
  rmSync(data, { recursive: true });
  return [
    atMost('start to ready', median(starts), 1_000, ' ms'),
    atMost('memory of an idle server', memory, 120, ' MB'),
  ];
};
