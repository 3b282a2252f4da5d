import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_TYPES, filesNamedIn } from '@tablee/domain/file';
import type { Json } from '@tablee/domain/kernel';
import type { Tables } from '../ledger/port.ts';
import type { FileStore, KeptFile } from './file-store.ts';
import type { Owner } from './owner.ts';
import { instant, type Runtime } from './runtime.ts';

/** The most that one person keeps with the notes of one space, in bytes. */
export const MOST_OWN_BYTES = 1_000_000_000;

/** How long a file may be there before the note that names it, in milliseconds: a phone may lose its line in between. */
const AHEAD = 86_400_000;

/** A note of mine, and the space in which I keep it. */
export interface NoteOf extends Owner {
  readonly item: string;
}

/**
 * Photos and sounds of notes that only their author reads. Each lives as long as a note names it, in a folder of its
 * own: no content is shared with anybody else's, so that what is deleted is gone.
 */
export class PersonalFiles {
  readonly #tables: Tables;
  readonly #files: FileStore;
  readonly #runtime: Runtime;

  /** Keeps its rows in `tables`, which were opened with `PERSONAL_MIGRATIONS`, and the contents beside other files. */
  constructor(tables: Tables, files: FileStore, runtime: Runtime) {
    this.#tables = tables;
    this.#files = files;
    this.#runtime = runtime;
  }

  /** How many bytes the owner keeps in a space. */
  async bytesOf({ account, space }: Owner): Promise<number> {
    const sql = 'select sum(size) as bytes from personal_file where account = ? and space = ?';
    return Number((await this.#tables.get(sql, account, space))?.['bytes'] ?? 0);
  }

  /** Takes a whole file from `path`, which is gone afterwards; `undefined` when its type is not accepted. */
  async take(path: string, note: NoteOf, name: string): Promise<KeptFile | undefined> {
    const kept = await this.#files.look(path, name);
    if (kept === undefined) return undefined;
    const { account, space, item } = note;
    const id = this.#runtime.id();
    await mkdir(this.#files.own, { recursive: true });
    await rename(path, join(this.#files.own, id));
    const before = await this.#idOf(note, kept.hash);
    await this.#tables.run(
      `insert into personal_file (account, space, item, hash, id, type, size, at) values (?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (account, space, item, hash) do update set id = excluded.id`,
      account,
      space,
      item,
      kept.hash,
      id,
      kept.type,
      kept.size,
      instant(this.#runtime.now()),
    );
    if (before !== undefined) await this.#unlink([before]);
    return kept;
  }

  /** The file of a note as its owner may have it, with its place on the disk; `undefined` for everybody else. */
  async find(note: NoteOf, hash: string): Promise<(KeptFile & { readonly path: string }) | undefined> {
    const { account, space, item } = note;
    const sql = 'select * from personal_file where account = ? and space = ? and item = ? and hash = ?';
    const row = await this.#tables.get(sql, account, space, item, hash);
    const type = FILE_TYPES.find((each) => each === row?.['type']);
    if (row === undefined || type === undefined) return undefined;
    return { hash, type, size: Number(row['size']), path: join(this.#files.own, String(row['id'])) };
  }

  /** After a note was changed: lets go of what it named before and does not name now. */
  async changed(note: NoteOf, before: Json, now: Json): Promise<void> {
    const named = new Set(filesNamedIn(now));
    for (const hash of filesNamedIn(before).filter((each) => !named.has(each))) {
      const id = await this.#idOf(note, hash);
      if (id !== undefined) await this.#drop([id]);
    }
  }

  /** A note is gone, and its files with it; without `item` all that the account kept anywhere. */
  async gone(account: string, note?: Pick<NoteOf, 'space' | 'item'>): Promise<void> {
    const rows = await (note === undefined
      ? this.#tables.all('select id from personal_file where account = ?', account)
      : this.#tables.all(
          'select id from personal_file where account = ? and space = ? and item = ?',
          account,
          note.space,
          note.item,
        ));
    await this.#drop(rows.map((row) => String(row['id'])));
  }

  /** Lets go of files that came ahead of a note which never followed; answers how many went. */
  async sweep(): Promise<number> {
    const rows = await this.#tables.all(
      `select id from personal_file where at < ? and not exists (select 1 from personal
       where personal.account = personal_file.account and personal.space = personal_file.space
       and personal.id = personal_file.item)`,
      instant(this.#runtime.now() - AHEAD),
    );
    await this.#drop(rows.map((row) => String(row['id'])));
    return rows.length;
  }

  async #idOf({ account, space, item }: NoteOf, hash: string): Promise<string | undefined> {
    const sql = 'select id from personal_file where account = ? and space = ? and item = ? and hash = ?';
    const row = await this.#tables.get(sql, account, space, item, hash);
    return row && String(row['id']);
  }

  /** The content first: a row without content is found again by the next sweep, a content without row never. */
  async #drop(ids: readonly string[]): Promise<void> {
    await this.#unlink(ids);
    for (const id of ids) await this.#tables.run('delete from personal_file where id = ?', id);
  }

  async #unlink(ids: readonly string[]): Promise<void> {
    for (const id of ids) await rm(join(this.#files.own, id), { force: true });
  }
}
