import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Statement, Tables } from '../ledger/port.ts';
import { openTables } from '../ledger/sqlite/tables.ts';
import { newId } from '../people/secret.ts';
import { Busy } from '../space/spaces.ts';
import { GroupCommit } from './group.ts';
import { LISTENING_MIGRATIONS } from './migration.ts';
import { readSound } from './sound.ts';
import { type Listener, ListeningStore } from './store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tablee-listening-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (): Tables =>
  openTables(join(folder, 'listening.sqlite'), LISTENING_MIGRATIONS, () => '2026-03-01T10:00:00.000Z');
const KEY = { space: 'space1', round: 'round1' };
const somebody = (): Listener => ({
  id: newId(),
  language: 'fr',
  sector: undefined,
  naming: 'anonymous',
  name: undefined,
});

/** Counts the commits of tables, and fails the one that is named. */
const watched = (tables: Tables, failing?: number) => {
  const commits: (readonly Statement[])[] = [];
  const batch = (statements: readonly Statement[]): Promise<void> => {
    commits.push(statements);
    return commits.length === failing ? Promise.reject(new Error('disk')) : tables.batch(statements);
  };
  return { commits, tables: { batch } as Tables }; // the group uses nothing else
};

describe('the store of answers', () => {
  it('LSR-2 shares a commit between what arrives together, keeps it over a restart and tells everybody when it fails', async () => {
    const tables = open();
    const { commits, tables: seen } = watched(tables, 2);
    const group = new GroupCommit(seen);
    const insert = (code: string): Statement => ({
      sql: 'insert into sheet values (?, ?, ?)',
      values: ['s', 'r', code],
    });
    await Promise.all(Array.from({ length: 500 }, (_, place) => group.write(insert(`a${place}`))));
    expect(commits.map(({ length }) => length)).toEqual([500]);
    const failed = await Promise.allSettled([group.write(insert('b1')), group.write(insert('b2'))]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const many = Array.from({ length: 4_200 }, (_, place) => group.write(insert(`c${place}`)));
    const busy = (await Promise.allSettled(many)).filter((one) => one.status === 'rejected');
    expect([busy.length, busy[0]?.reason instanceof Busy]).toEqual([200, true]);
    await tables.close();
    const again = open();
    expect((await again.get("select count(*) as n from sheet where code like 'a%'"))?.['n']).toBe(500);
    await again.close();
  });

  it('LSR-1 deletes people and answers, in the file too, and keeps other rounds', async () => {
    const tables = open();
    const store = new ListeningStore(tables);
    const person = { ...somebody(), name: 'qzvhxkwyjbft', naming: 'named' } as const;
    for (const key of [KEY, { ...KEY, round: 'round2' }]) {
      const one = { ...person, id: newId() };
      await store.begin(key, one, newId());
      await store.answer(key, one.id, 'tap', 1);
    }
    await store.forget(KEY);
    expect((await store.collected(KEY)).voices).toEqual([]);
    expect((await store.collected({ ...KEY, round: 'round2' })).voices).toHaveLength(1);
    await store.forget({ ...KEY, round: 'round2' });
    await store.close();
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name)).includes('qzvhxkwyjbft')).toBe(false);
  });

  it('LSR-9 enters one of two sheets of the same code at the same moment', async () => {
    const store = new ListeningStore(open());
    const enter = (): Promise<boolean> =>
      store.enterSheet(KEY, { code: 'F-1', person: somebody(), answers: new Map([['tap', 1]]) });
    expect((await Promise.all([enter(), enter(), enter()])).sort()).toEqual([false, false, true]);
    expect(await enter()).toBe(false);
    expect(await store.counts(KEY)).toMatchObject({ people: 1, answers: 1, sheets: 1 });
    await store.close();
  });

  it('LSR-7 deletes a voice note after its day', async () => {
    const store = new ListeningStore(open());
    const { id, language, naming, name } = somebody();
    await store.spoken.add(
      KEY,
      { id, language, naming, name, type: 'audio/mpeg', bytes: 3, seconds: 1 },
      Buffer.from('abc'),
    );
    await store.spoken.keep(KEY, id, '2027-03-01');
    await store.spoken.keepAll(KEY, '2029-01-01');
    await store.spoken.expire('2027-03-01');
    expect(Buffer.from((await store.spoken.sound(KEY, id)) ?? []).toString()).toBe('abc');
    await store.spoken.expire('2027-03-02');
    expect([await store.spoken.sound(KEY, id), await store.spoken.voices(KEY)]).toEqual([undefined, []]);
    await store.close();
  });
});

describe('a sound', () => {
  const m4a = (seconds: number): Buffer => {
    const bytes = Buffer.alloc(200);
    bytes.write('ftypM4A ', 4, 'latin1');
    bytes.write('mvhd', 60, 'latin1');
    bytes.writeUInt32BE(1_000, 76);
    bytes.writeUInt32BE(seconds * 1_000, 80);
    return bytes;
  };
  const webm = (seconds: number): Buffer => {
    const bytes = Buffer.alloc(100);
    bytes.writeUInt32BE(0x1a45dfa3, 0);
    bytes.write('webm', 20, 'latin1');
    bytes.set([0x44, 0x89, 0x88], 40);
    bytes.writeDoubleBE(seconds * 1_000, 43);
    return bytes;
  };

  it('LSR-7 is M4A, WebM or MP3 of five minutes at most, whatever its name', () => {
    expect(readSound(m4a(42))).toEqual({ ok: true, type: 'audio/mp4', seconds: 42 });
    expect(readSound(webm(299.6))).toEqual({ ok: true, type: 'audio/webm', seconds: 300 });
    for (const long of [m4a(303), webm(400), Buffer.concat([m4a(10), Buffer.alloc(10_000_001)])])
      expect(readSound(long)).toEqual({ ok: false, why: 'long' });
    for (const wrong of [Buffer.alloc(0), Buffer.from('%PDF-1.7'), Buffer.from('RIFF____WAVEfmt ')])
      expect(readSound(wrong)).toEqual({ ok: false, why: 'wrong' });
    const bare = webm(10);
    bare.fill(0, 40, 43);
    expect(readSound(bare)).toEqual({ ok: true, type: 'audio/webm', seconds: undefined });
  });
});
