import { isJson, isObject, type Json } from '@tablee/domain/kernel';
import { type PersonalItem, path } from '@tablee/domain/protocol';
import { drawn } from '../ui/drawn.ts';
import { Fault, request } from './api.ts';
import { namesFile } from './file-place.ts';
import { newId } from './id.ts';
import type { Shelf } from './shelf.ts';
import type { SpaceStore } from './space-store.ts';

/** A personal item as this device holds it; `gone` until the server has deleted it too. */
export interface PersonalRow {
  readonly item: PersonalItem;
  /** True once the server has this version. */
  readonly sent: boolean;
  readonly gone?: true;
}

const isItem = (value: unknown): value is PersonalItem =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  typeof value['kind'] === 'string' &&
  typeof value['expires'] === 'string' &&
  typeof value['changedAt'] === 'string' &&
  isJson(value['value']);

const itemsIn = (answer: unknown): readonly PersonalItem[] =>
  isObject(answer) && Array.isArray(answer['items']) ? answer['items'].filter(isItem) : [];

/**
 * What this device holds after the server has said what it keeps: of two versions of an item the later change wins,
 * a deletion included; what another device deleted goes, unless it was changed here since; what has expired goes.
 * `today` is `YYYY-MM-DD`.
 */
export const mergePersonal = (
  held: readonly PersonalRow[],
  kept: readonly PersonalItem[],
  today: string,
): readonly PersonalRow[] => {
  const rows = new Map(held.filter((row) => !row.sent || row.gone).map((row) => [row.item.id, row]));
  for (const item of kept) {
    const mine = rows.get(item.id);
    if (mine === undefined || item.changedAt > mine.item.changedAt) rows.set(item.id, { item, sent: true });
  }
  return [...rows.values()]
    .filter((row) => row.gone === true || row.item.expires >= today)
    .sort((a, b) => (a.item.id < b.item.id ? -1 : 1));
};

/** What sends and lets go of the files of notes; without the network it may not be there. */
const noteFiles = () =>
  import('./file-queue.ts').catch(() => {
    throw new Fault(0, 'Unreachable', true);
  });

/** The instant of a change: now, and later than the change before it even when the clock was set back. */
const after = (before: string | undefined, now: number): string => {
  const earliest = before === undefined ? 0 : Date.parse(before) + 1;
  return new Date(Math.max(now, earliest)).toISOString();
};

/** Not allowed, not found. */
const CLOSED = new Set([403, 404]);

/** Waits between tries, in milliseconds: quick at first, then patient. */
const WAITS_MS = [2_000, 5_000, 15_000, 60_000];

/**
 * What is readable by me alone, and the working maps that others opened to me, in one space: noted on this device at once, synced between my own devices by the
 * per-person store of the server, in no ledger. A deleted item leaves nothing on the device but its id, and that only
 * until the server has deleted it too.
 */
export class PersonalStore {
  readonly #store: SpaceStore;
  readonly #shelf: Shelf;
  readonly #listeners = new Set<() => void>();
  readonly #channel: BroadcastChannel;
  readonly #stop: () => void;
  #rows: readonly PersonalRow[] = [];
  #items: readonly PersonalItem[] = [];
  #syncing = false;
  #again = false;
  #wasReachable = false;
  #tries = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  /** Reads the device's items, then the server's as soon as it is reached, and again whenever it comes back. */
  constructor(store: SpaceStore, shelf: Shelf) {
    this.#store = store;
    this.#shelf = shelf;
    this.#channel = new BroadcastChannel(`tablee-personal-${store.space}`);
    this.#channel.onmessage = () => void this.#load();
    this.#stop = store.subscribe(() => this.#watch());
    void this.#load()
      .then(drawn)
      .then(() => this.sync());
  }

  /** For `useSyncExternalStore`. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  /** The items that are there; a new list after each change. */
  getItems = (): readonly PersonalItem[] => this.#items;

  /** How many changes the server does not have yet. */
  get waiting(): number {
    return this.#rows.filter((row) => !row.sent).length;
  }

  /**
   * Keeps a new item, or a new version of one. Resolves with its id once this device has it. In the working map of
   * somebody else the id is `{owner}/{id}`; when its owner allowed no writing, the server's version comes back.
   */
  async put(kind: PersonalItem['kind'], value: Json, expires: string, id = newId()): Promise<string> {
    const before = this.#rows.find((row) => row.item.id === id)?.item;
    const [owner, inMap] = id.split('/');
    const item: PersonalItem = {
      id,
      kind,
      value,
      expires,
      changedAt: after(before?.changedAt, Date.now()),
      ...(owner !== undefined && inMap !== undefined ? { owner, writes: true } : {}),
    };
    await this.#write({ item, sent: false });
    if (before !== undefined) await this.#letGo(before, value);
    this.#channel.postMessage('changed');
    void this.sync();
    return id;
  }

  /** Deletes an item: its content leaves this device now, and the server as soon as it is reached. */
  async drop(id: string): Promise<void> {
    const row = this.#rows.find((each) => each.item.id === id);
    if (row === undefined) return;
    const item = { ...row.item, value: {}, changedAt: after(row.item.changedAt, Date.now()) };
    await this.#write({ item, sent: false, gone: true });
    await this.#letGo(row.item);
    this.#channel.postMessage('changed');
    void this.sync();
  }

  /** Brings this device and the server together; a missing network is no error, it is tried again later. */
  async sync(): Promise<void> {
    if (this.#syncing) {
      this.#again = true;
      return;
    }
    this.#syncing = true;
    clearTimeout(this.#retry);
    try {
      do {
        this.#again = false;
        await this.#push();
        await this.#pull();
      } while (this.#again);
      this.#tries = 0;
    } catch (fault) {
      // The items stay on the device; they go up when the server is reached again.
      if (!(fault instanceof Fault)) throw fault;
      if (fault.retryable) this.#later();
    } finally {
      this.#syncing = false;
    }
  }

  /** Ends listening. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#stop();
    this.#channel.close();
  }

  #later(): void {
    if (this.#closed) return;
    const wait = WAITS_MS[Math.min(this.#tries++, WAITS_MS.length - 1)] ?? 60_000;
    this.#retry = setTimeout(() => void this.sync(), wait);
  }

  #watch(): void {
    const { reachable, phase, signedOut } = this.#store.getStatus();
    const isThere = reachable && phase === 'ready' && !signedOut;
    const cameBack = isThere && !this.#wasReachable;
    this.#wasReachable = isThere;
    if (cameBack) void this.sync();
  }

  async #push(): Promise<void> {
    for (const row of this.#rows.filter((each) => !each.sent)) {
      const address = `${path.personal(this.#store.space)}/${row.item.id}`;
      if (row.gone) await this.#forget(row, address);
      else await this.#send(row, address);
    }
  }

  async #send(row: PersonalRow, address: string): Promise<void> {
    try {
      if (namesFile(row.item.value))
        await (await noteFiles()).sendNoteFiles(this.#store.account, this.#store.space, row.item.id);
      const kept = await request('PUT', address, row.item);
      if (isItem(kept)) await this.#keep(row, kept);
    } catch (fault) {
      // The owner of a map took back the leave to write in it: what the map says now comes with the next answer.
      if (row.item.owner === undefined || !(fault instanceof Fault) || !CLOSED.has(fault.status)) throw fault;
      await this.#remove(row);
    }
  }

  async #forget(row: PersonalRow, address: string): Promise<void> {
    try {
      await request('DELETE', address);
    } catch (fault) {
      // It was never there, or another device deleted it: that is what was wanted.
      if (!(fault instanceof Fault) || fault.status !== 404) throw fault;
    }
    await this.#remove(row);
  }

  async #keep(row: PersonalRow, kept: PersonalItem): Promise<void> {
    const current = this.#rows.find((each) => each.item.id === row.item.id);
    // Written again while the request was under way: the newer version goes up next.
    if (current !== undefined && current.item.changedAt > kept.changedAt) {
      this.#again = true;
      return;
    }
    await this.#write({ item: kept, sent: true });
  }

  async #pull(): Promise<void> {
    const kept = itemsIn(await request('GET', path.personal(this.#store.space)));
    const before = this.#rows;
    const rows = mergePersonal(before, kept, new Date().toISOString().slice(0, 10));
    const ids = new Set(rows.map((row) => row.item.id));
    // Before anything is waited for: what is written or deleted meanwhile is written over this, not under it.
    this.#set(rows);
    for (const { item } of before)
      if (!ids.has(item.id) && !this.#rows.some((row) => row.item.id === item.id))
        await this.#shelf.dropPersonal(this.#store.space, item.id);
    for (const row of rows) if (!before.includes(row) && this.#rows.includes(row)) await this.#shelve(row);
  }

  async #load(): Promise<void> {
    const today = new Date().toISOString().slice(0, 10);
    let rows: readonly PersonalRow[];
    let before: readonly PersonalRow[];
    // Read again where something was written meanwhile: it may stand in the shelf since.
    do {
      before = this.#rows;
      rows = await this.#shelf.personal(this.#store.space);
    } while (this.#rows !== before);
    // What has expired goes from this device too, whether or not the server is reached.
    this.#set(rows.filter((row) => row.item.expires >= today));
    for (const { item } of rows.filter((row) => row.item.expires < today)) {
      await this.#shelf.dropPersonal(this.#store.space, item.id);
      await this.#letGo(item);
    }
  }

  /** The files on this device that a note named, and that it does not name `now`, go with what was said. */
  async #letGo({ id, value }: PersonalItem, now: Json = {}): Promise<void> {
    if (!namesFile(value)) return;
    // Without the code for it they go another day, as files that nothing names.
    const files = await noteFiles().catch(() => undefined);
    await files?.dropNoteFiles(this.#store.account, id, now);
  }

  /** A new version is there at once, and on the shelf in the order of the calls. */
  async #write(row: PersonalRow): Promise<void> {
    this.#set([...this.#rows.filter((each) => each.item.id !== row.item.id), row]);
    await this.#shelve(row);
  }

  #shelve({ item, sent, gone }: PersonalRow): Promise<void> {
    return this.#shelf.putPersonal(this.#store.space, item, sent, gone);
  }

  /** Lets a version go, unless it was written again meanwhile. */
  async #remove(row: PersonalRow): Promise<void> {
    if (!this.#rows.includes(row)) return;
    this.#set(this.#rows.filter((each) => each !== row));
    await this.#shelf.dropPersonal(this.#store.space, row.item.id);
  }

  #set(rows: readonly PersonalRow[]): void {
    // Nothing before and nothing now is nothing to draw.
    if (rows.length + this.#rows.length === 0) return;
    this.#rows = rows;
    this.#items = rows.filter((row) => !row.gone).map((row) => row.item);
    for (const listener of this.#listeners) listener();
  }
}
