import { backup as copyOnline, type DatabaseSync, type StatementSync } from 'node:sqlite';
import { type Cell, LedgerFault, type Row, type Statement, type Tables } from '../port.ts';
import { type Migration, migrate } from './migration.ts';
import { openForWriting, truncateLog } from './open.ts';

/** Statements are kept prepared: texts are few, since they are written in the code. */
class SqliteTables implements Tables {
  readonly #db: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  #statement(sql: string): StatementSync {
    const held = this.#prepared.get(sql);
    if (held !== undefined) return held;
    const made = this.#db.prepare(sql);
    this.#prepared.set(sql, made);
    return made;
  }

  #do<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new LedgerFault(error instanceof Error ? error.message : 'the store could not be used');
    }
  }

  async all(sql: string, ...values: Cell[]): Promise<readonly Row[]> {
    // Without big integers, a row holds cells only.
    return this.#do(() => this.#statement(sql).all(...values) as Row[]);
  }

  async get(sql: string, ...values: Cell[]): Promise<Row | undefined> {
    return (await this.all(sql, ...values))[0];
  }

  async run(sql: string, ...values: Cell[]): Promise<number> {
    return this.#do(() => Number(this.#statement(sql).run(...values).changes));
  }

  async batch(statements: readonly Statement[]): Promise<void> {
    this.#do(() => {
      this.#db.exec('begin immediate');
      try {
        for (const { sql, values } of statements) this.#statement(sql).run(...values);
        this.#db.exec('commit');
      } catch (error) {
        this.#db.exec('rollback');
        throw error;
      }
    });
  }

  async scrub(): Promise<void> {
    truncateLog(this.#db);
  }

  async backup(path: string): Promise<void> {
    await copyOnline(this.#db, path);
  }

  async close(): Promise<void> {
    truncateLog(this.#db);
    this.#db.close();
  }
}

/**
 * Opens a file of tables beside the ledger and brings it up to date with the steps of every area in it.
 * @throws NewerData when it was written by a newer program.
 */
export const openTables = (path: string, migrations: readonly Migration[], now: () => string): Tables => {
  const db = openForWriting(path);
  migrate(db, path, migrations, now);
  return new SqliteTables(db);
};
