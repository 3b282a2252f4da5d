import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonalItem } from '@tablee/domain/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerOf, type Bed, foundSpace, letIn, openBed } from './fixture.ts';

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
});
