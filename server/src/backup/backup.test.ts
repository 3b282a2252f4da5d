import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { addRecord, type Command } from '@tablee/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command as verifyCommand } from '../cli/verify.ts';
import { type Bed, commandIn, foundSpace, openBed, snapshotOf } from '../http/fixture.ts';
import { lockFolder } from '../ledger/sqlite/lock.ts';
import { remodel } from '../space/remodel.ts';
import { backUp, backupsIn, pruneBackups } from './backup.ts';
import { ErasureList } from './erasure-list.ts';
import { restore } from './restore.ts';
import { verifyFolder } from './verify.ts';

let root = '';
let data = '';
let backups = '';
let bed: Bed;
let space = '';
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'tablee-backup-'));
  data = join(root, 'data');
  backups = join(root, 'backups');
  lockFolder(data).release();
  bed = await openBed({ folder: data });
  space = await foundSpace(bed, 'ann');
});
afterEach(async () => {
  rmSync(root, { recursive: true });
});

const actor = (name: string): Command =>
  addRecord(
    { id: bed.runtime.id(), space, saidAt: '2026-03-01T09:59:00.000Z' },
    'actor',
    { entity: bed.runtime.id(), circle: 'partners' },
    { name },
  );
const submit = (...commands: Command[]) => bed.spaces.submit(space, 'ann-person', commands);

describe('backup', () => {
  it('BAK-1 copies a store in use, verifies, and gives it back whole', async () => {
    await submit(actor('Avant'));
    const kept = await bed.deps.files.takeBytes(Buffer.from('Procès-verbal'), {
      space,
      circle: 'partners',
      name: 'a.txt',
    });
    const writing = submit(...Array.from({ length: 50 }, (_, n) => actor(`${n}`)));
    const path = await backUp(data, backups, '2026-03-01T10:00:00.000Z');
    await writing;
    const report = await verifyFolder(path, bed.runtime.hash);
    expect(report?.damaged).toEqual([]);
    expect(report?.spaces).toMatchObject([{ space }]);
    expect(report?.spaces[0]?.fault).toBeUndefined();
    await bed.dispose();
    const restored = await restore(path, data, backups, bed.runtime);
    expect(readdirSync(restored.aside ?? '')).toContain('ledger.sqlite');
    const again = await openBed({ folder: data });
    again.people.enter('ann', space, 'ann-person');
    const entities = JSON.stringify((await snapshotOf(again, space, 'ann')).snapshot.entities);
    expect(entities).toMatch(/Avant/);
    expect((await again.deps.files.read(kept?.hash ?? '')).toString()).toBe('Procès-verbal');
    await again.dispose();
  });

  it('BAK-2 erases again after a restore what was erased since the backup', async () => {
    const secret = actor('Zyxwvut');
    await submit(secret, actor('Reste'));
    const list = new ErasureList(backups);
    bed.spaces.hub.watch((_space, events) => list.events(events));
    const path = await backUp(data, backups, '2026-03-01T10:00:00.000Z');
    await submit(
      commandIn(bed, space, { type: 'actor.erase', entity: secret.entity, payload: { targets: ['name'] } }),
    );
    await bed.dispose();
    expect(readFileSync(join(path, 'ledger.sqlite'), 'latin1')).toMatch(/Zyxwvut/);
    const restored = await restore(path, data, dirname(path), bed.runtime);
    expect(restored.erasedAgain).toBe(1);
    expect(readFileSync(join(data, 'ledger.sqlite'), 'latin1')).not.toMatch(/Zyxwvut/i);
    const again = await openBed({ folder: data });
    expect(await remodel(again.spaces)).toBe(1);
    again.people.enter('ann', space, 'ann-person');
    const text = JSON.stringify((await snapshotOf(again, space, 'ann')).snapshot.entities);
    expect(text).toMatch(/Reste/);
    expect(text).not.toMatch(/Zyxwvut/);
    expect(await (await again.ask('ann', `/api/spaces/${space}/search?q=reste`)).json()).toMatchObject({
      found: [{ type: 'actor' }],
    });
    await again.dispose();
    expect((await verifyFolder(data, bed.runtime.hash))?.spaces[0]?.fault).toBeUndefined();
  });

  it('BAK-3 names what is damaged, and restores nothing over a server that runs', async () => {
    await submit(actor('A'));
    const path = await backUp(data, backups, '2026-03-01T10:00:00.000Z');
    const lock = lockFolder(data);
    await expect(restore(path, data, backups, bed.runtime)).rejects.toThrow(/in use by another/);
    lock.release();
    await bed.dispose();
    writeFileSync(join(path, 'personal.sqlite'), 'x');
    expect((await verifyFolder(path, bed.runtime.hash))?.damaged).toEqual(['personal.sqlite']);
    const said: string[] = [];
    const io = {
      read: async () => '',
      write: (text: string) => void said.push(text),
      error: (text: string) => void said.push(text),
    };
    expect(await verifyCommand.run([path], io)).toBe(2);
    expect(said.join('')).toMatch(/personal.sqlite: damaged or missing/);
    expect(await verifyCommand.run([data], io)).toBe(0);
  });

  it('BAK-4 keeps backups for thirty days, and the newest always', async () => {
    const [old] = [
      await backUp(data, backups, '2026-01-01T10:00:00.000Z'),
      await backUp(data, backups, '2026-01-02T10:00:00.000Z'),
    ];
    expect(await pruneBackups(backups, Date.parse('2026-03-01T00:00:00.000Z'))).toBe(1);
    expect(existsSync(old ?? '')).toBe(false);
    expect(await backupsIn(backups)).toHaveLength(1);
    await bed.dispose();
  });
});
