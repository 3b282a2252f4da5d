import { join } from 'node:path';
import { backup as copyOnline, type DatabaseSync, type StatementSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import type { JsonObject, Role } from '@tablee/domain/kernel';
import {
  type Append,
  type Appended,
  type Cell,
  type FileRow,
  type Found,
  type Head,
  type Job,
  type KeptState,
  type Ledger,
  type LedgerEvent,
  LedgerFault,
  type LineModel,
  type LoggedCommand,
  type Page,
  type Range,
  type Row,
} from '../port.ts';
import { NewerData } from './migration.ts';
import { openForReading } from './open.ts';
import {
  type FromWriter,
  hex,
  packAppend,
  type Task,
  type ToWriter,
  unpackEvent,
  unpackLog,
} from './packed.ts';

/** The ledger's file in the data folder. */
export const LEDGER_FILE = 'ledger.sqlite';

/** How many tasks share one commit at most. */
const GROUP = 256;

interface Waiting {
  readonly task: Task;
  resolve(count: number): void;
  reject(error: Error): void;
}

/** The head was another one: not a fault of the store. */
class StaleAnswer extends Error {}

/**
 * The writer's thread, seen from here: one group in flight. What comes while its commit runs is the next group,
 * so that no timer decides how many share a commit, and two messages carry them all.
 */
class WriterThread {
  readonly #worker: Worker;
  #waiting: Waiting[] = [];
  #inFlight: readonly Waiting[] = [];
  #isWoken = false;
  #stopped: (() => void) | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: FromWriter) => this.#heard(message));
    worker.on('error', () => this.#fail());
    worker.on('exit', () => this.#fail());
  }

  run(task: Task): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#wake();
    });
  }

  async stop(): Promise<void> {
    while (this.#inFlight.length > 0 || this.#waiting.length > 0)
      await new Promise((resolve) => setImmediate(resolve));
    await new Promise<void>((resolve) => {
      this.#stopped = resolve;
      this.#worker.postMessage({ stop: true } satisfies ToWriter);
    });
    await this.#worker.terminate();
  }

  /** After what runs now, so that the appends of one turn go together. */
  #wake(): void {
    if (this.#isWoken || this.#inFlight.length > 0) return;
    this.#isWoken = true;
    setImmediate(() => {
      this.#isWoken = false;
      this.#send();
    });
  }

  #send(): void {
    if (this.#inFlight.length > 0 || this.#waiting.length === 0) return;
    this.#inFlight = this.#waiting.splice(0, GROUP);
    this.#worker.postMessage({ tasks: this.#inFlight.map(({ task }) => task) } satisfies ToWriter);
  }

  #heard(message: FromWriter): void {
    if ('stopped' in message) this.#stopped?.();
    if (!('answers' in message)) return;
    const answered = this.#inFlight;
    this.#inFlight = [];
    message.answers.forEach((answer, index) => {
      if (answer.ok) answered[index]?.resolve(answer.count);
      else answered[index]?.reject(answer.stale ? new StaleAnswer() : new LedgerFault(answer.error));
    });
    this.#wake();
  }

  #fail(): void {
    for (const waiting of [...this.#inFlight, ...this.#waiting])
      waiting.reject(new LedgerFault('the writer stopped'));
    this.#inFlight = [];
    this.#waiting = [];
    this.#stopped?.();
  }
}

const startWriter = (path: string): Promise<WriterThread> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./writer.worker.ts', import.meta.url), {
      workerData: { path },
      // It holds rows on their way and little else.
      resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 },
    });
    worker.once('error', reject);
    worker.once('message', (message: FromWriter) => {
      if ('ready' in message) {
        worker.off('error', reject);
        resolve(new WriterThread(worker));
      } else if ('failed' in message) {
        void worker.terminate();
        reject(
          message.name === 'NewerData' ? new NewerData(message.failed) : new LedgerFault(message.failed),
        );
      }
    });
  });

const READ = {
  head: 'select seq, hash, at, format, model from head where space = ?',
  read: 'select * from event where space = ? and seq > ? order by seq limit ?',
  history: 'select * from event where space = ? and seq < ? order by seq desc limit ?',
  ofEntity: 'select * from event where space = ? and entity = ? and seq < ? order by seq desc limit ?',
  answers: 'select * from command where space = ? and id in (select value from json_each(?))',
  kept: 'select seq, maker, state from kept where space = ?',
  due: 'select * from job where at <= ? order by at limit ?',
  spaces: 'select space, seq, hash, at, format, model from head order by space',
  line: 'select line from line where space = ?',
  roles: 'select roles from membership where space = ? and person = ?',
  search: `select entry.entity, entry.type, entry.circle from search_text
    join search_entry as entry on entry.id = search_text.rowid
    where search_text match ? and entry.space = ? and entry.circle in (select value from json_each(?))
    order by rank limit ?`,
  fileRows: 'select * from file where space = ? and hash = ?',
  filesOf: 'select * from file where space = ?',
} as const;

const text = (cell: Cell | undefined): string => String(cell ?? '');

const headOf = (row: Row): Head => ({
  seq: Number(row['seq']),
  hash: hex(row['hash']),
  at: text(row['at']),
  format: Number(row['format']),
  model: Number(row['model']),
});

const fileOf = (row: Row): FileRow => ({
  space: text(row['space']),
  hash: hex(row['hash']),
  circle: text(row['circle']),
  type: text(row['type']),
  size: Number(row['size']),
  at: text(row['at']),
});

const jobOf = (row: Row): Job => ({
  space: text(row['space']),
  entity: text(row['entity']),
  command: text(row['command']),
  at: text(row['at']),
  // The payload is what the writer was given as JSON.
  payload: JSON.parse(text(row['payload'])) as JsonObject,
  stamp: Number(row['stamp']),
});

/** A word as FTS5 takes it: quoted, so that no sign in it is an operator. */
const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

/** The ledger in SQLite: one file, one writer thread, readers beside it. */
class SqliteLedger implements Ledger {
  readonly #writer: WriterThread;
  readonly #db: DatabaseSync;
  readonly #sql: { readonly [K in keyof typeof READ]: StatementSync };

  constructor(writer: WriterThread, db: DatabaseSync) {
    this.#writer = writer;
    this.#db = db;
    const prepare = (name: keyof typeof READ): StatementSync => db.prepare(READ[name]);
    this.#sql = {
      head: prepare('head'),
      read: prepare('read'),
      history: prepare('history'),
      ofEntity: prepare('ofEntity'),
      answers: prepare('answers'),
      kept: prepare('kept'),
      due: prepare('due'),
      spaces: prepare('spaces'),
      line: prepare('line'),
      roles: prepare('roles'),
      search: prepare('search'),
      fileRows: prepare('fileRows'),
      filesOf: prepare('filesOf'),
    };
  }

  async append(append: Append): Promise<Appended> {
    try {
      await this.#writer.run({ kind: 'append', append: packAppend(append) });
      return { ok: true };
    } catch (error) {
      if (error instanceof StaleAnswer) return { ok: false, code: 'StaleHead' };
      throw error;
    }
  }

  #rows(name: keyof typeof READ, ...values: Cell[]): Row[] {
    try {
      // Without big integers, a row holds cells only.
      return this.#sql[name].all(...values) as Row[];
    } catch (error) {
      throw new LedgerFault(error instanceof Error ? error.message : 'the store could not be read');
    }
  }

  async head(space: string): Promise<Head | undefined> {
    return this.#rows('head', space).map(headOf)[0];
  }

  async read(space: string, { after, limit }: Range): Promise<readonly LedgerEvent[]> {
    return this.#rows('read', space, after, limit).map(unpackEvent);
  }

  async history(space: string, { before, limit, entity }: Page): Promise<readonly LedgerEvent[]> {
    const rows =
      entity === undefined
        ? this.#rows('history', space, before, limit)
        : this.#rows('ofEntity', space, entity, before, limit);
    return rows.map(unpackEvent);
  }

  async answers(space: string, ids: readonly string[]): Promise<ReadonlyMap<string, LoggedCommand>> {
    if (ids.length === 0) return new Map();
    return new Map(
      this.#rows('answers', space, JSON.stringify(ids)).map((row) => [text(row['id']), unpackLog(row)]),
    );
  }

  async kept(space: string): Promise<KeptState | undefined> {
    return this.#rows('kept', space).map((row) => ({
      seq: Number(row['seq']),
      maker: text(row['maker']),
      text: text(row['state']),
    }))[0];
  }

  async keep(space: string, state: KeptState): Promise<void> {
    await this.#writer.run({ kind: 'keep', space, state });
  }

  async due(at: string, limit: number): Promise<readonly Job[]> {
    return this.#rows('due', at, limit).map(jobOf);
  }

  async done(job: Job): Promise<void> {
    await this.#writer.run({ kind: 'done', job });
  }

  async spaces(): Promise<readonly (Head & { readonly space: string })[]> {
    return this.#rows('spaces').map((row) => ({ space: text(row['space']), ...headOf(row) }));
  }

  async line(space: string): Promise<LineModel | undefined> {
    // A line is what this adapter's writer was given as JSON.
    return this.#rows('line', space).map((row) => JSON.parse(text(row['line'])) as LineModel)[0];
  }

  async roles(space: string, person: string): Promise<readonly Role[] | undefined> {
    // As above.
    return this.#rows('roles', space, person).map((row) => JSON.parse(text(row['roles'])) as Role[])[0];
  }

  async search(
    space: string,
    circles: readonly string[],
    words: readonly string[],
    limit: number,
  ): Promise<readonly Found[]> {
    if (words.length === 0) return [];
    const match = `space : ${quoted(space)} AND ${words.map((word) => `body : ${quoted(word)} *`).join(' AND ')}`;
    return this.#rows('search', match, space, JSON.stringify(circles), limit).map((row) => ({
      entity: text(row['entity']),
      type: text(row['type']),
      circle: text(row['circle']),
    }));
  }

  async addFile(file: FileRow): Promise<void> {
    await this.#writer.run({ kind: 'file', file });
  }

  async fileRows(space: string, hash: string): Promise<readonly FileRow[]> {
    return this.#rows('fileRows', space, Buffer.from(hash, 'hex')).map(fileOf);
  }

  async filesOf(space: string): Promise<readonly FileRow[]> {
    return this.#rows('filesOf', space).map(fileOf);
  }

  forgetCommands(at: string): Promise<number> {
    return this.#writer.run({ kind: 'forget', at });
  }

  async backup(path: string): Promise<void> {
    await copyOnline(this.#db, path);
  }

  async close(): Promise<void> {
    await this.#writer.stop();
    this.#db.close();
  }
}

/**
 * Opens the ledger of a data folder: migrates it, starts its writer.
 * @throws NewerData when the data were written by a newer program; LedgerFault when the file cannot be used.
 */
export const openSqliteLedger = async (folder: string): Promise<Ledger> => {
  const path = join(folder, LEDGER_FILE);
  const writer = await startWriter(path);
  return new SqliteLedger(writer, openForReading(path));
};
