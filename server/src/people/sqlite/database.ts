import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const MIGRATIONS = join(import.meta.dirname, 'migration');

/** The data of a newer program: it is left alone. */
export class NewerData extends Error {
  /** `found` and `known` are numbers of migrations. */
  constructor(file: string, found: number, known: number) {
    super(
      `${file} was written by a newer version (data ${found}, program ${known}). Start that version instead.`,
    );
  }
}

/**
 * Opens (or makes) the file of accounts and vault: WAL, every commit synced, deleted content overwritten.
 * @throws {@link NewerData} when the file was written by a newer program.
 */
export const openDatabase = (file: string): DatabaseSync => {
  const fresh = !existsSync(file);
  const db = new DatabaseSync(file);
  db.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma secure_delete = on;
    pragma foreign_keys = on;
    pragma busy_timeout = 5000;
    pragma cache_size = -2000;
  `);
  if (fresh && file !== ':memory:') chmodSync(file, 0o600);
  migrate(db, file);
  return db;
};

/** Numbered SQL, forward only, one transaction each. */
const migrate = (db: DatabaseSync, file: string): void => {
  const known = readdirSync(MIGRATIONS)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort();
  const found = Number(db.prepare('pragma user_version').get()?.['user_version'] ?? 0);
  if (found > known.length) throw new NewerData(file, found, known.length);
  known.slice(found).forEach((name, index) => {
    const sql = readFileSync(join(MIGRATIONS, name), 'utf8');
    transaction(db, () => db.exec(`${sql}\npragma user_version = ${found + index + 1};`));
  });
};

/** Runs `work` in one immediate transaction; rolled back when it throws. */
export const transaction = <T>(db: DatabaseSync, work: () => T): T => {
  db.exec('begin immediate');
  try {
    const result = work();
    db.exec('commit');
    return result;
  } catch (error) {
    db.exec('rollback');
    throw error;
  }
};

/** What `work` answers; false when a value that it writes belongs to another row. */
export const falseWhenTaken = (work: () => boolean): boolean => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && /UNIQUE constraint failed/.test(error.message)) return false;
    throw error;
  }
};
