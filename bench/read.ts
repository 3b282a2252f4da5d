import { connect, type Socket } from 'node:net';
import type { BenchLine } from './engine.ts';
import { atLeast, median, noted } from './line.ts';
import type { Serving } from './serving.ts';

const CONNECTIONS = 16;
const ROUNDS = 5;
/** How long one round reads, in milliseconds. */
const ROUND = 800;

const HEAD_END = '\r\n\r\n';

/** How many bytes an answer takes in all, once its head has come; `undefined` before. */
const lengthOf = (bytes: Buffer): number | undefined => {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const length = /^content-length: (\d+)$/im.exec(head)?.[1];
  if (!head.startsWith('HTTP/1.1 200') || length === undefined)
    throw new Error(`an answer that cannot be counted: ${head}`);
  return end + HEAD_END.length + Number(length);
};

/** One connection that asks again as soon as it has its answer: as little work of its own as can be. */
const readOn = (socket: Socket, request: string, until: number): Promise<number> =>
  new Promise((resolve, reject) => {
    let answers = 0;
    let got = 0;
    let wanted: number | undefined;
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      wanted ??= lengthOf(chunk);
      got += chunk.byteLength;
      if (wanted === undefined || got < wanted) return;
      answers += 1;
      got = 0;
      wanted = undefined;
      if (performance.now() < until) socket.write(request);
      else {
        socket.end();
        resolve(answers);
      }
    });
    socket.write(request);
  });

const perSecond = async (address: string, path: string, cookie: string): Promise<number> => {
  const { hostname, port, host } = new URL(address);
  const request = `GET ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\naccept-encoding: br\r\n\r\n`;
  const start = performance.now();
  const sockets = Array.from({ length: CONNECTIONS }, () => connect(Number(port), hostname));
  const counts = await Promise.all(sockets.map((socket) => readOn(socket, request, start + ROUND)));
  return (counts.reduce((sum, count) => sum + count, 0) * 1_000) / (performance.now() - start);
};

/** An answer as it travels: `fetch` would unpack it. */
interface Answer {
  readonly headers: { readonly [name: string]: string };
  readonly body: Buffer<ArrayBuffer>;
}

/** What the server adds to every answer by itself. */
const ADDED = new Set(['content-length', 'date', 'connection', 'keep-alive']);

const answerIn = (got: Buffer<ArrayBuffer>): Answer => {
  const end = got.indexOf(HEAD_END);
  const lines = got.toString('latin1', 0, end).split('\r\n').slice(1);
  const pairs = lines.map((line) => line.split(/: (.*)/)).map(([name = '', value = '']) => [name, value]);
  return {
    headers: Object.fromEntries(pairs.filter(([name = '']) => !ADDED.has(name.toLowerCase()))),
    body: got.subarray(end + HEAD_END.length),
  };
};

const answerOf = (address: string, path: string, cookie: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(address);
    const socket = connect(Number(port), hostname);
    let got = Buffer.alloc(0);
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      got = Buffer.concat([got, chunk]);
      const wanted = lengthOf(got);
      if (wanted === undefined || got.byteLength < wanted) return;
      socket.end();
      resolve(answerIn(got));
    });
    socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\naccept-encoding: br\r\n\r\n`);
  });

/** Answers a second: of the app, of `node:http` with the same body, with the same headers too, of the framework alone. */
interface Rates {
  readonly real: number;
  readonly bare: number;
  readonly whole: number;
  readonly framework: number;
}

const compare = async (serving: Serving, name: string, path: string): Promise<readonly BenchLine[]> => {
  const { real, bare, framework, cookie } = serving;
  const { body, headers } = await answerOf(real, path, cookie);
  await fetch(`${bare}/page`, { method: 'PUT', body });
  await fetch(`${bare}/whole`, { method: 'PUT', body, headers: { 'x-headers': JSON.stringify(headers) } });
  const rates: Rates[] = [];
  for (let round = 0; round <= ROUNDS; round++)
    rates.push({
      bare: await perSecond(bare, '/page', cookie),
      real: await perSecond(real, path, cookie),
      whole: await perSecond(bare, '/whole', cookie),
      framework: await perSecond(framework, '/whole', cookie),
    });
  // The first round warms all up.
  const counted = rates.slice(1);
  const share = (of: (rate: Rates) => number): number => median(counted.map(of));
  const second = (key: keyof Rates): string => share((rate) => rate[key]).toFixed(0);
  return [
    atLeast(
      `${name} as a share of bare node:http with the same ${body.byteLength} bytes`,
      share((rate) => rate.real / rate.bare),
      0.8,
    ),
    noted(
      `${name} as a share of bare node:http with the same headers too; of the framework alone with the same`,
      `${share((rate) => rate.real / rate.whole).toFixed(2)}; ${share((rate) => rate.real / rate.framework).toFixed(2)}`,
    ),
    noted(
      `the framework alone with the same headers, as a share of bare node:http`,
      share((rate) => rate.framework / rate.bare).toFixed(2),
    ),
    noted(`${name}, a second`, `${second('real')} of ${second('bare')}`),
  ];
};

/** Reads over loopback against `node:http` sending the same bytes from the same process, in turns. */
export const benchReads = async (serving: Serving): Promise<readonly BenchLine[]> => [
  ...(await compare(serving, 'snapshots', `/api/spaces/${serving.space}/snapshot`)),
  ...(await compare(serving, 'lists of partnerships', '/api/spaces')),
];
