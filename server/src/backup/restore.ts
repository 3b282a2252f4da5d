import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { KERNEL_FORMAT, strike, struckBy } from '@tablee/domain/kernel';
import { isWhole, type Ledger } from '../ledger/port.ts';
import { openSqliteLedger } from '../ledger/sqlite/adapter.ts';
import { lockFolder } from '../ledger/sqlite/lock.ts';
import { openPeople } from '../people/sqlite/store.ts';
import { unnamedBy } from '../space/erasure.ts';
import { MODEL } from '../space/model.ts';
import { instant, type Runtime } from '../space/runtime.ts';
import { copyAttachments, manifestOf } from './backup.ts';
import { type Erasure, readErasures } from './erasure-list.ts';

/** What a restore did. */
export interface Restored {
  /** Where the data that were there before are now; absent when the folder was empty. */
  readonly aside?: string;
  /** How many erasures made after the backup were made again. */
  readonly erasedAgain: number;
}

const moveAside = async (data: string, runtime: Runtime): Promise<string | undefined> => {
  if (!existsSync(data)) return undefined;
  // Taken and given back at once: a server that runs on the folder has it, and its data must not be moved.
  lockFolder(data).release();
  const names = (await readdir(data)).filter((name) => !/^lock(\.pid)?$/.test(name) && name !== 'backup');
  if (names.length === 0) return undefined;
  const aside = `${data}.before-${instant(runtime.now()).replace(/[:.]/g, '-')}`;
  await mkdir(aside, { recursive: true, mode: 0o700 });
  for (const name of names) await rename(join(data, name), join(aside, name));
  return aside;
};

const eraseAgain = async (
  ledger: Ledger,
  runtime: Runtime,
  erasure: Extract<Erasure, { entity: string }>,
): Promise<boolean> => {
  const { space, entity, targets, seq } = erasure;
  const head = await ledger.head(space);
  if (head === undefined || head.seq >= seq) return false;
  const events = (await ledger.history(space, { before: seq, limit: 1_000_000, entity })).filter(isWhole);
  const before = events.filter((event) => struckBy(event, targets).size > 0);
  const struck = before.map((event) => strike(event, struckBy(event, targets), runtime.hash));
  if (struck.length === 0) return false;
  // Models of an earlier version: the next start writes them again, from what is left.
  const models = [{ entity, search: null, jobs: [] }];
  await ledger.append({
    space,
    expected: head.seq,
    events: [],
    struck,
    unnamed: await unnamedBy(ledger, space, { before, after: struck }),
    log: [],
    models,
    model: MODEL - 1,
    format: KERNEL_FORMAT,
  });
  return true;
};

/**
 * Puts a backup in the place of a data folder: what was there is moved aside, never removed; then everything that
 * was erased since the backup, by the list beside it, is erased again.
 * @throws FolderInUse when a server runs on the data folder; Error when `backup` is not a backup.
 */
export const restore = async (
  backup: string,
  data: string,
  erasures: string,
  runtime: Runtime,
): Promise<Restored> => {
  const manifest = await manifestOf(backup);
  if (manifest === undefined) throw new Error(`${backup} is not a backup that this version reads.`);
  const aside = await moveAside(data, runtime);
  await mkdir(data, { recursive: true, mode: 0o700 });
  for (const name of Object.keys(manifest.files)) await copyFile(join(backup, name), join(data, name));
  await copyAttachments(join(backup, 'files'), join(data, 'files'));
  const list = readErasures(erasures);
  const ledger = await openSqliteLedger(data);
  let erasedAgain = 0;
  try {
    for (const erasure of list)
      if ('entity' in erasure && (await eraseAgain(ledger, runtime, erasure))) erasedAgain += 1;
  } finally {
    await ledger.close();
  }
  erasedAgain += await erasePeople(data, list, runtime.now());
  return { ...(aside === undefined ? {} : { aside }), erasedAgain };
};

const erasePeople = async (data: string, list: readonly Erasure[], now: number): Promise<number> => {
  if (!existsSync(join(data, 'people.db'))) return 0;
  const persons = list.filter((erasure) => 'person' in erasure);
  const store = openPeople(join(data, 'people.db'));
  // What waited when the backup was made has most likely gone out since: nothing is sent twice.
  await store.outgoing.calledOff();
  let erased = 0;
  for (const { space, person } of persons) {
    const card = await store.cards.byId(space, person);
    if (card === undefined || card.erased !== undefined) continue;
    await store.cards.erase(space, person, now);
    erased += 1;
  }
  await store.close();
  return erased;
};
