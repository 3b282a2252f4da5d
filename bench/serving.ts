import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isObject } from '@tablee/domain/kernel';
import type { Served } from './served.ts';

const isServed = (value: unknown): value is Served =>
  isObject(value) && ['real', 'bare', 'framework', 'cookie'].every((key) => typeof value[key] === 'string');

/** The servers under measurement, in a process of their own, with a sample opened in the real one. */
export interface Serving extends Served {
  /** The steward's copy of the invented sample. */
  readonly space: string;
  ask(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

const told = async (child: ChildProcess): Promise<Served> => {
  const [message]: unknown[] = await once(child, 'message');
  if (!isServed(message)) throw new Error('the served process said something else');
  return message;
};

/** Starts the process; it ends with `stop`, and by itself when this process goes. */
export const startServing = async (): Promise<Serving> => {
  const main = join(import.meta.dirname, 'main.ts');
  const child = fork(main, ['serve'], { execArgv: ['--disable-warning=ExperimentalWarning'] });
  const served = await told(child);
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(served.real + path, {
      ...init,
      headers: { cookie: served.cookie, origin: served.real, 'content-type': 'application/json' },
    });
  const visit: unknown = await (
    await ask('/api/samples/valley-water', { method: 'POST', body: '{}' })
  ).json();
  if (!isObject(visit) || typeof visit['space'] !== 'string') throw new Error('the sample did not open');
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  };
  return { ...served, space: visit['space'], ask, stop };
};

/** Sends something that must be taken whole. @throws {Error} with the answer, where it was not. */
export const post = async (serving: Serving, path: string, body: object): Promise<void> => {
  const answer = await serving.ask(path, { method: 'POST', body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok || text.includes('"refused"'))
    throw new Error(`${path}: ${answer.status} ${text.slice(0, 500)}`);
};
