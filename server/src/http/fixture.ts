import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, PARTNERS, type Registry } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import type { People, SnapshotAnswer } from '@tablee/domain/protocol';
import type { Hono } from 'hono';
import { openSqliteLedger } from '../ledger/sqlite/adapter.ts';
import { openTables } from '../ledger/sqlite/tables.ts';
import { type Log, SILENT } from '../log.ts';
import { Hub } from '../space/feed.ts';
import { FileStore } from '../space/file-store.ts';
import { valley } from '../space/fixture.ts';
import { PERSONAL_MIGRATIONS, Personal } from '../space/personal.ts';
import { instant, nodeRuntime, type Runtime } from '../space/runtime.ts';
import { Snapshots } from '../space/snapshot.ts';
import { type Bounds, Spaces } from '../space/spaces.ts';
import { createApp } from './app.ts';
import type { AppDeps, Env } from './context.ts';
import type { Account, Identity, Presence, Produced, Vault } from './identity.ts';
import type { Rates } from './rate.ts';

/** Accounts for tests: whoever the header `authorization` names is signed in. Never part of the server. */
export class TestPeople implements Identity, Vault {
  readonly #present = new Map<string, Presence[]>();
  readonly #listeners = new Set<(space: string) => void>();
  #version = 1;

  async account(request: Request): Promise<Account | undefined> {
    const id = request.headers.get('authorization');
    if (id === null) return undefined;
    return { id, name: id, language: 'fr', steward: id === 'steward' };
  }

  async person(account: Account, space: string): Promise<string | undefined> {
    return this.#present.get(account.id)?.find((presence) => presence.space === space)?.person;
  }

  async enroll(account: Account, space: string): Promise<string> {
    const held = await this.person(account, space);
    if (held !== undefined) return held;
    this.enter(account.id, space, `${account.id}-person`);
    return `${account.id}-person`;
  }

  /** Makes `account` the person `person` of a space. */
  enter(account: string, space: string, person: string): void {
    this.#present.set(account, [...(this.#present.get(account) ?? []), { space, person }]);
  }

  async presences(account: Account): Promise<readonly Presence[]> {
    return this.#present.get(account.id) ?? [];
  }

  async version(): Promise<number> {
    return this.#version;
  }

  async people(_space: string, persons: readonly string[]): Promise<People> {
    return { version: this.#version, cards: persons.map((id) => ({ id, name: `Name of ${id}` })) };
  }

  async adopt(): Promise<void> {
    // Cards are made from ids here: there is nothing to take over.
  }

  readonly produced: Produced[] = [];

  async keepProduced(produced: Produced): Promise<void> {
    this.produced.push(produced);
  }

  watch(listener: (space: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A card of the space changed. */
  change(space: string): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener(space);
  }
}

/** A whole server in a folder of its own. */
export interface Bed {
  readonly app: Hono<Env>;
  readonly deps: AppDeps;
  readonly spaces: Spaces;
  readonly people: TestPeople;
  readonly folder: string;
  readonly runtime: Runtime & { time: number };
  /** A request as somebody, from the app's own pages. */
  ask(who: string | undefined, path: string, init?: RequestInit): Promise<Response>;
  /** The same with a JSON body. */
  send(who: string, method: string, path: string, body: unknown): Promise<Response>;
  dispose(): Promise<void>;
}

/** What a test may want otherwise. */
export interface BedOptions {
  readonly folder?: string;
  readonly nouns?: Registry;
  readonly bounds?: Bounds;
  readonly rates?: Rates;
  readonly web?: string;
  readonly log?: Log;
}

const GENEROUS = { perMinute: 1_000_000 };
const URL_HERE = 'http://tablee.test';

/** Opens a server on real SQLite; time stands still until `runtime.time` is moved. */
export const openBed = async (options: BedOptions = {}): Promise<Bed> => {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'tablee-server-'));
  const runtime = { ...nodeRuntime, time: Date.parse('2026-03-01T10:00:00.000Z'), now: () => runtime.time };
  const ledger = await openSqliteLedger(folder);
  const tables = openTables(join(folder, 'personal.sqlite'), PERSONAL_MIGRATIONS, () =>
    instant(runtime.now()),
  );
  const people = new TestPeople();
  const log = options.log ?? SILENT;
  const hub = new Hub();
  const { bounds, web } = options;
  const spaces = new Spaces({
    ledger,
    nouns: options.nouns ?? partnership,
    runtime,
    hub,
    log,
    ...(bounds && { bounds }),
  });
  people.watch((space) => hub.peopleChanged(space));
  const files = new FileStore(join(folder, 'files'), ledger, runtime);
  const deps: AppDeps = {
    spaces,
    snapshots: new Snapshots(spaces, people, runtime),
    identity: people,
    vault: people,
    personal: new Personal(tables, files, runtime),
    files,
    runtime,
    log,
    url: URL_HERE,
    rates: options.rates ?? { change: GENEROUS, read: GENEROUS, address: GENEROUS },
    ...(web === undefined ? {} : { web }),
  };
  const app = createApp(deps);
  const ask = async (who: string | undefined, path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has('origin')) headers.set('origin', URL_HERE);
    if (who !== undefined) headers.set('authorization', who);
    return app.request(path, { ...init, headers });
  };
  const send = (who: string, method: string, path: string, body: unknown): Promise<Response> =>
    ask(who, path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const dispose = async (): Promise<void> => {
    hub.close();
    await spaces.settle();
    await ledger.close();
    await tables.close();
    if (options.folder === undefined) rmSync(folder, { recursive: true });
  };
  return { app, deps, spaces, people, folder, runtime, ask, send, dispose };
};

/** A new space founded by `who`; answers its id. */
export const foundSpace = async (bed: Bed, who: string): Promise<string> => {
  const space = bed.runtime.id();
  const response = await bed.send(who, 'POST', '/api/spaces', valley(space));
  if (response.status !== 201) throw new Error(`not founded: ${response.status} ${await response.text()}`);
  return space;
};

/** A command with a fresh id. */
export const commandIn = (
  bed: Bed,
  space: string,
  part: Pick<Command, 'type' | 'entity' | 'payload'> & Partial<Command>,
): Command => ({
  id: bed.runtime.id(),
  space,
  circle: PARTNERS,
  base: {},
  saidAt: '2026-03-01T09:59:00.000Z',
  ...part,
});

/** Lets the account `who` into a space with `terms`, as the person `{who}-person`. */
export const letIn = async (
  bed: Bed,
  space: string,
  who: string,
  terms: Command['payload'],
): Promise<string> => {
  const person = `${who}-person`;
  bed.people.enter(who, space, person);
  const joining = commandIn(bed, space, { type: 'member.join', entity: person, payload: terms });
  const [outcome] = await bed.spaces.submit(space, 'system', [joining]);
  if (outcome?.outcome !== 'accepted') throw new Error(`not let in: ${JSON.stringify(outcome)}`);
  return person;
};

/** The JSON of an answer, which its route promises to be a `T`. */
export const answerOf = async <T>(response: Response | Promise<Response>): Promise<T> =>
  // The route's own type says so, and the assertions that follow check it.
  (await (await response).json()) as T;

/** The snapshot of `who`. */
export const snapshotOf = async (bed: Bed, space: string, who: string): Promise<SnapshotAnswer> => {
  const response = await bed.ask(who, `/api/spaces/${space}/snapshot`);
  if (response.status !== 200) throw new Error(`no snapshot: ${response.status}`);
  return answerOf<SnapshotAnswer>(response);
};
