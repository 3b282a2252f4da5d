import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { FeedMessage } from '@tablee/domain/protocol';
import type { Bed } from './fixture.ts';

/** The app of a bed on a real port of loopback. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on a port that the system chooses. */
export const listenOn = async (bed: Bed): Promise<Listening> => {
  // Without a factory of another kind, the adaptor makes a plain HTTP server.
  const server = createAdaptorServer({ fetch: bed.app.fetch }) as Server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** A message of a feed with its cursor. */
export type Heard = FeedMessage & { readonly id?: number };

/** An open feed: messages in the order in which they came. */
export interface Ear {
  readonly heard: readonly Heard[];
  /** Resolves when `until` holds of what was heard, or when the feed ended. */
  wait(until: (heard: readonly Heard[]) => boolean): Promise<readonly Heard[]>;
  /** Resolves when the server ended the feed. */
  readonly ended: Promise<void>;
  close(): void;
}

const parse = (block: string): Heard | undefined => {
  const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
  const [event, data, id] = [field('event'), field('data'), field('id')];
  if (event === undefined || data === undefined) return undefined;
  // The feed sends what FeedMessage says.
  return { event, data: JSON.parse(data), ...(id === undefined ? {} : { id: Number(id) }) } as Heard;
};

/** Opens the feed of a space as `who`, after a cursor. */
export const hear = async (address: string, who: string, after?: number): Promise<Ear> => {
  const abort = new AbortController();
  const cursor = after === undefined ? {} : { 'last-event-id': String(after) };
  const response = await fetch(address, { headers: { authorization: who, ...cursor }, signal: abort.signal });
  if (response.status !== 200 || response.body === null) throw new Error(`no feed: ${response.status}`);
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  let over = false;
  const wake = (): void => {
    for (const check of [...waiting]) check();
  };
  const listen = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of body) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const message = parse(block);
        if (message !== undefined) heard.push(message);
      }
      wake();
    }
  };
  const ended = listen(response.body)
    .catch(() => undefined)
    .then(() => {
      over = true;
      wake();
    });
  const wait = (until: (heard: readonly Heard[]) => boolean): Promise<readonly Heard[]> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!over && !until(heard)) return;
        waiting.delete(check);
        resolve(heard);
      };
      waiting.add(check);
      check();
    });
  return { heard, wait, ended, close: () => abort.abort() };
};
