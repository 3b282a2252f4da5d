import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process uses the data folder; the message says which and what to do. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** A data folder that belongs to this process until `release`, or until the process ends, however it ends. */
export interface FolderLock {
  release(): void;
}

const owner = (path: string): string => {
  try {
    return ` (process ${readFileSync(path, 'utf8').trim()})`;
  } catch {
    return '';
  }
};

/**
 * Takes the data folder for this process. The lock is the operating system's (an exclusive lock on a file that
 * SQLite holds), so a killed process leaves nothing behind that has to be removed by hand.
 * @throws FolderInUse when another process has it.
 */
export const lockFolder = (folder: string): FolderLock => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const note = join(folder, 'lock.pid');
  const db = new DatabaseSync(join(folder, 'lock'));
  try {
    db.exec('pragma busy_timeout = 0');
    db.exec('begin exclusive');
  } catch {
    db.close();
    throw new FolderInUse(
      `The data folder ${folder} is in use by another Tablée${owner(note)}. Stop that one, or set TABLEE_DATA to another folder.`,
    );
  }
  writeFileSync(note, `${process.pid}\n`);
  return { release: () => db.close() };
};
