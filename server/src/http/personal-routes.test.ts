import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonalItem } from '@tablee/domain/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerOf, type Bed, commandIn, foundSpace, letIn, openBed } from './fixture.ts';

let bed: Bed;
let space = '';
beforeEach(async () => {
  bed = await openBed();
  space = await foundSpace(bed, 'ann');
  await letIn(bed, space, 'bob', { roles: ['secretariat', 'core'] });
});
afterEach(() => bed.dispose());

const item = (
  id: string,
  words: string,
  changedAt = '2026-03-01T10:00:00.000Z',
  expires = '2026-06-01',
): PersonalItem => ({ id, kind: 'conversation', value: { words }, expires, changedAt });
const put = (who: string, given: PersonalItem): Promise<Response> =>
  bed.send(who, 'PUT', `/api/spaces/${space}/personal/${given.id}`, given);
const items = async (who: string): Promise<readonly PersonalItem[]> =>
  (await answerOf<{ items: PersonalItem[] }>(bed.ask(who, `/api/spaces/${space}/personal`))).items;

describe('personal store', () => {
  it('PERS-1 shows an item to its owner alone, whatever the role of others', async () => {
    expect((await put('ann', item('note1', 'Zyxwvut'))).status).toBe(200);
    expect(await items('ann')).toEqual([item('note1', 'Zyxwvut')]);
    expect(await items('bob')).toEqual([]);
    expect((await bed.ask('bob', `/api/spaces/${space}/personal/note1`, { method: 'DELETE' })).status).toBe(
      404,
    );
    expect((await bed.ask('eve', `/api/spaces/${space}/personal`)).status).toBe(404);
  });

  it('PERS-2 lets the later change win, whichever device sends first', async () => {
    await put('ann', item('note1', 'later', '2026-03-01T12:00:00.000Z'));
    expect(
      await (await put('ann', item('note1', 'earlier', '2026-03-01T11:00:00.000Z'))).json(),
    ).toMatchObject({ value: { words: 'later' } });
    expect(await items('ann')).toMatchObject([{ value: { words: 'later' } }]);
  });

  it('PERS-3 deletes without a byte left behind', async () => {
    await put('ann', item('note1', 'Zyxwvut'));
    const bytes = (): string =>
      ['', '-wal'].map((end) => readFileSync(join(bed.folder, `personal.sqlite${end}`), 'latin1')).join('');
    expect(bytes()).toMatch(/Zyxwvut/);
    expect((await bed.ask('ann', `/api/spaces/${space}/personal/note1`, { method: 'DELETE' })).status).toBe(
      204,
    );
    expect(bytes()).not.toMatch(/Zyxwvut/);
  });

  it('PERS-4 lets items expire, at the latest after a year', async () => {
    await put('ann', item('short', 'x', '2026-03-01T10:00:00.000Z', '2026-03-05'));
    await put('ann', item('long', 'y', '2026-03-01T10:00:00.000Z', '2099-01-01'));
    expect((await items('ann')).find(({ id }) => id === 'long')?.expires).toBe('2027-03-02');
    bed.runtime.time = Date.parse('2026-03-06T00:00:00.000Z');
    expect((await items('ann')).map(({ id }) => id)).toEqual(['long']);
    expect(await bed.deps.personal.expire()).toBe(1);
  });

  it('PERS-5 refuses an item that is not one', async () => {
    for (const wrong of [
      { ...item('other', 'x') },
      { ...item('note1', 'x'), kind: 'diary' },
      { ...item('note1', 'x'), expires: 'soon' },
    ])
      expect((await bed.send('ann', 'PUT', `/api/spaces/${space}/personal/note1`, wrong)).status).toBe(400);
  });

  const onMap = (id: string, value: object, changedAt = '2026-03-01T10:00:00.000Z'): PersonalItem => ({
    id,
    kind: 'working-map',
    // The bodies of these tests are JSON.
    value: value as PersonalItem['value'],
    expires: '2026-03-05',
    changedAt,
  });
  const name = (writes: boolean, changedAt = '2026-03-01T10:00:00.000Z') =>
    put('ann', onMap(space, { readers: [{ person: 'bob-person', writes }] }, changedAt));
  const byBob = (id: string, value: object) =>
    bed.send('bob', 'PUT', `/api/spaces/${space}/personal/ann-person/${id}`, {
      ...onMap(`ann-person/${id}`, value, '2026-03-01T11:00:00.000Z'),
    });

  it('PERS-6 opens a working map to whom its owner named, for reading, until the name is taken back', async () => {
    await letIn(bed, space, 'cleo', { roles: ['secretariat', 'core'] });
    await put('ann', onMap('city', { influence: 9, reason: 'Zyxwvut' }));
    await put('ann', item('note1', 'mine alone'));
    expect(await items('bob')).toEqual([]);
    await name(false);
    const seen = await items('bob');
    expect(seen.map(({ id }) => id).sort()).toEqual([`ann-person/${space}`, 'ann-person/city'].sort());
    expect(seen.find(({ id }) => id === 'ann-person/city')).toMatchObject({
      owner: 'ann-person',
      writes: false,
      value: { influence: 9 },
    });
    expect(await items('cleo')).toEqual([]);
    expect((await byBob('city', { influence: 1 })).status).toBe(403);
    await put('ann', onMap(space, { readers: [] }, '2026-03-01T12:00:00.000Z'));
    expect(await items('bob')).toEqual([]);
    expect((await byBob('city', { influence: 1 })).status).toBe(404);
  });

  it('PERS-7 lets somebody write entries where the owner said so, and never whom the owner named', async () => {
    await put('ann', onMap('city', { influence: 9 }));
    await name(true);
    expect((await byBob('city', { influence: 4 })).status).toBe(200);
    expect((await items('ann')).find(({ id }) => id === 'city')).toMatchObject({ value: { influence: 4 } });
    expect((await byBob(space, { readers: [] })).status).toBe(403);
    const note = { ...onMap('ann-person/note1', {}), kind: 'conversation' };
    expect(
      (await bed.send('bob', 'PUT', `/api/spaces/${space}/personal/ann-person/note1`, note)).status,
    ).toBe(400);
  });

  it('PERS-8 erases a working map as a whole, six months after its last use, for every reader', async () => {
    await put('ann', onMap('city', { influence: 9, reason: 'Zyxwvut' }));
    await name(false);
    expect((await items('ann')).map(({ expires }) => expires)).toEqual(['2026-09-01', '2026-09-01']);
    bed.runtime.time = Date.parse('2026-06-10T09:00:00.000Z');
    await put('ann', onMap('women', { interest: 8 }, '2026-06-10T09:00:00.000Z'));
    expect((await items('bob')).map(({ expires }) => expires)).toEqual(Array(3).fill('2026-12-10'));
    bed.runtime.time = Date.parse('2026-12-10T23:00:00.000Z');
    expect(await bed.deps.personal.expire()).toBe(0);
    bed.runtime.time = Date.parse('2026-12-11T00:00:00.000Z');
    expect([await items('ann'), await items('bob')]).toEqual([[], []]);
    expect(await bed.deps.personal.expire()).toBe(3);
    const bytes = ['', '-wal'].map((end) =>
      readFileSync(join(bed.folder, `personal.sqlite${end}`), 'latin1'),
    );
    expect(bytes.join('')).not.toMatch(/Zyxwvut/);
  });

  it('PERS-9 closes the map of an owner who left, and refuses what is no entry of a map', async () => {
    await put('ann', onMap('city', { influence: 9 }));
    await name(false);
    for (const wrong of [{ influence: 99 }, { mood: 'x' }, { readers: [] }])
      expect((await put('ann', onMap('women', wrong))).status).toBe(400);
    await letIn(bed, space, 'dan', { roles: ['observer'] });
    await put('dan', onMap(space, { readers: [{ person: 'bob-person', writes: false }] }));
    expect((await items('bob')).map(({ owner }) => owner)).toContain('dan-person');
    const leave = commandIn(bed, space, { type: 'member.leave', entity: 'dan-person', payload: {} });
    expect(await bed.spaces.submit(space, 'system', [leave])).toMatchObject([{ outcome: 'accepted' }]);
    expect((await items('bob')).map(({ owner }) => owner)).not.toContain('dan-person');
  });
});
