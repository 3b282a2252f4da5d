import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addRecord, type Command, changeRecord, processCommand } from '@tablee/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bed, foundSpace, openBed } from '../http/fixture.ts';
import { openSqliteLedger } from '../ledger/sqlite/adapter.ts';
import { FileStore, type KeptFile } from './file-store.ts';
import { nodeRuntime } from './runtime.ts';

let bed: Bed;
let space = '';
beforeEach(async () => {
  bed = await openBed();
  space = await foundSpace(bed, 'ann');
});
afterEach(() => bed.dispose());

const ticket = () => ({ id: bed.runtime.id(), space, saidAt: '2026-03-01T09:59:00.000Z' });
const submit = async (...commands: readonly Command[]): Promise<void> => {
  const outcomes = await bed.spaces.submit(space, 'ann-person', commands);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(commands.map(() => 'accepted'));
};
const bring = async (words: string, circle = 'partners', to = space): Promise<KeptFile> => {
  const bytes = Buffer.from(`%PDF-1.7\n${words}`);
  const kept = await bed.deps.files.takeBytes(bytes, { space: to, circle, name: 'plan.pdf' });
  if (kept === undefined) throw new Error('not taken');
  return kept;
};
const refOf = ({ hash, size, type }: KeptFile) => ({ hash, size, type, name: 'plan.pdf' });
const naming = async (kept: KeptFile, circle = 'partners'): Promise<string> => {
  const entity = bed.runtime.id();
  const slots = { title: { lang: 'fr', text: 'Plan' }, file: refOf(kept) };
  await submit(addRecord(ticket(), 'document', { entity, circle }, slots));
  return entity;
};
const erase = (entity: string, circle = 'partners'): Promise<void> =>
  submit(processCommand(ticket(), 'document.erase', { entity, circle }, { targets: ['file'] }));
const isThere = ({ hash }: KeptFile): boolean => existsSync(bed.deps.files.path(hash));

describe('files of erased texts', () => {
  it('SPC-11 lose their entry with the last text that named them, and their content at the next sweep', async () => {
    const kept = await bring('a', 'core');
    const [first, second] = [await naming(kept, 'core'), await naming(kept, 'core')];
    await erase(first, 'core');
    expect(await bed.spaces.ledger.fileRows(space, kept.hash)).toHaveLength(1);
    await erase(second, 'core');
    expect(await bed.spaces.ledger.fileRows(space, kept.hash)).toEqual([]);
    expect((await bed.ask('ann', `/api/spaces/${space}/files/${kept.hash}`)).status).toBe(404);
    expect(isThere(kept)).toBe(true);
    expect(await bed.deps.files.sweep()).toBe(1);
    expect(isThere(kept)).toBe(false);
  });

  it('SPC-11 stay while an older version of another text names them, and go when that is erased too', async () => {
    const [old, fresh] = [await bring('old'), await bring('fresh')];
    const [one, other] = [await naming(old), await naming(old)];
    const held = (await bed.spaces.open(space))?.state.entities.get(other);
    if (held?.kind !== 'record') throw new Error('not a record');
    await submit(changeRecord(ticket(), held, { file: refOf(fresh) }));
    await erase(one);
    expect(await bed.deps.files.sweep()).toBe(0);
    await erase(other);
    expect(await bed.deps.files.sweep()).toBe(2);
    expect([isThere(old), isThere(fresh)]).toEqual([false, false]);
  });

  it('SPC-12 are swept neither where another space names them, nor before they are whole', async () => {
    const kept = await bring('shared');
    const elsewhere = await foundSpace(bed, 'ann');
    await bring('shared', 'partners', elsewhere);
    const half = join(bed.deps.files.uploads, 'half');
    writeFileSync(half, '%PDF-1.7');
    await erase(await naming(kept));
    expect(await bed.deps.files.sweep()).toBe(0);
    expect([isThere(kept), existsSync(half)]).toEqual([true, true]);
  });

  it('SPC-12 brought again while they are swept are there afterwards', async () => {
    const kept = await bring('again');
    await erase(await naming(kept));
    await Promise.all([bed.deps.files.sweep(), bring('again'), bed.deps.files.sweep()]);
    await bed.deps.files.sweep();
    expect(isThere(kept)).toBe(true);
    expect(await bed.spaces.ledger.fileRows(space, kept.hash)).toHaveLength(1);
  });

  it('SPC-11 are swept at the next start when the server was killed between the two', async () => {
    const folder = join(bed.folder, 'killed');
    mkdirSync(folder);
    const script = join(import.meta.dirname, 'file-kill-child.ts');
    const child = spawn(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      script,
      folder,
      'space-k',
    ]);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    const [hash = '', ...outcomes] = said.trim().split(' ');
    expect(outcomes).toEqual(['accepted', 'accepted']);
    const ledger = await openSqliteLedger(folder);
    const files = new FileStore(join(folder, 'files'), ledger, nodeRuntime);
    expect(await ledger.contents()).toEqual(new Set());
    expect(existsSync(files.path(hash))).toBe(true);
    expect(await files.sweep()).toBe(1);
    expect(existsSync(files.path(hash))).toBe(false);
    await ledger.close();
  });
});
