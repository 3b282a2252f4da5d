import { addRecord, type Command, evolve, openSnapshot, type State } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import type { CommandOutcome } from '@tablee/domain/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bed, commandIn, foundSpace, letIn, openBed, snapshotOf } from './fixture.ts';
import { type Ear, type Heard, hear, type Listening, listenOn } from './listen-fixture.ts';

let bed: Bed;
let server: Listening;
let space = '';
let ears: Ear[] = [];
beforeEach(async () => {
  bed = await openBed();
  server = await listenOn(bed);
  space = await foundSpace(bed, 'ann');
  await letIn(bed, space, 'bob', { roles: ['focal'] });
});
afterEach(async () => {
  for (const ear of ears) ear.close();
  ears = [];
  await server.close();
  await bed.dispose();
});

const listen = async (who: string, after?: number): Promise<Ear> => {
  const ear = await hear(`${server.url}/api/spaces/${space}/feed`, who, after);
  ears.push(ear);
  return ear;
};
const actor = (name: string, circle = 'partners'): Command =>
  addRecord(
    { id: bed.runtime.id(), space, saidAt: '2026-03-01T09:59:00.000Z' },
    'actor',
    { entity: bed.runtime.id(), circle },
    { name },
  );
const submit = (...commands: Command[]): Promise<readonly CommandOutcome[]> =>
  bed.spaces.submit(space, 'ann-person', commands);
const head = async (): Promise<number> => (await bed.spaces.open(space))?.state.seq ?? 0;
const lastId = (heard: readonly Heard[]): number => heard.findLast(({ id }) => id !== undefined)?.id ?? 0;
const reached =
  (seq: number) =>
  (heard: readonly Heard[]): boolean =>
    lastId(heard) >= seq;

describe('feed', () => {
  it('FEED-1 brings each visible event with its cursor, and ticks past what is withheld', async () => {
    const ear = await listen('bob', await head());
    const secret = actor('Zyxwvut', 'core');
    await submit(actor('Un'), secret, actor('Deux'));
    await submit(actor('Zyxwvut bis', 'secretariat'));
    const heard = (await ear.wait(reached(await head()))).slice(1);
    expect(heard.map(({ event }) => event)).toEqual(['event', 'event', 'tick']);
    expect(lastId(heard)).toBe(await head());
    expect(JSON.stringify(heard)).not.toMatch(/Zyxwvut/);
  });

  it('ERR-6 sends security headers over a connection too, with a feed, a read and an error', async () => {
    const abort = new AbortController();
    for (const path of [`/api/spaces/${space}/feed`, `/api/spaces/${space}/snapshot`, '/nowhere']) {
      const { headers } = await fetch(server.url + path, {
        headers: { authorization: 'bob' },
        signal: abort.signal,
      });
      expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('tablee-correlation')).toMatch(/^[a-z2-7]{20}$/);
    }
    abort.abort();
  });

  it('ERR-1 refuses over a connection what is larger than a command may be, said beforehand or found while it comes', async () => {
    const large = Buffer.alloc(1_000_001, ' ');
    const address = `${server.url}/api/spaces/${space}/commands`;
    const headers = { authorization: 'ann', origin: server.url, 'content-type': 'application/json' };
    const inPieces = new ReadableStream({
      start(controller) {
        for (let at = 0; at < large.byteLength; at += 100_000)
          controller.enqueue(large.subarray(at, at + 100_000));
        controller.close();
      },
    });
    for (const body of [large, inPieces]) {
      const refused = await fetch(address, { method: 'POST', body, headers, duplex: 'half' });
      expect([refused.status, await refused.json()]).toMatchObject([413, { code: 'TooLarge' }]);
    }
    const commands = JSON.stringify({ commands: [actor('Un')] });
    const small = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from(commands));
        controller.close();
      },
    });
    for (const body of [commands, small]) {
      const taken = await fetch(address, { method: 'POST', body, headers, duplex: 'half' });
      expect(await taken.json()).toMatchObject({ outcomes: [{ outcome: 'accepted' }] });
    }
  });

  it('FEED-2 goes on from Last-Event-ID without a gap and without a repetition', async () => {
    const from = await head();
    for (let n = 0; n < 5; n++) await submit(actor(`${n}`));
    const first = await listen('ann', from + 2);
    const heard = await first.wait(reached(from + 5));
    expect(heard.map(({ id }) => id)).toEqual([from + 3, from + 4, from + 5]);
  });

  it('FEED-3 loses nothing that becomes durable while the tail is being read', async () => {
    const from = await head();
    const writing = Promise.all(Array.from({ length: 40 }, (_, n) => submit(actor(`${n}`))));
    const opened = await Promise.all(Array.from({ length: 10 }, () => listen('ann', from)));
    await writing;
    const last = await head();
    for (const ear of opened) {
      const heard = await ear.wait(reached(last));
      expect(heard.filter(({ event }) => event === 'event').map(({ id }) => id)).toEqual(
        Array.from({ length: 40 }, (_, n) => from + 1 + n),
      );
    }
  });

  it('FEED-4 says reset to those whose circles change, and nothing to the others', async () => {
    const [ann, bob] = [await listen('ann', await head()), await listen('bob', await head())];
    await submit(
      commandIn(bed, space, { type: 'member.change', entity: 'bob-person', payload: { roles: ['core'] } }),
    );
    await bob.ended;
    expect(bob.heard.at(-1)).toMatchObject({ event: 'reset', data: { seq: await head() } });
    await ann.wait(reached(await head()));
    expect(ann.heard.map(({ event }) => event)).not.toContain('reset');
  });

  it('FEED-5 ends the feed of somebody who was removed, and lets them not in again', async () => {
    const bob = await listen('bob', await head());
    await submit(
      commandIn(bed, space, { type: 'member.leave', entity: 'bob-person', payload: {} }),
      actor('Après'),
    );
    await bob.ended;
    expect(bob.heard.at(-1)?.event).toBe('reset');
    expect(JSON.stringify(bob.heard)).not.toMatch(/Après/);
    await expect(listen('bob', 0)).rejects.toThrow('404');
  });

  it('FEED-6 says reset to a cursor from elsewhere, to a tail longer than a snapshot, to circles that changed in it', async () => {
    const from = await head();
    expect((await (await listen('bob', from + 50)).wait((heard) => heard.length > 0))[0]?.event).toBe(
      'reset',
    );
    await submit(
      commandIn(bed, space, { type: 'member.change', entity: 'bob-person', payload: { roles: ['leader'] } }),
    );
    expect((await (await listen('bob', from)).wait((heard) => heard.length > 0))[0]?.event).toBe('reset');
    const rows = (n: number) =>
      Array.from({ length: 500 }, (_, row) => ({ entity: bed.runtime.id(), slots: { name: `${n} ${row}` } }));
    const later = await head();
    for (let n = 0; n < 3; n++)
      await submit(
        commandIn(bed, space, { type: 'actor.import', entity: bed.runtime.id(), payload: { rows: rows(n) } }),
      );
    expect(await head()).toBe(later + 1_500);
    expect((await (await listen('ann', later)).wait((heard) => heard.length > 0))[0]?.event).toBe('reset');
  });

  it('FEED-7 tells changed cards of people without a cursor', async () => {
    const ear = await listen('bob', await head());
    bed.people.change(space);
    const heard = await ear.wait((messages) => messages.some(({ event }) => event === 'people'));
    const people = heard.find(({ event }) => event === 'people');
    expect(people).toMatchObject({ data: { version: 2 } });
    expect(people?.id).toBeUndefined();
  });

  it('FEED-10 brings the cards of people to a device that holds another version of them, and not to one that is up to date', async () => {
    const at = await head();
    const { version } = await bed.people.people(space, []);
    const behind = await hear(`${server.url}/api/spaces/${space}/feed?people=${version - 1}`, 'bob', at);
    const current = await hear(`${server.url}/api/spaces/${space}/feed?people=${version}`, 'bob', at);
    ears.push(behind, current);
    const heard = await behind.wait((messages) => messages.some(({ event }) => event === 'people'));
    expect(heard.find(({ event }) => event === 'people')).toMatchObject({ data: { version } });
    await submit(actor('Encore'));
    const after = await current.wait(reached(await head()));
    expect(after.some(({ event }) => event === 'people')).toBe(false);
  });

  it('FEED-9 ends the feeds that are named, as when a session is revoked, and no others', async () => {
    const [ann, bob] = [await listen('ann', await head()), await listen('bob', await head())];
    bed.spaces.hub.end((gate) => gate.account.id === 'bob');
    await bob.ended;
    await submit(actor('Encore'));
    await ann.wait(reached(await head()));
    expect(bed.spaces.hub.size).toBe(1);
  });

  it('FEED-8 keeps a device equal to a fresh snapshot, whatever circle things live in and move to', async () => {
    const before = await snapshotOf(bed, space, 'bob');
    const state: State | undefined = openSnapshot(before.snapshot);
    if (state === undefined) throw new Error('another format');
    const ear = await listen('bob', before.snapshot.seq);
    const [open, secret] = [actor('Ouvert'), actor('Secret', 'core')];
    await submit(open, secret);
    const move = (entity: string, circle: string, to: string): Command =>
      commandIn(bed, space, { type: 'actor.move', entity, circle, payload: { to } });
    await submit(move(open.entity, 'partners', 'core'), move(secret.entity, 'core', 'partners'));
    await submit(
      commandIn(bed, space, {
        type: 'actor.change',
        entity: secret.entity,
        payload: { slots: { name: 'Publié' } },
      }),
    );
    for (const heard of await ear.wait(reached(await head()))) {
      if (heard.event === 'event') evolve(partnership, state, heard.data);
      if (heard.event === 'tick') state.seq = heard.data.seq;
    }
    const after = await snapshotOf(bed, space, 'bob');
    expect([...state.entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      after.snapshot.entities,
    );
    expect(state.seq).toBe(after.snapshot.seq);
  });
});
