import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command, JsonObject } from '@tablee/domain/kernel';
import { PARTNERS, processCommand } from '@tablee/domain/kernel';
import { parseConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { newId } from '../people/secret.ts';
import { valley } from '../space/fixture.ts';
import { instant, nodeRuntime } from '../space/runtime.ts';
import { type Running, start } from '../start.ts';

const PASSWORD = 'quatre mots sans rapport ici';
const AGENT = 'Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 Chrome/74.0 Mobile Safari/537.36';

/** How long is waited for what happens beside the requests, in milliseconds: the machine may be busy. */
const PATIENCE = 45_000;

/** Waits until something beside the requests is done. @throws when it does not come. */
export const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + PATIENCE;
  while (!(await done())) {
    if (Date.now() > end) throw new Error('it did not come');
    await new Promise((go) => setTimeout(go, 20));
  }
};

/** A browser on a real server: keeps cookies by path, follows one redirect as browsers do after a form. */
export interface Guest {
  readonly cookies: Map<string, { readonly value: string; readonly path: string; readonly isKept: boolean }>;
  get(path: string): Promise<Response>;
  /** Sends a form to the address, with the hidden fields of the page it was shown on. */
  form(path: string, fields: { readonly [name: string]: string }): Promise<Response>;
  /** A form with a file. */
  upload(path: string, fields: { readonly [name: string]: string | Blob }): Promise<Response>;
  json(method: string, path: string, body?: unknown): Promise<Response>;
}

/** A whole server over HTTP on a port of its own, behind a proxy that it trusts, in a folder of its own. */
export interface ListeningBed {
  readonly folder: string;
  readonly clock: { time: number };
  /** Every line of the log so far. */
  readonly lines: string[];
  /** Somebody at an address of the network of their own. */
  guest(address: string, language?: string): Guest;
  /** The secretariat, signed in. */
  readonly awa: Guest;
  readonly space: string;
  /** The person as whom the secretariat acts. */
  readonly person: string;
  /** Sends commands as the secretariat; throws what was refused. */
  send(...commands: readonly Command[]): Promise<void>;
  /** One command of a round. */
  act(round: string, verb: string, payload?: JsonObject): Promise<void>;
  /** Stops the server and starts it again on its data, at the clock's time: what fell due is done then. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const guestOn = (where: () => string, ip: string, language: string): Guest => {
  const cookies: Guest['cookies'] = new Map();
  const tokens = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    const base = where();
    headers.set('x-forwarded-for', ip);
    headers.set('accept-language', language);
    headers.set('user-agent', AGENT);
    if (init.method !== undefined) headers.set('origin', base);
    const sent = [...cookies].filter(([, { path: own }]) => path.startsWith(own));
    if (sent.length > 0)
      headers.set('cookie', sent.map(([name, { value }]) => `${name}=${value}`).join('; '));
    const response = await fetch(base + path, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      const own = /path=([^;]+)/i.exec(line)?.[1] ?? '/';
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, { value, path: own, isKept: /max-age=/i.test(line) });
    }
    return response;
  };
  const page = async (path: string): Promise<Response> => {
    const response = await ask(path);
    const copy = await response.clone().text();
    const bare = path.split('?')[0] ?? path;
    const token = /name="form" value="([^"]+)"/.exec(copy)?.[1];
    if (token !== undefined) tokens.set(bare, token);
    return response;
  };
  const followed = async (response: Response): Promise<Response> => {
    const location = response.headers.get('location');
    if (response.status !== 303 || location === null) return response;
    await response.arrayBuffer();
    return page(location);
  };
  const tokenFor = async (path: string): Promise<string> => {
    if (!tokens.has(path)) await (await page(path)).arrayBuffer();
    return tokens.get(path) ?? '';
  };
  return {
    cookies,
    get: page,
    async form(path, fields) {
      const body = new URLSearchParams({ form: await tokenFor(path), ...fields });
      return followed(await ask(path, { method: 'POST', body }));
    },
    async upload(path, fields) {
      const body = new FormData();
      body.set('form', await tokenFor(path));
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      return followed(await ask(path, { method: 'POST', body }));
    },
    json: (method, path, body) =>
      ask(path, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
};

/**
 * Starts the server with its first account and a partnership; time stands still until `clock.time` is moved.
 * `environment` adds settings.
 */
export const openListeningBed = async (
  environment: { readonly [name: string]: string } = {},
): Promise<ListeningBed> => {
  const folder = mkdtempSync(join(tmpdir(), 'tablee-listening-'));
  const clock = { time: Date.parse('2026-03-01T10:00:00.000Z') };
  const runtime = { ...nodeRuntime, now: () => clock.time };
  const lines: string[] = [];
  const log = createLog(
    'debug',
    (line) => lines.push(line),
    () => instant(clock.time),
  );
  const parsed = parseConfig({ TABLEE_DATA: folder, PORT: '0', TRUST_PROXY: '127.0.0.1', ...environment });
  if (!parsed.ok) throw new Error(parsed.lines.join('\n'));
  const begin = (): Promise<Running> => start(parsed.config, log, runtime);
  let running = await begin();
  const guest = (address: string, language = 'fr'): Guest =>
    guestOn(() => running.address, address, language);
  const awa = guest('192.0.2.1');
  const account = { name: 'Awa Ndiaye', email: 'awa@vallee.test', password: PASSWORD, language: 'fr' };
  await awa.form(new URL(running.setUpLink ?? '').pathname, account);
  const space = newId();
  const founded = await awa.json('POST', '/api/spaces', valley(space));
  if (founded.status !== 201) throw new Error(`not founded: ${founded.status} ${await founded.text()}`);
  const send: ListeningBed['send'] = async (...commands) => {
    const answer = await awa.json('POST', `/api/spaces/${space}/commands`, { commands });
    const text = await answer.text();
    if (text.includes('"refused"') || answer.status !== 200) throw new Error(text);
  };
  const snapshot = await (await awa.json('GET', `/api/spaces/${space}/snapshot`)).text();
  return {
    ...{ folder, clock, lines, guest, awa, space, send },
    person: /"you":\{"id":"([^"]+)"/.exec(snapshot)?.[1] ?? '',
    act: (round, verb, payload = {}) => {
      const ticket = { id: newId(), space, saidAt: instant(clock.time) };
      return send(processCommand(ticket, `round.${verb}`, { entity: round, circle: PARTNERS }, payload));
    },
    async restart() {
      await running.stop();
      running = await begin();
    },
    async stop() {
      await running.stop();
      rmSync(folder, { recursive: true });
    },
  };
};
