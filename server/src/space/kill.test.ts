import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../backup/verify.ts';
import { openSqliteLedger } from '../ledger/sqlite/adapter.ts';
import { nodeRuntime } from './runtime.ts';

/** How many times the writer is killed; more with KILL_ROUNDS. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 4);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tablee-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const killedAfter = async (milliseconds: number, name: string): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, 'kill-child.ts'),
    folder,
    name,
  ]);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await once(child.stdout, 'data');
  await wait(milliseconds);
  child.kill('SIGKILL');
  await once(child, 'close');
  // What was cut off in the middle of a line was not acknowledged to anybody.
  return said.slice(0, said.lastIndexOf('\n')).split('\n');
};

describe('kill -9', () => {
  it('KILL-1 loses no acknowledged command and needs no repair, however often', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const acknowledged = await killedAfter(40 + Math.floor((round * 137) % 300), `space-${round % 2}`);
      expect(acknowledged.length).toBeGreaterThan(1);
      const ledger = await openSqliteLedger(folder);
      for (const line of acknowledged) {
        const [space = '', id = '', seq = ''] = line.split(' ');
        expect((await ledger.answers(space, [id])).get(id)?.answer).toEqual({
          from: Number(seq),
          to: Number(seq),
        });
        expect(await ledger.read(space, { after: Number(seq) - 1, limit: 1 })).toMatchObject([
          { seq: Number(seq), commandId: id },
        ]);
      }
      await ledger.close();
      for (const report of verifyLedger(join(folder, 'ledger.sqlite'), nodeRuntime.hash))
        expect(report.fault).toBeUndefined();
    }
  });
});
