import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partnership } from '@tablee/domain/modules';
import type { Hono } from 'hono';
import { documentRoutes } from '../document/document-routes.ts';
import { doorRoutes } from '../door/doors.ts';
import { createApp } from '../http/app.ts';
import type { AppDeps, Env } from '../http/context.ts';
import { openSqliteLedger } from '../ledger/sqlite/adapter.ts';
import { openTables } from '../ledger/sqlite/tables.ts';
import { createLog } from '../log.ts';
import { paceDoor } from '../reminder/pace-door.ts';
import { Hub } from '../space/feed.ts';
import { FileStore } from '../space/file-store.ts';
import { valley } from '../space/fixture.ts';
import { PERSONAL_MIGRATIONS, Personal } from '../space/personal.ts';
import { instant, nodeRuntime } from '../space/runtime.ts';
import { Snapshots } from '../space/snapshot.ts';
import { Spaces } from '../space/spaces.ts';
import { keyIn } from './key.ts';
import { NO_POST, type PostOptions, smtpPost } from './post.ts';
import { hasherOf, newId } from './secret.ts';
import { deskOf, type PeopleService, peopleService } from './service.ts';
import { peopleRoutes } from './space-routes.ts';
import { openPeople } from './sqlite/store.ts';

const ORIGIN = 'http://tablee.test';

/** A browser: it keeps cookies, says where it comes from, and never follows a redirect by itself. */
export interface Browser {
  get(path: string): Promise<Response>;
  /** A form of a page without script: fields as a browser would send them. */
  post(path: string, fields: { readonly [name: string]: string }): Promise<Response>;
  json(method: string, path: string, body?: unknown): Promise<Response>;
  /** Opens the page, fills its first form that has `fields` and sends it. */
  submit(path: string, fields: { readonly [name: string]: string }): Promise<Response>;
  readonly cookies: Map<string, string>;
}

/** A whole server with real people, on real SQLite, in a folder of its own. */
export interface PeopleBed {
  readonly app: Hono<Env>;
  readonly people: PeopleService;
  readonly spaces: Spaces;
  readonly folder: string;
  readonly clock: { time: number };
  /** Every line of the log so far. */
  readonly lines: string[];
  browser(options?: { readonly origin?: string | null; readonly language?: string }): Browser;
  dispose(): Promise<void>;
}

const browserOn = (app: Hono<Env>, origin: string | null, language: string): Browser => {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (origin !== null && init.method !== undefined) headers.set('origin', origin);
    headers.set('accept-language', language);
    headers.set('user-agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0');
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await app.request(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (/max-age=0/i.test(line) || value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const post: Browser['post'] = (path, fields) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields) });
  return {
    cookies,
    get: (path) => ask(path),
    post,
    json: (method, path, body) =>
      ask(path, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    async submit(path, fields) {
      const page = await (await ask(path)).text();
      const form = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const once = /name="once" value="([^"]+)"/.exec(page)?.[1];
      return post(path, { form, ...(once === undefined ? {} : { once }), ...fields });
    },
  };
};

/** What a test may want otherwise. */
export interface BedOptions extends Pick<PostOptions, 'replies'> {
  /** The address of a mail server. */
  readonly smtp?: string;
  /** A data folder to open again. */
  readonly folder?: string;
  /** The routes of a part that is not of the people. */
  readonly more?: (people: PeopleService) => NonNullable<AppDeps['routes']>[number];
}

/** Opens a server whose people are the real ones; time stands still until `clock.time` is moved. */
export const openPeopleBed = async ({
  smtp,
  folder = mkdtempSync(join(tmpdir(), 'tablee-people-')),
  replies,
  more,
}: BedOptions = {}): Promise<PeopleBed> => {
  const clock = { time: Date.parse('2026-03-01T10:00:00.000Z') };
  const runtime = { ...nodeRuntime, now: () => clock.time };
  const lines: string[] = [];
  const log = createLog(
    'debug',
    (line) => lines.push(line),
    () => instant(clock.time),
  );
  const ledger = await openSqliteLedger(folder);
  const tables = openTables(join(folder, 'personal.sqlite'), PERSONAL_MIGRATIONS, () => instant(clock.time));
  const hub = new Hub();
  const spaces = new Spaces({ ledger, nouns: partnership, runtime, hub, log });
  const store = openPeople(join(folder, 'people.db'));
  const key = keyIn(join(folder, 'people.key'));
  const from = 'Tablée <tablee@vallee.test>';
  const mailing = {
    from,
    log,
    store,
    key,
    clock: () => clock.time,
    retryAfter: 20,
    ...(replies && { replies }),
  };
  const people = peopleService({
    store,
    spaces: deskOf(spaces),
    post: smtp === undefined ? NO_POST : smtpPost({ smtp, ...mailing }),
    key,
    url: ORIGIN,
    clock: () => clock.time,
    hasher: hasherOf(8),
  });
  people.vault.watch((space) => hub.peopleChanged(space));
  const files = new FileStore(join(folder, 'files'), ledger, runtime);
  const deps: AppDeps = {
    spaces,
    snapshots: new Snapshots(spaces, people.vault, runtime),
    identity: people.identity,
    vault: people.vault,
    personal: new Personal(tables, files, runtime),
    files,
    runtime,
    log,
    url: ORIGIN,
    routes: [
      peopleRoutes(people),
      doorRoutes(people),
      paceDoor(people),
      documentRoutes({ pages: people.store.pages, key: people.key }),
      ...(more === undefined ? [] : [more(people)]),
    ],
  };
  const app = createApp(deps);
  return {
    app,
    people,
    spaces,
    folder,
    clock,
    lines,
    browser: ({ origin = ORIGIN, language = 'fr' } = {}) => browserOn(app, origin, language),
    async dispose() {
      hub.close();
      await spaces.settle();
      await ledger.close();
      await tables.close();
      await people.close();
      rmSync(folder, { recursive: true });
    },
  };
};

/** A password that no list has. */
export const PASSWORD = 'quatre mots sans rapport ici';

/** The steward, signed in: the first account, made through the set-up link. */
export const setUp = async (bed: PeopleBed, email = 'awa@vallee.test'): Promise<Browser> => {
  const link = (await bed.people.setUpLink()) ?? '';
  const browser = bed.browser();
  const path = new URL(link).pathname;
  const answer = await browser.submit(path, {
    name: 'Awa Ndiaye',
    email,
    password: PASSWORD,
    language: 'fr',
  });
  if (answer.status !== 303) throw new Error(`not set up: ${answer.status} ${await answer.text()}`);
  return browser;
};

/** A new space founded by the browser's account; answers its id. */
export const found = async (browser: Browser): Promise<string> => {
  const space = newId();
  const answer = await browser.json('POST', '/api/spaces', valley(space));
  if (answer.status !== 201) throw new Error(`not founded: ${answer.status} ${await answer.text()}`);
  return space;
};

/** The JSON of an answer of ours, as the test says what it holds. */
export const read = async <T>(answer: Response): Promise<T> => (await answer.json()) as T; // the caller names the route's own type
