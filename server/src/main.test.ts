import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let data = '';
let children: ChildProcessByStdio<null, Readable, Readable>[] = [];
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'tablee-main-'));
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  rmSync(data, { recursive: true });
});

interface Started {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** What was said on standard error until it was ready or ended. */
  readonly said: string;
  readonly address: string;
}

const startServer = async (env: Record<string, string> = {}): Promise<Started> => {
  const { TABLEE_DATA: _data, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'main.ts')],
    {
      env: { ...inherited, TABLEE_DATA: data, PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  children.push(child);
  let said = '';
  child.stdout.resume();
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await Promise.race([
    once(child, 'close'),
    (async () => {
      while (!/account yet.*\n/.test(said)) await once(child.stderr, 'data');
    })(),
  ]);
  return { child, said, address: /ready: (\S+)/.exec(said)?.[1] ?? '' };
};

describe('the server as a process', () => {
  it('MAIN-1 says where it is, offers the set-up link, answers, and stops cleanly on SIGTERM', async () => {
    const { child, address, said } = await startServer();
    expect(said).toMatch(/Make the first one here \(works once\): http/);
    const health = await fetch(`${address}/healthz`);
    expect(await health.json()).toMatchObject({ status: 'ok' });
    const ended = once(child, 'close');
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  });

  it('MAIN-2 tells a second process who has the data', async () => {
    const first = await startServer();
    const second = await startServer();
    expect(second.child.exitCode).toBe(2);
    expect(second.said).toMatch(new RegExp(`in use by another Tablée \\(process ${first.child.pid}\\)`));
    first.child.kill('SIGTERM');
    await once(first.child, 'close');
  });

  it('MAIN-3 stops with the line to mend when a setting is wrong', async () => {
    const { child, said } = await startServer({ TABLEE_DATAA: 'x', LOG_LEVEL: 'loud' });
    expect(child.exitCode).toBe(2);
    expect(said).toMatch(/TABLEE_DATAA is not a setting/);
    expect(said).toMatch(/LOG_LEVEL=loud is not valid: expected one of/);
  });
});
