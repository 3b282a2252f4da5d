import { join } from 'node:path';
import { backup as copyOnline, type DatabaseSync, type StatementSync } from 'node:sqlite';
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
import { openForReading } from './open.ts';
import { hex, packAppend, unpackEvent, unpackLog } from './packed.ts';
import { StaleAnswer, startWriter, type WriterThread } from './writer-thread.ts';

/** The ledger's file in the data folder. */
export const LEDGER_FILE = 'ledger.sqlite';

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
  naming: 'select seq from event where space = ? and instr(payload, ?) > 0',
  contents: 'select distinct hash from file',
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

/** For how many spaces what a list of partnerships shows is held in memory at most. */
const HELD_SPACES = 2_000;

/** What a list shows of a space, as long as nothing is appended to it. */
interface Listed {
  line?: LineModel;
  readonly roles: Map<string, readonly Role[]>;
}

/** The ledger in SQLite: one file, one writer thread, readers beside it. */
class SqliteLedger implements Ledger {
  readonly #writer: WriterThread;
  readonly #db: DatabaseSync;
  readonly #sql: { readonly [K in keyof typeof READ]: StatementSync };
  readonly #listed = new Map<string, Listed>();

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
      naming: prepare('naming'),
      contents: prepare('contents'),
    };
  }

  async append(append: Append): Promise<Appended> {
    try {
      await this.#writer.run({ kind: 'append', append: packAppend(append) });
      return { ok: true };
    } catch (error) {
      if (error instanceof StaleAnswer) return { ok: false, code: 'StaleHead' };
      throw error;
    } finally {
      this.#listed.delete(append.space);
    }
  }

  #listedOf(space: string): Listed {
    const held = this.#listed.get(space);
    if (held !== undefined) return held;
    if (this.#listed.size >= HELD_SPACES)
      for (const oldest of this.#listed.keys()) if (this.#listed.delete(oldest)) break;
    const listed: Listed = { roles: new Map() };
    this.#listed.set(space, listed);
    return listed;
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
    const listed = this.#listedOf(space);
    if (listed.line !== undefined) return listed.line;
    // A line is what this adapter's writer was given as JSON.
    const line = this.#rows('line', space).map((row) => JSON.parse(text(row['line'])) as LineModel)[0];
    if (line !== undefined) listed.line = line;
    return line;
  }

  async roles(space: string, person: string): Promise<readonly Role[] | undefined> {
    const { roles } = this.#listedOf(space);
    const held = roles.get(person);
    if (held !== undefined) return held;
    // As above.
    const found = this.#rows('roles', space, person).map(
      (row) => JSON.parse(text(row['roles'])) as Role[],
    )[0];
    if (found !== undefined) roles.set(person, found);
    return found;
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

  async naming(space: string, hash: string): Promise<readonly number[]> {
    return this.#rows('naming', space, hash).map((row) => Number(row['seq']));
  }

  async contents(): Promise<ReadonlySet<string>> {
    return new Set(this.#rows('contents').map((row) => hex(row['hash'])));
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
