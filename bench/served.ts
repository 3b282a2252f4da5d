import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { isObject } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { Hono } from 'hono';
import { parseConfig } from '../server/src/config.ts';
import { createApp } from '../server/src/http/app.ts';
import type { AppDeps } from '../server/src/http/context.ts';
import { openSqliteLedger } from '../server/src/ledger/sqlite/adapter.ts';
import { openTables } from '../server/src/ledger/sqlite/tables.ts';
import { openListening } from '../server/src/listening/service.ts';
import { SILENT } from '../server/src/log.ts';
import { openPeopleService, type PeopleService } from '../server/src/people/service.ts';
import { routesOf } from '../server/src/routes.ts';
import { Hub } from '../server/src/space/feed.ts';
import { FileStore } from '../server/src/space/file-store.ts';
import { PERSONAL_MIGRATIONS, Personal } from '../server/src/space/personal.ts';
import { instant, nodeRuntime } from '../server/src/space/runtime.ts';
import { Snapshots } from '../server/src/space/snapshot.ts';
import { Spaces } from '../server/src/space/spaces.ts';

/** What the served process tells the one that measures: three servers in one process, and a session in the real one. */
export interface Served {
  readonly real: string;
  readonly bare: string;
  /** The framework alone, sending what the bare server keeps. */
  readonly framework: string;
  /** The whole `Cookie` header of the steward. */
  readonly cookie: string;
}

const LIMITLESS = { perMinute: 1_000_000_000 };

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      // A TCP server that listens has an address of this form.
      const { port } = server.address() as AddressInfo;
      resolve(`http://127.0.0.1:${port}`);
    });
  });

const bodyOf = async (request: IncomingMessage): Promise<Buffer<ArrayBuffer>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

/** An answer that is sent again and again, by its path. */
type Pages = Map<string, { readonly headers: Record<string, string>; readonly body: Buffer<ArrayBuffer> }>;

/** The headers that a page is to have, as JSON in the header `x-headers`; by default its type alone. */
const headersIn = (request: IncomingMessage): Record<string, string> => {
  const given: unknown = JSON.parse(String(request.headers['x-headers'] ?? '{"content-type":"text/plain"}'));
  if (!isObject(given)) throw new Error('not headers');
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
};

type Answering = (request: Request, env: object) => Response | Promise<Response>;

// Without a factory of another kind, the adaptor makes a plain HTTP server.
const adapted = (fetch: Answering): Server => createAdaptorServer({ fetch }) as Server;

/** The framework without anything of ours: it answers with what the bare server keeps. */
const frameworkServer = (kept: Pages): Server => {
  const app = new Hono();
  app.get('/:page', async (c) => {
    const page = kept.get(c.req.path);
    return page === undefined ? c.notFound() : new Response(page.body, { headers: page.headers });
  });
  return adapted((request) => app.fetch(request));
};

/**
 * What `node:http` does alone: `PUT /x` keeps bytes with their headers, `GET /x` sends them, `GET /feed` listens,
 * `POST /say` sends its body to all who listen.
 */
const bareServer = (kept: Pages): Server => {
  const listening = new Set<ServerResponse>();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '';
    const page = kept.get(path);
    if (request.method === 'GET' && page !== undefined) {
      response.writeHead(200, page.headers);
      response.end(page.body);
    } else if (path === '/feed') {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
      });
      response.write(': open\n\n');
      listening.add(response);
      response.on('close', () => listening.delete(response));
    } else {
      const body = await bodyOf(request);
      if (path === '/say') for (const one of listening) one.write(body);
      else {
        const headers = { ...headersIn(request), 'content-length': String(body.byteLength) };
        kept.set(path, { headers, body });
      }
      response.end('{}');
    }
  };
  return createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
};

/** The whole app on real stores, as `start.ts` puts it together, but for rates that a bench would only run into. */
const realApp = async (data: string) => {
  const parsed = parseConfig({
    TABLEE_DATA: data,
    PORT: '0',
    LOG_LEVEL: 'silent',
    TABLEE_URL: 'http://127.0.0.1',
  });
  if (!parsed.ok) throw new Error(parsed.lines.join('\n'));
  const { config } = parsed;
  const ledger = await openSqliteLedger(data);
  const tables = openTables(join(data, 'personal.sqlite'), PERSONAL_MIGRATIONS, () => instant(Date.now()));
  const hub = new Hub();
  const spaces = new Spaces({ ledger, nouns: partnership, runtime: nodeRuntime, hub, log: SILENT });
  const people = openPeopleService(config, spaces, SILENT, () => Date.now());
  const listening = openListening(data, { people, spaces, runtime: nodeRuntime, log: SILENT });
  const files = new FileStore(join(data, 'files'), ledger, nodeRuntime);
  const deps = (url: string): AppDeps => ({
    spaces,
    snapshots: new Snapshots(spaces, people.vault, nodeRuntime),
    identity: people.identity,
    vault: people.vault,
    personal: new Personal(tables, files, nodeRuntime),
    files,
    runtime: nodeRuntime,
    log: SILENT,
    url,
    rates: { change: LIMITLESS, read: LIMITLESS, address: LIMITLESS },
    web: join(import.meta.dirname, '../web/dist'),
    routes: routesOf(people, config.backups, listening),
  });
  const close = async (): Promise<void> => {
    hub.close();
    await spaces.settle();
    await listening.close();
    await Promise.all([ledger.close(), tables.close(), people.close()]);
  };
  return { people, deps, close };
};

const sessionIn = async ({ accounts, sessions }: PeopleService): Promise<string> => {
  const token = (await accounts.setUpToken()) ?? '';
  const form = {
    name: 'Bench',
    email: 'bench@example.org',
    password: 'four words without any link',
    language: 'fr',
  } as const;
  const made = await accounts.setUp(token, form);
  if (!made.ok) throw new Error('no account for the bench');
  return sessions.open({ account: made.account.id, noTrace: false, agent: '' });
};

/** Serves until the process that asked goes or says to stop. */
export const serve = async (): Promise<void> => {
  const data = mkdtempSync(join(tmpdir(), 'tablee-bench-'));
  const { people, deps, close } = await realApp(data);
  const token = await sessionIn(people);
  let fetch: Answering = () => new Response(null, { status: 503 });
  const real = adapted((request, env) => fetch(request, env));
  const address = await listen(real);
  const app = createApp(deps(address));
  fetch = (request, env) => app.fetch(request, env);
  const kept: Pages = new Map();
  const [bare, framework] = [bareServer(kept), frameworkServer(kept)];
  const told: Served = {
    real: address,
    bare: await listen(bare),
    framework: await listen(framework),
    cookie: `tablee=${token}`,
  };
  process.send?.(told);
  process.once('disconnect', () => {
    for (const server of [real, bare, framework]) server.closeAllConnections();
    close()
      .catch(() => undefined)
      .finally(() => {
        rmSync(data, { recursive: true, force: true });
        process.exit(0);
      });
  });
};
