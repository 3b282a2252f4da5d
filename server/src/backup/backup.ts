import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyDatabase } from '../ledger/sqlite/open.ts';

/** The format of a backup folder. */
export const BACKUP_FORMAT = 1;
/** Databases of a data folder: copied while the server runs. */
export const DATABASES = [
  'ledger.sqlite',
  'people.db',
  'personal.sqlite',
  'listening.sqlite',
  'mail.sqlite',
] as const;
/** Secrets without which the vault's codes cannot be checked. */
export const SECRETS = ['people.key'] as const;
/** How long backups are kept, in milliseconds. */
export const KEPT_FOR = 30 * 86_400_000;

/** What a backup says of itself. */
export interface BackupManifest {
  readonly format: number;
  /** When it was begun, ISO 8601 UTC. */
  readonly asOf: string;
  /** SHA-256 of each file beside the attachments, whose names are their hashes. */
  readonly files: { readonly [name: string]: string };
  /** How many attachments. */
  readonly attachments: number;
}

/** The SHA-256 of a file, 64 hex digits. */
export const hashOfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
};

/** 1, or 0 for an attachment that was erased while the others were copied. */
const copied = async (from: string, to: string): Promise<number> => {
  try {
    await copyFile(from, to);
    return 1;
  } catch (error) {
    if (existsSync(from)) throw error;
    return 0;
  }
};

/** Copies attachments by their hashes from one folder of files to another, and those of personal notes; answers how many. */
export const copyAttachments = async (from: string, to: string): Promise<number> => {
  let count = 0;
  const groups = await readdir(from, { withFileTypes: true }).catch(() => []);
  for (const { name: group } of groups.filter(({ name }) => /^([0-9a-f]{2}|own)$/.test(name))) {
    await mkdir(join(to, group), { recursive: true, mode: 0o700 });
    for (const name of await readdir(join(from, group))) {
      count += await copied(join(from, group, name), join(to, group, name));
    }
  }
  return count;
};

/**
 * Copies a data folder into a new folder below `backups`, while the server may be running: each database
 * consistent in itself, the ledger first, so that what the vault holds is never older than the events that name
 * it. Answers the path of the backup; a copy that was interrupted has no name of a backup.
 */
export const backUp = async (data: string, backups: string, asOf: string): Promise<string> => {
  const name = `tablee-${asOf.replace(/[:.]/g, '-')}`;
  const unfinished = join(backups, `${name}.part`);
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const files: Record<string, string> = {};
  for (const database of DATABASES) {
    if (!existsSync(join(data, database))) continue;
    await copyDatabase(join(data, database), join(unfinished, database));
    files[database] = await hashOfFile(join(unfinished, database));
  }
  for (const secret of SECRETS) {
    if (!existsSync(join(data, secret))) continue;
    await copyFile(join(data, secret), join(unfinished, secret));
    files[secret] = await hashOfFile(join(unfinished, secret));
  }
  const attachments = await copyAttachments(join(data, 'files'), join(unfinished, 'files'));
  const manifest: BackupManifest = { format: BACKUP_FORMAT, asOf, files, attachments };
  await writeFile(join(unfinished, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`, {
    flush: true,
  });
  await rename(unfinished, join(backups, name));
  return join(backups, name);
};

/** The manifest of a backup; `undefined` when the folder is none or of another format. */
export const manifestOf = async (folder: string): Promise<BackupManifest | undefined> => {
  try {
    // Only backUp() writes this file, and its format is checked.
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as BackupManifest;
    return manifest.format === BACKUP_FORMAT ? manifest : undefined;
  } catch {
    return undefined;
  }
};

/** The backups of a folder, oldest first, with the time of each. */
export const backupsIn = async (
  backups: string,
): Promise<readonly { readonly path: string; readonly asOf: string }[]> => {
  const found: { path: string; asOf: string }[] = [];
  for (const name of await readdir(backups).catch(() => [])) {
    if (!/^tablee-[\dTZ-]+$/.test(name)) continue;
    const manifest = await manifestOf(join(backups, name));
    if (manifest !== undefined) found.push({ path: join(backups, name), asOf: manifest.asOf });
  }
  return found.sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
};

/** Removes backups older than they may be kept; the newest always stays. Answers how many went. */
export const pruneBackups = async (backups: string, now: number): Promise<number> => {
  const found = await backupsIn(backups);
  const old = found.slice(0, -1).filter(({ asOf }) => now - Date.parse(asOf) > KEPT_FOR);
  for (const { path } of old) await rm(path, { recursive: true });
  return old.length;
};
