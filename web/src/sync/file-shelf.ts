import type { FileRef } from '@tablee/domain/kernel';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { filesOf } from './file-place.ts';

/** Who will be able to open a file: the readers of a circle, or me alone, with a note of mine. */
export type FilePlace = { readonly circle: string } | { readonly item: string };

/** A file on this device that the server does not have yet. */
export interface KeptFile {
  readonly key: string;
  readonly space: string;
  readonly place: FilePlace;
  /** As commands and notes name it. */
  readonly ref: FileRef;
  readonly bytes: Blob;
  /** When it was chosen, ISO 8601 UTC. */
  readonly at: string;
  /** The address at which its upload goes on. */
  readonly upload?: string;
  /** Why the server does not take it, as a code: it stays here until its author lets it go. */
  readonly refused?: string;
  /** How much of it is sent from this page, 0 to 1; never stored. */
  readonly share?: number;
}

interface Files extends DBSchema {
  file: { key: string; value: KeptFile };
}

const keyOf = (space: string, place: FilePlace, hash: string): string =>
  [space, 'circle' in place ? place.circle : place.item, hash].join(' ');

/**
 * The files of one account that wait on this device. A database of its own, so that an older page that is still open
 * keeps nobody from opening it. Every page of the account sees what another one keeps or lets go.
 */
export class FileShelf {
  readonly #db: IDBPDatabase<Files>;
  readonly #channel: BroadcastChannel | undefined;
  readonly #listeners = new Set<() => void>();
  #rows: readonly KeptFile[] = [];
  #shown: readonly KeptFile[] = [];
  #shares: ReadonlyMap<string, number> = new Map();

  private constructor(db: IDBPDatabase<Files>, name: string) {
    this.#db = db;
    this.#channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
    if (this.#channel) this.#channel.onmessage = () => void this.read();
  }

  /** Opens the account's files; gives way when they are wiped, here or in another page. */
  static async open(account: string): Promise<FileShelf> {
    const name = filesOf(account);
    const db = await openDB<Files>(name, 1, {
      upgrade: (fresh) => void fresh.createObjectStore('file', { keyPath: 'key' }),
      blocking: () => db.close(),
    });
    const shelf = new FileShelf(db, name);
    await shelf.read();
    return shelf;
  }

  /** For `useSyncExternalStore`. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  /** What waits, the oldest first; a new list after each change. */
  getRows = (): readonly KeptFile[] => this.#shown;

  /** Keeps a file; what was kept for the same place with the same content stays. Rejects when there is no room. */
  async keep(
    space: string,
    place: FilePlace,
    file: { readonly ref: FileRef; readonly bytes: Blob },
  ): Promise<void> {
    const key = keyOf(space, place, file.ref.hash);
    const held = this.#rows.find((row) => row.key === key && row.refused === undefined);
    if (held !== undefined) return;
    await this.#put({ key, space, place, ...file, at: new Date().toISOString() });
  }

  /** Notes where its upload goes on, or why it was refused. */
  async note(row: KeptFile, change: Pick<KeptFile, 'upload'> | Pick<KeptFile, 'refused'>): Promise<void> {
    const held = this.#rows.find(({ key }) => key === row.key);
    if (held !== undefined) await this.#put({ ...held, ...change });
  }

  /** Notes how much of it is sent. */
  noteShare(key: string, share: number | undefined): void {
    const shares = new Map(this.#shares);
    if (share === undefined) shares.delete(key);
    else shares.set(key, share);
    this.#shares = shares;
    this.#tell();
  }

  /** Lets files go. */
  async drop(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const work = this.#db.transaction('file', 'readwrite');
    await Promise.all([...keys.map((key) => work.store.delete(key)), work.done]);
    this.#channel?.postMessage('changed');
    await this.read();
  }

  async #put(row: KeptFile): Promise<void> {
    const work = this.#db.transaction('file', 'readwrite', { durability: 'strict' });
    await Promise.all([work.store.put(row), work.done]);
    this.#channel?.postMessage('changed');
    await this.read();
  }

  /** Reads what is kept now: another page may have kept something a moment ago. */
  async read(): Promise<void> {
    const before = new Map(this.#rows.map((row) => [row.key, row.bytes]));
    const rows = await this.#db.getAll('file');
    this.#rows = rows
      // The same object for the same bytes: whoever shows them need not load them again.
      .map((row) => ({ ...row, bytes: before.get(row.key) ?? row.bytes }))
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    this.#tell();
  }

  #tell(): void {
    this.#shown = this.#rows.map((row) => {
      const share = this.#shares.get(row.key);
      return share === undefined ? row : { ...row, share };
    });
    for (const listener of this.#listeners) listener();
  }
}

const opened = new Map<string, Promise<FileShelf>>();

/** The files of an account, opened once per page. */
export const fileShelfOf = (account: string): Promise<FileShelf> => {
  const known = opened.get(account) ?? FileShelf.open(account);
  opened.set(account, known);
  return known;
};
