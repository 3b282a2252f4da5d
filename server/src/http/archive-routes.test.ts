import { addRecord, type Command } from '@tablee/domain/kernel';
import type { HistoryAnswer, Problem } from '@tablee/domain/protocol';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerOf, type Bed, commandIn, foundSpace, letIn, openBed, snapshotOf } from './fixture.ts';

let here: Bed;
let there: Bed;
let space = '';
beforeEach(async () => {
  [here, there] = [await openBed(), await openBed()];
  space = await foundSpace(here, 'ann');
  await letIn(here, space, 'bob', { roles: ['focal'] });
});
afterEach(() => Promise.all([here.dispose(), there.dispose()]));

const PNG = Buffer.from('89504e470d0a1a0a000102', 'hex');
const actor = (bed: Bed, name: string, circle = 'partners'): Command =>
  addRecord(
    { id: bed.runtime.id(), space, saidAt: '2026-03-01T09:59:00.000Z' },
    'actor',
    { entity: bed.runtime.id(), circle },
    { name },
  );
const write = (bed: Bed, ...commands: Command[]) => bed.spaces.submit(space, 'ann-person', commands);
const exported = async (bed: Bed, who: string): Promise<Uint8Array<ArrayBuffer>> => {
  const response = await bed.ask(who, `/api/spaces/${space}/export`);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
};
const take = (bed: Bed, who: string, bytes: Uint8Array<ArrayBuffer>, query = ''): Promise<Response> =>
  bed.ask(who, `/api/import${query}`, { method: 'POST', body: bytes });
const codeOf = async (response: Response): Promise<string> => (await answerOf<Problem>(response)).code;
const altered = (
  bytes: Uint8Array,
  name: string,
  change: (text: string) => string,
): Uint8Array<ArrayBuffer> => {
  const entries = unzipSync(bytes);
  return new Uint8Array(
    zipSync({ ...entries, [name]: strToU8(change(strFromU8(entries[name] ?? new Uint8Array()))) }),
  );
};

describe('portable file', () => {
  it('ARC-1 carries a space to another server whole, attachments included, and goes on there', async () => {
    const kept = await here.deps.files.takeBytes(PNG, { space, circle: 'partners', name: 'a.png' });
    const file = { hash: kept?.hash ?? '', name: 'a.png', size: PNG.byteLength, type: 'image/png' };
    await write(
      here,
      actor(here, 'Coopérative'),
      addRecord(
        { id: here.runtime.id(), space, saidAt: '2026-03-01T09:59:00.000Z' },
        'document',
        { entity: here.runtime.id(), circle: 'partners' },
        { title: { lang: 'fr', text: 'Plan' }, file },
      ),
    );
    const bytes = await exported(here, 'ann');
    const taken = await take(there, 'eve', bytes);
    expect(taken.status).toBe(201);
    const [before, after] = [await snapshotOf(here, space, 'ann'), await snapshotOf(there, space, 'eve')];
    const past = after.snapshot.entities.filter(({ id }) => id !== 'eve-person');
    expect(past).toEqual(before.snapshot.entities);
    expect((await there.ask('eve', `/api/spaces/${space}/search?q=cooperative`)).status).toBe(200);
    expect(await (await there.ask('eve', `/api/spaces/${space}/search?q=cooperative`)).json()).toMatchObject({
      found: [{ type: 'actor' }],
    });
    const got = await there.ask('eve', `/api/spaces/${space}/files/${file.hash}`);
    expect(Buffer.from(await got.arrayBuffer()).equals(PNG)).toBe(true);
    const [outcome] = await there.spaces.submit(space, 'eve-person', [actor(there, 'Suite')]);
    expect(outcome?.outcome).toBe('accepted');
  });

  it('ARC-2 gives what its exporter may see, the rest as digests, and verifies with them', async () => {
    await write(here, actor(here, 'Zyxwvut', 'core'), actor(here, 'Ouvert'));
    const bytes = await exported(here, 'bob');
    for (const content of Object.values(unzipSync(bytes))) expect(strFromU8(content)).not.toMatch(/Zyxwvut/);
    expect((await take(there, 'eve', bytes)).status).toBe(201);
    const history = await answerOf<HistoryAnswer>(
      await there.ask('eve', `/api/spaces/${space}/history?limit=500`),
    );
    expect(history.events.some(({ parts }) => parts['name'] === 'Ouvert')).toBe(true);
    const again = await exported(there, 'eve');
    expect(strFromU8(unzipSync(again)['events.ndjson'] ?? new Uint8Array())).toMatch(
      /^\{"seq":\d+,"digest"/m,
    );
  });

  it('ARC-3 continues its own space, is nothing new the second time, and never joins two that diverged', async () => {
    const early = await exported(here, 'ann');
    await write(here, actor(here, 'Plus tard'));
    const late = await exported(here, 'ann');
    expect(await (await take(there, 'eve', early)).json()).toMatchObject({ isNew: true });
    expect(await codeOf(await take(there, 'eve', late))).toBe('Diverged');
    expect(await (await take(here, 'ann', early)).json()).toEqual({ space, added: 0, isNew: false });
    expect(await codeOf(await take(here, 'bob', late))).toBe('SpaceExists');
    expect(await (await take(here, 'ann', late)).json()).toEqual({ space, added: 0, isNew: false });
  });

  it('ARC-4 takes nothing of a file that does not verify', async () => {
    await write(here, actor(here, 'Montant 100'));
    const bytes = await exported(here, 'ann');
    const wrong: [Uint8Array<ArrayBuffer>, string][] = [
      [new Uint8Array([1, 2, 3]), 'NotAnArchive'],
      [altered(bytes, 'events.ndjson', (text) => text.replace('Montant 100', 'Montant 900')), 'ArchiveFault'],
      [altered(bytes, 'events.ndjson', (text) => text.split('\n').slice(0, -2).join('\n')), 'ArchiveFault'],
      [altered(bytes, 'events.ndjson', (text) => text.split('\n').slice(1).join('\n')), 'ArchiveFault'],
      [altered(bytes, 'manifest.json', (text) => text.replace('"format":1', '"format":2')), 'NotAnArchive'],
      [altered(bytes, 'people.json', () => '{}'), 'NotAnArchive'],
      [
        new Uint8Array(zipSync({ ...unzipSync(bytes), [`files/${'a'.repeat(64)}`]: strToU8('x') })),
        'NotAnArchive',
      ],
    ];
    for (const [file, code] of wrong) expect(await codeOf(await take(there, 'eve', file))).toBe(code);
    expect(await there.spaces.open(space)).toBeUndefined();
  });

  it('ARC-5 copies a whole space under a new id, sealed anew, as often as wanted', async () => {
    await write(here, actor(here, 'Coopérative'));
    await write(
      here,
      commandIn(here, space, { type: 'partnership.erase', entity: space, payload: { targets: ['zone'] } }),
    );
    const bytes = await exported(here, 'ann');
    const ids: string[] = [];
    for (const who of ['eve', 'max']) {
      const copied = await take(here, who, bytes, '?as=copy');
      expect(copied.status).toBe(201);
      ids.push((await answerOf<{ space: string }>(copied)).space);
    }
    expect(new Set([...ids, space]).size).toBe(3);
    const lines = await answerOf<{ title: string; space: string }[]>(here.ask('eve', '/api/spaces'));
    expect(lines).toMatchObject([{ title: 'L’eau de la vallée', space: ids[0] }]);
    expect((await here.ask('max', `/api/spaces/${ids[0]}/snapshot`)).status).toBe(404);
  });
});
