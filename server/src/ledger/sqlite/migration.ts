import { copyFileSync, existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/** One step forward: numbered from 1 within its area, never changed once released. */
export interface Migration {
  /** Whose tables these are (`ledger`, `people`, `personal`). */
  readonly area: string;
  readonly version: number;
  readonly sql: string;
}

/** The data are newer than the program: it refuses to start and says so. */
export class NewerData extends Error {
  override readonly name = 'NewerData';
}

const TABLE = `create table if not exists migration (
  area text not null, version integer not null, at text not null, primary key (area, version)) without rowid`;

const versions = (db: DatabaseSync): Map<string, number> => {
  const rows = db.prepare('select area, max(version) as version from migration group by area').all();
  return new Map(rows.map((row) => [String(row['area']), Number(row['version'])]));
};

/**
 * Brings a database up to date: each step in a transaction of its own, after a copy of the file when it
 * already held data.
 * @throws NewerData when the database has seen a step that this program does not know.
 */
export const migrate = (
  db: DatabaseSync,
  path: string,
  migrations: readonly Migration[],
  now: () => string,
): void => {
  db.exec(TABLE);
  const done = versions(db);
  for (const [area, version] of done) {
    const known = Math.max(0, ...migrations.filter((step) => step.area === area).map((step) => step.version));
    if (known > 0 && version > known)
      throw new NewerData(
        `${path} was written by a newer version (${area} ${version}, this program knows ${known}). Update the program.`,
      );
  }
  const ahead = migrations.filter((step) => step.version > (done.get(step.area) ?? 0));
  if (ahead.length > 0 && done.size > 0) copyBefore(db, path, ahead);
  for (const step of ahead) {
    db.exec('begin immediate');
    try {
      db.exec(step.sql);
      db.prepare('insert into migration (area, version, at) values (?, ?, ?)').run(
        step.area,
        step.version,
        now(),
      );
      db.exec('commit');
    } catch (error) {
      db.exec('rollback');
      throw error;
    }
  }
};

const copyBefore = (db: DatabaseSync, path: string, ahead: readonly Migration[]): void => {
  if (!existsSync(path)) return;
  db.exec('pragma wal_checkpoint(truncate)');
  copyFileSync(path, `${path}.before-${ahead.map((step) => `${step.area}-${step.version}`).join('-')}`);
};
