import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { PATIENCE } from './patience.ts';

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** A real server, as `npm start` runs it, with data of its own. */
export interface TestServer {
  /** The address that people open; the same after a restart, as devices know it. */
  readonly address: string;
  /** The one-time address of the first account; empty once somebody has one. */
  readonly setUpLink: string;
  /** Kills the process as a power cut would, without a word; nothing answers until `restart`. */
  kill(): Promise<void>;
  /** Starts a process on the same data and port, its clock `ahead` milliseconds; the one before must be gone. */
  restart(ahead?: number): Promise<void>;
  /** Ends the process and removes its data. @throws when it did not stop cleanly. */
  stop(): Promise<void>;
}

/** Settings of the server by the names of its environment. */
export type Environment = { readonly [name: string]: string };

const MAIN = join(import.meta.dirname, '../server/src/main.ts');
/** Said by the server when it takes requests. */
const READY = /Tablée is ready: (\S+)\n/;
const SET_UP = /works once\): (\S+)\n/;

interface Process {
  readonly child: Child;
  readonly address: string;
  readonly setUpLink: string;
}

/** A clock that goes ahead by so many milliseconds, as the server is told to load it before itself. */
const clock = (ahead: number): readonly string[] =>
  ahead === 0
    ? []
    : ['--import', `data:text/javascript,const now = Date.now; Date.now = () => now() + ${ahead};`];

/** What a process starts with; a `fresh` one has nobody with an account, and says how to make the first. */
interface Start {
  readonly data: string;
  readonly environment: Environment;
  readonly port: number;
  readonly fresh: boolean;
  readonly ahead: number;
}

const run = async ({ data, environment, port, fresh, ahead }: Start): Promise<Process> => {
  // A setting of the person who runs the tests must not reach the server under test.
  const own = Object.entries(process.env).filter(([name]) => !/^(TABLEE_|SMTP_|MAIL_|HOST$)/.test(name));
  const child = spawn(process.execPath, [...clock(ahead), '--disable-warning=ExperimentalWarning', MAIN], {
    env: {
      ...Object.fromEntries(own),
      TABLEE_DATA: data,
      PORT: String(port),
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  // What a server logs at this level is a defect; it must be seen beside the failing test.
  child.stdout.on('data', (chunk: Buffer) => process.stderr.write(chunk));
  const ready = new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the server was not ready in time: ${said}`)), PATIENCE);
    child.once('close', () => reject(new Error(`the server ended: ${said}`)));
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = READY.exec(said)?.[1];
      if (address === undefined || (fresh && !SET_UP.test(said))) return;
      clearTimeout(late);
      resolve(address);
    });
  });
  const address = await ready;
  return { child, address, setUpLink: SET_UP.exec(said)?.[1] ?? '' };
};

const end = async (child: Child, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const closed = once(child, 'exit');
  child.kill(signal);
  await closed;
  return child.exitCode;
};

/**
 * Starts a server on a free port of this machine with an empty data folder; resolves once it takes requests.
 * `environment` adds settings: a mail server, a mailbox.
 */
export const startServer = async (environment: Environment = {}): Promise<TestServer> => {
  const data = mkdtempSync(join(tmpdir(), 'tablee-journey-'));
  let running = await run({ data, environment, port: 0, fresh: true, ahead: 0 });
  const { address, setUpLink } = running;
  const port = Number(new URL(address).port);
  return {
    address,
    setUpLink,
    kill: async () => {
      await end(running.child, 'SIGKILL');
    },
    restart: async (ahead = 0) => {
      running = await run({ data, environment, port, fresh: false, ahead });
    },
    stop: async () => {
      const code = await end(running.child, 'SIGTERM');
      rmSync(data, { recursive: true, force: true });
      if (code !== 0 && running.child.signalCode === null)
        throw new Error(`the server stopped with status ${code}`);
    },
  };
};
