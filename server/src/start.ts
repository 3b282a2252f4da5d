import { chmodSync, existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { partnership } from '@tablee/domain/modules';
import { backUp, backupsIn, pruneBackups } from './backup/backup.ts';
import { ErasureList } from './backup/erasure-list.ts';
import type { Config } from './config.ts';
import { createApp } from './http/app.ts';
import type { AppDeps } from './http/context.ts';
import { sweepUploads } from './http/file-routes.ts';
import type { Ledger, Tables } from './ledger/port.ts';
import { openSqliteLedger } from './ledger/sqlite/adapter.ts';
import { type FolderLock, lockFolder } from './ledger/sqlite/lock.ts';
import { openTables } from './ledger/sqlite/tables.ts';
import { type Listening, openListening } from './listening/service.ts';
import type { Log } from './log.ts';
import { openMailIn } from './mail/open.ts';
import type { IncomingMail } from './mail/service.ts';
import { openPeopleService, type PeopleService } from './people/service.ts';
import { Reminders } from './reminder/reminders.ts';
import { routesOf } from './routes.ts';
import { Hub } from './space/feed.ts';
import { FileStore } from './space/file-store.ts';
import { PERSONAL_MIGRATIONS, Personal } from './space/personal.ts';
import { remodel } from './space/remodel.ts';
import { instant, nodeRuntime, type Runtime } from './space/runtime.ts';
import { Scheduler } from './space/scheduler.ts';
import { Snapshots } from './space/snapshot.ts';
import { Spaces } from './space/spaces.ts';

/** The built web app, as `vite build` leaves it. */
const WEB = join(import.meta.dirname, '../../web/dist');
/** The file of what people keep for themselves alone. */
export const PERSONAL_FILE = 'personal.sqlite';

const PULSE = 25_000;
/** How often it is looked whether the morning of a digest has come somewhere. */
const MORNING = 300_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
/** How long a stop waits for connections before it cuts them, in milliseconds. */
const PATIENCE = 5_000;

/** A server that runs. */
export interface Running {
  /** The address on which it listens. */
  readonly address: string;
  /** The one-time address of the first account, while nobody has one. */
  readonly setUpLink: string | undefined;
  /** Finishes commits, closes feeds and connections, releases the data folder. Twice is once. */
  stop(): Promise<void>;
}

interface Stores {
  readonly lock: FolderLock;
  readonly ledger: Ledger;
  readonly personal: Tables;
}

const openStores = async (config: Config, runtime: Runtime): Promise<Stores> => {
  const lock = lockFolder(config.data);
  try {
    chmodSync(config.data, 0o700);
    const ledger = await openSqliteLedger(config.data);
    const now = (): string => instant(runtime.now());
    return { lock, ledger, personal: openTables(join(config.data, PERSONAL_FILE), PERSONAL_MIGRATIONS, now) };
  } catch (error) {
    lock.release();
    throw error;
  }
};

type Fetch = (request: Request, env: AppDeps['url'] | object) => Response | Promise<Response>;

/** Listens before the app is made, so that the app knows its address also when the system chose the port. */
const listen = (config: Config, fetch: Fetch): Promise<Server> =>
  new Promise((resolve, reject) => {
    // Slow lines send a chunk of 1 MB in minutes; headers come at once everywhere.
    const serverOptions = { requestTimeout: 300_000, headersTimeout: 20_000, keepAliveTimeout: 65_000 };
    // Without a factory of another kind, the adaptor makes a plain HTTP server.
    const server = createAdaptorServer({
      fetch: (request, env) => fetch(request, env),
      serverOptions,
    }) as Server;
    server.once('error', reject);
    server.listen(config.port, config.host, () => resolve(server));
  });

const addressOf = (config: Config, server: Server): string => {
  // A TCP server that listens has an address of this form.
  const { port } = server.address() as AddressInfo;
  return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
};

const starting: Fetch = () => new Response(null, { status: 503, headers: { 'retry-after': '1' } });

/** Writes down what is erased, so that no restore brings it back. */
const listErasures = (config: Config, hub: Hub, people: PeopleService, log: Log): void => {
  const list = new ErasureList(config.backups);
  hub.watch((_space, events) => list.events(events));
  people.vault.watch((space) => {
    people.store.cards
      .of(space)
      .then((cards) =>
        cards.filter(({ erased }) => erased !== undefined).forEach(({ id }) => list.person(space, id)),
      )
      .catch(() => log.error('erasure-not-listed', { code: 'StoreFault' }));
  });
};

/** A backup when the last one is a day old; those past their time go. */
const backUpDaily = async (config: Config, runtime: Runtime): Promise<void> => {
  const last = (await backupsIn(config.backups)).at(-1);
  if (last !== undefined && runtime.now() - Date.parse(last.asOf) < DAY) return;
  await backUp(config.data, config.backups, instant(runtime.now()));
  await pruneBackups(config.backups, runtime.now());
};

/** The parts that have something to tend. */
interface Parts {
  readonly people: PeopleService;
  readonly listening: Listening;
  readonly mail: IncomingMail;
}

/** What is done beside the requests: time acts, feeds are kept open, what expired goes, backups are made. */
const tend = (config: Config, deps: AppDeps, { people, listening, mail }: Parts): (() => Promise<void>) => {
  const { spaces, runtime, log, personal, files } = deps;
  const scheduler = new Scheduler(spaces, runtime, log);
  scheduler.start();
  const pulse = setInterval(() => spaces.hub.pulse(), PULSE);
  const clean = async (): Promise<void> => {
    await people.tend();
    await listening.tend();
    await mail.tend();
    await personal.expire();
    await sweepUploads(files.uploads, runtime.now());
    await files.sweep();
    await spaces.ledger.forgetCommands(instant(runtime.now() - YEAR));
  };
  const cleaning = (): void => {
    clean().catch(() => log.warn('tending-failed', { code: 'StoreFault' }));
  };
  cleaning();
  const reminders = new Reminders(people, log);
  void reminders.run();
  const mornings = setInterval(() => void reminders.run(), MORNING);
  const unwatch = mail.watch();
  const hourly = setInterval(() => {
    cleaning();
    backUpDaily(config, runtime).catch(() => log.error('backup-failed', { code: 'BackupFault' }));
  }, HOUR);
  return async () => {
    clearInterval(pulse);
    clearInterval(hourly);
    clearInterval(mornings);
    await reminders.settle();
    await unwatch();
    await scheduler.stop();
  };
};

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });

/**
 * Starts the whole server on its data folder.
 * @throws FolderInUse, NewerData, or the system's error when the port is taken.
 */
export const start = async (config: Config, log: Log, runtime: Runtime = nodeRuntime): Promise<Running> => {
  const { lock, ledger, personal } = await openStores(config, runtime);
  const hub = new Hub();
  const spaces = new Spaces({ ledger, nouns: partnership, runtime, hub, log });
  let fetch: Fetch = starting;
  const server = await listen(config, (request, env) => fetch(request, env)).catch((error) => {
    lock.release();
    throw error;
  });
  const address = addressOf(config, server);
  const url = config.port === 0 && config.url.endsWith(':0') ? address : config.url;
  await remodel(spaces);
  const people = openPeopleService({ ...config, url }, spaces, log, () => runtime.now());
  people.vault.watch((space) => hub.peopleChanged(space));
  // A session that ends closes the feeds of its account; its other devices come back at once with their cursor.
  people.sessions.watch((_session, account) => hub.end((gate) => gate.account.id === account));
  listErasures(config, hub, people, log);
  const listening = openListening(config.data, { people, spaces, runtime, log });
  const mail = openMailIn(config, { people, runtime, log });
  const files = new FileStore(join(config.data, 'files'), ledger, runtime);
  const deps: AppDeps = {
    spaces,
    snapshots: new Snapshots(spaces, people.vault, runtime),
    identity: people.identity,
    vault: people.vault,
    personal: new Personal(personal, files, runtime),
    files,
    runtime,
    log,
    url,
    routes: routesOf(people, config.backups, listening, mail),
    ...(config.trustProxy === undefined ? {} : { trustProxy: config.trustProxy }),
    ...(existsSync(WEB) ? { web: WEB } : {}),
  };
  const app = createApp(deps);
  fetch = (request, env) => app.fetch(request, typeof env === 'object' ? env : {});
  const untend = tend(config, deps, { people, listening, mail });
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const closed = closeServer(server);
    hub.close();
    await Promise.all([untend(), closed, spaces.settle()]);
    await listening.close();
    await mail.close();
    await Promise.all([ledger.close(), personal.close(), people.close()]);
    lock.release();
  };
  return { address, setUpLink: await people.setUpLink(), stop: () => (stopping ??= stop()) };
};
