import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openForWriting } from '../server/src/ledger/sqlite/open.ts';
import type { BenchLine } from './engine.ts';
import { atMost, median, noted, quantile } from './line.ts';
import type { Serving } from './serving.ts';

const ROUNDS = 25;
/** How long all may take to hear one change, in milliseconds. */
const PATIENCE = 10_000;
const CHANGE = 'event: event\n';

/** Feeds that are open, and what happens when one of them hears a change. */
interface Crowd {
  readonly sockets: readonly Socket[];
  heard: (chunk: Buffer) => void;
}

const opened = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('data', () => resolve());
  });

const openCrowd = async (address: string, path: string, cookie: string, size: number): Promise<Crowd> => {
  const { hostname, port, host } = new URL(address);
  const sockets: Socket[] = [];
  const crowd: Crowd = { sockets, heard: () => undefined };
  // In groups: a system lets only so many connections wait to be accepted.
  for (let from = 0; from < size; from += 100) {
    const group = Array.from({ length: Math.min(100, size - from) }, () => connect(Number(port), hostname));
    for (const socket of group) {
      socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\n\r\n`);
      sockets.push(socket);
    }
    await Promise.all(group.map(opened));
  }
  for (const socket of sockets)
    socket.on('data', (chunk: Buffer) => {
      if (chunk.includes(CHANGE)) crowd.heard(chunk);
    });
  return crowd;
};

/** How long after it was sent each feed heard a change, in milliseconds. */
const delays = (crowd: Crowd, change: () => Promise<unknown>): Promise<readonly number[]> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const found: number[] = [];
    const late = setTimeout(
      () => reject(new Error(`only ${found.length} of ${crowd.sockets.length} feeds heard it`)),
      PATIENCE,
    );
    crowd.heard = () => {
      found.push(performance.now() - start);
      if (found.length < crowd.sockets.length) return;
      clearTimeout(late);
      resolve(found);
    };
    change().catch(reject);
  });

const post = (
  address: string,
  cookie: string,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<ArrayBuffer> =>
  fetch(address, {
    method: 'POST',
    body,
    headers: { cookie, origin: new URL(address).origin, 'content-type': 'application/json' },
  }).then((response) => response.arrayBuffer());

const commandFor = (space: string): string => {
  const id = (): string => randomUUID().replaceAll('-', '').slice(0, 20);
  const slots = {
    what: { lang: 'fr', text: 'Envoyer les relevés des onze grands puits' },
    due: '2026-05-01',
    state: 'open',
  };
  const command = {
    id: id(),
    space,
    type: 'commitment.add',
    entity: id(),
    circle: 'partners',
    payload: { slots },
    base: {},
    saidAt: '2026-03-17T10:00:00.000Z',
  };
  return JSON.stringify({ commands: [command] });
};

/** The bytes of one change as a feed hears them, without the frame of the transfer. */
const oneChange = (crowd: Crowd, change: () => Promise<unknown>): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    crowd.heard = (chunk) => {
      crowd.heard = () => undefined;
      const text = chunk.toString();
      resolve(new TextEncoder().encode(`${text.slice(text.indexOf('id: '), text.lastIndexOf('\n\n'))}\n\n`));
    };
    change().catch(reject);
  });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const compare = async (
  { real, bare, cookie, space }: Serving,
  size: number,
): Promise<readonly BenchLine[]> => {
  const feeds = await openCrowd(real, `/api/spaces/${space}/feed`, cookie, size);
  const listeners = await openCrowd(bare, '/feed', cookie, size);
  const change = (): Promise<unknown> =>
    post(`${real}/api/spaces/${space}/commands`, cookie, commandFor(space));
  const bytes = await oneChange(feeds, change);
  await pause(200);
  const found: { readonly real: number[]; readonly bare: number[] } = { real: [], bare: [] };
  for (let round = 0; round < ROUNDS; round++) {
    found.bare.push(quantile(await delays(listeners, () => post(`${bare}/say`, cookie, bytes)), 0.99));
    found.real.push(quantile(await delays(feeds, change), 0.99));
  }
  for (const socket of [...feeds.sockets, ...listeners.sockets]) socket.destroy();
  // One change at a time: the slowest of a hundred feeds, in the middle of the rounds.
  const [ours, plain] = [median(found.real), median(found.bare)];
  return [
    atMost(`a change seen by ${size} feeds, p99 in times of a bare broadcast`, ours / plain, 1.5),
    noted(
      `p99 with ${size} feeds, from sending the change`,
      `${ours.toFixed(1)} ms against ${plain.toFixed(1)} ms`,
    ),
  ];
};

/** How long one row alone takes to be durable, in milliseconds: a change waits for that before it is told, a bare broadcast does not. */
const oneCommit = async (): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'tablee-bench-'));
  const db = openForWriting(join(folder, 'bare.sqlite'));
  db.exec('create table event (seq integer primary key, payload text)');
  const insert = db.prepare('insert into event (payload) values (?)');
  const found: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    await pause(20);
    const start = performance.now();
    insert.run('x'.repeat(900));
    found.push(performance.now() - start);
  }
  db.close();
  rmSync(folder, { recursive: true });
  return median(found.slice(1));
};

/** A change made durable and heard by every open feed, against a plain broadcast of the same bytes, in turns. */
export const benchFeeds = async (serving: Serving): Promise<readonly BenchLine[]> => [
  ...(await compare(serving, 200)),
  ...(await compare(serving, 1_000)),
  noted(
    'of that, until one row alone is durable, which a bare broadcast does not wait for',
    `${(await oneCommit()).toFixed(1)} ms`,
  ),
];
