import { backup, DatabaseSync } from 'node:sqlite';

/**
 * Opens a database for writing as every file of this server is written: WAL, each commit on the disk before it
 * is acknowledged, deleted content overwritten.
 */
export const openForWriting = (path: string): DatabaseSync => {
  const db = new DatabaseSync(path);
  db.exec('pragma journal_mode = wal');
  db.exec('pragma synchronous = full');
  db.exec('pragma secure_delete = on');
  db.exec('pragma busy_timeout = 5000');
  db.exec('pragma cache_size = -8000');
  // 16 MB: a checkpoint costs syncs of its own, and a busy ledger would pay them several times a second.
  db.exec('pragma wal_autocheckpoint = 4000');
  return db;
};

/** Opens the same file for reading beside the writer. */
export const openForReading = (path: string): DatabaseSync => {
  const db = new DatabaseSync(path, { readOnly: true });
  db.exec('pragma busy_timeout = 5000');
  db.exec('pragma cache_size = -16000');
  return db;
};

/** Empties the write-ahead log into the file, so that what was struck is in neither of them. */
export const truncateLog = (db: DatabaseSync): boolean => {
  const row = db.prepare('pragma wal_checkpoint(truncate)').get();
  return row?.['busy'] === 0;
};

/** Copies a database consistently into a new file while others write to it. */
export const copyDatabase = async (from: string, to: string): Promise<void> => {
  const db = openForReading(from);
  try {
    await backup(db, to);
  } finally {
    db.close();
  }
};
