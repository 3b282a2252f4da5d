import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonalItem } from '@tablee/domain/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp, copyAttachments } from '../backup/backup.ts';
import { type Bed, foundSpace, letIn, openBed } from './fixture.ts';
import { type Listening, listenOn } from './listen-fixture.ts';
import { uploaderOn } from './upload-fixture.ts';

const DAY = 86_400_000;
const SOUND = Buffer.concat([Buffer.from('ID3'), Buffer.alloc(4_000, 'Zyxwvut')]);

let bed: Bed;
let server: Listening;
let space = '';
beforeEach(async () => {
  bed = await openBed();
  server = await listenOn(bed);
  space = await foundSpace(bed, 'ann');
  await letIn(bed, space, 'bob', { roles: ['secretariat', 'core'] });
});
afterEach(async () => {
  await server.close();
  await bed.dispose();
});

const { ask, begin, send } = uploaderOn(() => server);
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const filesOf = (note: string): string => `/api/spaces/${space}/personal/${note}/files`;
const bring = async (who: string, note: string, bytes: Buffer): Promise<string> => {
  const begun = await begin(who, filesOf(note), bytes.byteLength, { name: 'memo.mp3' });
  expect(begun.status).toBe(201);
  const done = await send(who, begun.headers.get('location') ?? '', 0, new Uint8Array(bytes));
  expect(done.headers.get('tablee-file-hash')).toBe(hashOf(bytes));
  return hashOf(bytes);
};
const note = async (id: string, hashes: readonly string[], change = 0): Promise<void> => {
  const files = hashes.map((hash) => ({ hash, name: 'memo.mp3', size: 1, type: 'audio/mpeg' }));
  const item: PersonalItem = {
    id,
    kind: 'conversation',
    value: { files },
    expires: '2026-06-01',
    changedAt: new Date(bed.runtime.time + change).toISOString(),
  };
  expect((await bed.send('ann', 'PUT', `/api/spaces/${space}/personal/${id}`, item)).status).toBe(200);
};
const status = async (who: string, path: string): Promise<number> => (await ask(who, path)).status;
/** How many contents of notes are on the disk. */
const onDisk = (): number => {
  const { own } = bed.deps.files;
  return existsSync(own) ? readdirSync(own).length : 0;
};

describe('photos and sounds of a note', () => {
  it('PERS-10 are taken in pieces and given back to the owner of the note alone', async () => {
    const begun = await begin('ann', filesOf('note1'), SOUND.byteLength, { name: 'memo.mp3' });
    const location = begun.headers.get('location') ?? '';
    expect((await send('ann', location, 0, new Uint8Array(SOUND.subarray(0, 900)))).status).toBe(204);
    expect((await ask('ann', location, { method: 'HEAD' })).headers.get('upload-offset')).toBe('900');
    expect((await ask('bob', location, { method: 'HEAD' })).status).toBe(404);
    const elsewhere = location.replace('note1', 'note2');
    expect((await ask('ann', elsewhere, { method: 'HEAD' })).status).toBe(404);
    await send('ann', location, 900, new Uint8Array(SOUND.subarray(900)));
    const hash = hashOf(SOUND);
    await note('note1', [hash]);
    const got = await ask('ann', `${filesOf('note1')}/${hash}?name=memo.mp3`);
    expect(Buffer.from(await got.arrayBuffer()).equals(SOUND)).toBe(true);
    expect(got.headers.get('content-type')).toBe('audio/mpeg');
    expect(await status('bob', `${filesOf('note1')}/${hash}`)).toBe(404);
    expect(await status('eve', `${filesOf('note1')}/${hash}`)).toBe(404);
    expect(await status('ann', `/api/spaces/${space}/files/${hash}`)).toBe(404);
    expect(await status('bob', `/api/spaces/${space}/files/${hash}`)).toBe(404);
    expect((await begin('eve', filesOf('note1'), 10, { name: 'a' })).status).toBe(404);
  });

  it('PERS-11 go when the note no longer names them, is deleted, or has expired', async () => {
    const other = Buffer.concat([SOUND, Buffer.from('x')]);
    const [one, two] = [await bring('ann', 'note1', SOUND), await bring('ann', 'note1', other)];
    await note('note1', [one, two]);
    await note('note1', [two], 1_000);
    expect(await status('ann', `${filesOf('note1')}/${one}`)).toBe(404);
    expect(await status('ann', `${filesOf('note1')}/${two}`)).toBe(200);
    expect(onDisk()).toBe(1);
    await ask('ann', `/api/spaces/${space}/personal/note1`, { method: 'DELETE' });
    expect(await status('ann', `${filesOf('note1')}/${two}`)).toBe(404);
    expect(onDisk()).toBe(0);
    await bring('ann', 'note2', SOUND);
    await note('note2', [one]);
    bed.runtime.time = Date.parse('2026-06-02T00:00:00.000Z');
    expect(await bed.deps.personal.expire()).toBe(1);
    expect(onDisk()).toBe(0);
  });

  it('PERS-11 wait a day for a note that follows, and go when none does', async () => {
    await bring('ann', 'note1', SOUND);
    await bring('ann', 'note2', SOUND);
    await note('note2', [hashOf(SOUND)]);
    await bed.deps.personal.expire();
    expect(onDisk()).toBe(2);
    bed.runtime.time += DAY + 1;
    await bed.deps.personal.expire();
    expect(await status('ann', `${filesOf('note1')}/${hashOf(SOUND)}`)).toBe(404);
    expect(await status('ann', `${filesOf('note2')}/${hashOf(SOUND)}`)).toBe(200);
  });

  it('PERS-11 are in a backup, and go again with what is restored from it', async () => {
    await bring('ann', 'note1', SOUND);
    const backups = join(bed.folder, 'backups');
    const copy = await backUp(bed.folder, backups, '2026-03-01T10:00:00.000Z');
    expect(readdirSync(join(copy, 'files', 'own'))).toHaveLength(1);
    expect(await copyAttachments(join(copy, 'files'), join(bed.folder, 'again'))).toBe(1);
  });

  it('PERS-12 are refused beyond a gigabyte of one person in one space', async () => {
    const refused = await begin('ann', filesOf('note1'), 1_000_000_001, { name: 'a' });
    expect(refused.status).toBe(413);
    for (let n = 0; n < 2; n++) await bring('ann', `note${n}`, SOUND);
    expect(await bed.deps.personal.files.bytesOf({ account: 'ann', space, person: 'ann-person' })).toBe(
      2 * SOUND.byteLength,
    );
  });
});
