import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SILENT } from '../log.ts';
import { mailServer, plain } from '../testing/mail-server.ts';
import { type Browser, found, openPeopleBed, type PeopleBed, read, setUp } from './fixture.ts';
import type { Mail } from './mail.ts';
import { smtpPost } from './post.ts';
import type { UndeliveredLine } from './undelivered.ts';

/** A port on which nobody listens. */
const silentPort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const DAY = 86_400_000;
let bed: PeopleBed;
let awa: Browser;
let space: string;
let person: string;
let server: Awaited<ReturnType<typeof mailServer>>;
beforeEach(async () => {
  server = await mailServer();
  bed = await openPeopleBed({ smtp: `smtp://127.0.0.1:${await silentPort()}` });
  awa = await setUp(bed);
  space = await found(awa);
  const card = { name: 'Binta', email: 'binta@vallee.test', language: 'fr' };
  ({ person } = await read<{ person: string }>(await awa.json('POST', `/api/spaces/${space}/people`, card)));
});
afterEach(async () => {
  await bed.dispose();
  await server.close();
});

const ask = async (): Promise<string> => {
  const asked = { person, kind: 'commitment', subject: 'a-commitment', send: true };
  const made = await read<{ url: string }>(await awa.json('POST', `/api/spaces/${space}/links`, asked));
  await bed.people.post.look();
  return made.url;
};
const undelivered = async (browser = awa): Promise<readonly UndeliveredLine[]> => {
  const answer = await browser.get(`/api/spaces/${space}/undelivered`);
  return (await read<{ letters: readonly UndeliveredLine[] }>(answer)).letters;
};
/** The same queue as the next process finds it, with a mail server that answers. */
const restarted = async (retryAfter = 20) => {
  await bed.people.post.close();
  const { store, key, clock } = bed.people;
  return smtpPost({
    smtp: server.url,
    from: 'Tablée <tablee@vallee.test>',
    log: SILENT,
    store,
    key,
    clock,
    retryAfter,
  });
};
const waits = async (): Promise<readonly string[]> =>
  (await bed.people.store.outgoing.undelivered(space)).map(({ state }) => state);

describe('a letter', () => {
  it('POST-1 waits through a restart for a mail server that is down, and goes out once', async () => {
    const url = await ask();
    expect(await undelivered()).toMatchObject([{ kind: 'request', person, state: 'waiting' }]);
    bed.clock.time += 120_000;
    const post = await restarted();
    await post.look();
    await post.look();
    expect(server.mails.length).toBe(1);
    expect(plain(server.mails[0] ?? '')).toContain(url);
    expect(await undelivered()).toEqual([]);
    await post.close();
  });

  it('POST-2 is the same message at every try, and is put off longer each time', async () => {
    await ask();
    server.refuse(1);
    const post = await restarted(1_000);
    bed.clock.time += 60_000;
    await post.look();
    const [put] = await bed.people.store.outgoing.undelivered(space);
    expect([put?.state, put?.tries, (put?.next ?? 0) - bed.clock.time]).toEqual(['waiting', 2, 2_000]);
    bed.clock.time += 1_999;
    await post.look();
    expect(server.mails).toEqual([]);
    bed.clock.time += 1;
    await post.look();
    const ids = server.tried.map((mail) => /^Message-ID: (.*)\r$/im.exec(mail)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    await post.close();
  });

  it('POST-3 is given up after a day, and shown to who had it sent, who takes it off the list', async () => {
    await ask();
    bed.clock.time += DAY + 1;
    await bed.people.post.look();
    const [line] = await undelivered();
    expect(line).toMatchObject({ kind: 'request', person, state: 'failed' });
    const [row] = await bed.people.store.outgoing.undelivered(space);
    expect(row?.sealed).toBeUndefined();
    const gone = await awa.json('DELETE', `/api/spaces/${space}/undelivered/${line?.id ?? ''}`);
    expect([gone.status, await undelivered()]).toEqual([204, []]);
  });

  it('POST-4 that was being handed over when the server was killed is not sent again, and is said to be unsure', async () => {
    await ask();
    const [letter] = await bed.people.store.outgoing.undelivered(space);
    await bed.people.store.outgoing.hand(letter?.id ?? '');
    bed.clock.time += 120_000;
    const post = await restarted();
    await post.look();
    expect(server.mails).toEqual([]);
    expect(await undelivered()).toMatchObject([{ state: 'unsure' }]);
    await post.close();
  });

  it('POST-5 to an address that is nobody’s is given up at once', async () => {
    await ask();
    server.unknown('binta@vallee.test');
    bed.clock.time += 120_000;
    const post = await restarted();
    await post.look();
    expect(await waits()).toEqual(['failed']);
    await post.close();
  });

  it('POST-6 is dropped once its person was put in safety or erased, and once its link was taken back', async () => {
    await ask();
    await awa.json('POST', `/api/spaces/${space}/people/${person}/protect`, { on: true });
    bed.clock.time += 120_000;
    const post = await restarted();
    await post.look();
    expect(await waits()).toEqual([]);
    await awa.json('POST', `/api/spaces/${space}/people/${person}/protect`, { on: false });
    await ask();
    const [link] = await bed.people.store.links.of(space);
    await awa.json('DELETE', `/api/spaces/${space}/links/${link?.id ?? ''}`);
    bed.clock.time += 120_000;
    await post.look();
    expect(await waits()).toEqual([]);
    await ask();
    const later = bed.clock.time + DAY;
    expect(await bed.people.store.outgoing.due(later)).toHaveLength(1);
    await awa.json('DELETE', `/api/spaces/${space}/people/${person}`);
    expect(await bed.people.store.outgoing.due(later)).toEqual([]);
    expect(server.mails).toEqual([]);
    await post.close();
  });

  it('POST-7 lies sealed: its address, its link and its words stand nowhere in the file', async () => {
    const url = await ask();
    const [letter] = await bed.people.store.outgoing.due(bed.clock.time + DAY);
    const bytes = Buffer.from(letter?.sealed ?? []).toString('latin1');
    for (const word of [url.slice(-22), 'binta', 'Une minute']) expect(bytes).not.toContain(word);
    expect(bytes.length).toBeGreaterThan(500);
  });

  it('POST-8 that waited in a backup is not sent again after a restore', async () => {
    await ask();
    await bed.people.store.outgoing.calledOff();
    bed.clock.time += 120_000;
    const post = await restarted();
    await post.look();
    expect([server.mails.length, await waits()]).toEqual([0, ['unsure']]);
    await post.close();
  });

  it('POST-9 is known to its sender and the secretariat, and of a request only where they read it', async () => {
    const mail: Mail = {
      to: 'binta@vallee.test',
      subject: 'S',
      text: 'T',
      html: 'H',
      purpose: { kind: 'request', space, person, sender: 'somebody', carries: 'a-link' },
    };
    await bed.people.post.send(mail, DAY);
    await bed.people.post.send({ ...mail, purpose: { kind: 'digest', space, person } }, DAY);
    await bed.people.post.look();
    bed.clock.time += 2 * DAY;
    await bed.people.post.look();
    expect((await undelivered()).map(({ kind }) => kind)).toEqual(['digest']);
    expect((await bed.browser().get(`/api/spaces/${space}/undelivered`)).status).toBe(401);
  });
});
