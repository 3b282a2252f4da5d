import type { Answered, Command, FeedEvent, Json } from '@tablee/domain/kernel';
import type { People, PersonalItem, SnapshotAnswer } from '@tablee/domain/protocol';
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';

/** A command in the outbox, in the order of issue; `answer` once the server has accepted it. */
export interface WaitingRow {
  readonly key: string;
  readonly space: string;
  readonly order: number;
  readonly command: Command;
  readonly answer?: { readonly from: number; readonly to: number };
}

/** A command that the server refused: kept, with its text, until its author has read why. */
export interface RefusedRow {
  readonly key: string;
  readonly space: string;
  readonly command: Command;
  readonly code: string;
  readonly detail?: Json;
  readonly at: string;
}

interface Shelves extends DBSchema {
  /** The last snapshot of each space, as one value: row by row would be 75 times slower. */
  space: {
    key: string;
    value: { readonly space: string; readonly answer: SnapshotAnswer; readonly receivedAt: string };
  };
  /** What came after it, event by event. */
  tail: { key: [string, number]; value: FeedEvent };
  outbox: { key: string; value: WaitingRow; indexes: { space: string } };
  refused: { key: string; value: RefusedRow; indexes: { space: string } };
  /** What became of commands that left the outbox: bases of later ones may name them. */
  answered: {
    key: [string, string];
    value: { readonly space: string; readonly id: string; readonly answer: Answered };
  };
  personal: {
    key: [string, string];
    value: {
      readonly space: string;
      readonly item: PersonalItem;
      readonly sent: boolean;
      readonly gone?: true;
    };
  };
  /** Lists that the first screen needs without the network. */
  note: { key: string; value: { readonly key: string; readonly value: unknown } };
}

const SPACE_ROWS = (space: string): IDBKeyRange => IDBKeyRange.bound([space], [space, []]);

/** What this device keeps for one account: snapshots, tails, outbox, refusals, personal notes. */
export class Shelf {
  readonly #db: IDBPDatabase<Shelves>;

  private constructor(db: IDBPDatabase<Shelves>) {
    this.#db = db;
  }

  /** Opens the account's shelf; the outbox of one account is never sent under another. */
  static async open(account: string): Promise<Shelf> {
    const db = await openDB<Shelves>(`tablee-${account}`, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('space', { keyPath: 'space' });
        fresh.createObjectStore('tail', { keyPath: ['space', 'seq'] });
        fresh.createObjectStore('outbox', { keyPath: 'key' }).createIndex('space', 'space');
        fresh.createObjectStore('refused', { keyPath: 'key' }).createIndex('space', 'space');
        fresh.createObjectStore('answered', { keyPath: ['space', 'id'] });
        fresh.createObjectStore('personal', { keyPath: ['space', 'item.id'] });
        fresh.createObjectStore('note', { keyPath: 'key' });
      },
    });
    return new Shelf(db);
  }

  /** Wipes everything that this device holds for the account. */
  static async wipe(account: string): Promise<void> {
    await deleteDB(`tablee-${account}`);
  }

  /** Closes the connection, so that a wipe is not blocked. */
  close(): void {
    this.#db.close();
  }

  /** The stored snapshot and the events after it. */
  async load(
    space: string,
  ): Promise<{ answer: SnapshotAnswer; receivedAt: string; tail: FeedEvent[] } | undefined> {
    const held = await this.#db.get('space', space);
    if (held === undefined) return undefined;
    const tail = await this.#db.getAll('tail', SPACE_ROWS(space));
    return { answer: held.answer, receivedAt: held.receivedAt, tail };
  }

  /** Replaces the snapshot; the tail before it goes. */
  async keep(space: string, answer: SnapshotAnswer, receivedAt: string): Promise<void> {
    const work = this.#db.transaction(['space', 'tail'], 'readwrite');
    await Promise.all([
      work.objectStore('space').put({ space, answer, receivedAt }),
      work.objectStore('tail').delete(IDBKeyRange.bound([space], [space, answer.snapshot.seq])),
      work.done,
    ]);
  }

  /** Replaces the cards of people in the stored snapshot: who was put in safety leaves this device too. */
  async keepPeople(space: string, people: People): Promise<void> {
    const work = this.#db.transaction('space', 'readwrite');
    const held = await work.store.get(space);
    if (held !== undefined) await work.store.put({ ...held, answer: { ...held.answer, people } });
    await work.done;
  }

  /** Forgets everything of one space but what waits to be sent. */
  async forget(space: string): Promise<void> {
    const work = this.#db.transaction(['space', 'tail'], 'readwrite');
    await Promise.all([
      work.objectStore('space').delete(space),
      work.objectStore('tail').delete(SPACE_ROWS(space)),
      work.done,
    ]);
  }

  /** Adds events to the tail. */
  async append(events: readonly FeedEvent[]): Promise<void> {
    const work = this.#db.transaction('tail', 'readwrite');
    await Promise.all([...events.map((event) => work.store.put(event)), work.done]);
  }

  /** What waits, in order of issue. */
  async waiting(space: string): Promise<WaitingRow[]> {
    const rows = await this.#db.getAllFromIndex('outbox', 'space', space);
    return rows.sort((a, b) => a.order - b.order);
  }

  async putWaiting(row: WaitingRow): Promise<void> {
    await this.#db.put('outbox', row);
  }

  /** Takes commands out of the outbox, remembering what became of them. */
  async release(
    space: string,
    done: readonly { readonly id: string; readonly answer: Answered }[],
  ): Promise<void> {
    const work = this.#db.transaction(['outbox', 'answered'], 'readwrite');
    await Promise.all([
      ...done.map(({ id }) => work.objectStore('outbox').delete(id)),
      ...done.map(({ id, answer }) => work.objectStore('answered').put({ space, id, answer })),
      work.done,
    ]);
  }

  async answered(space: string): Promise<Map<string, Answered>> {
    const rows = await this.#db.getAll('answered', SPACE_ROWS(space));
    return new Map(rows.map((row) => [row.id, row.answer]));
  }

  async refused(space: string): Promise<RefusedRow[]> {
    return this.#db.getAllFromIndex('refused', 'space', space);
  }

  async putRefused(row: RefusedRow): Promise<void> {
    await this.#db.put('refused', row);
  }

  async dropRefused(key: string): Promise<void> {
    await this.#db.delete('refused', key);
  }

  async personal(space: string): Promise<{ item: PersonalItem; sent: boolean; gone?: true }[]> {
    return this.#db.getAll('personal', SPACE_ROWS(space));
  }

  async putPersonal(space: string, item: PersonalItem, sent: boolean, gone?: true): Promise<void> {
    await this.#db.put('personal', { space, item, sent, ...(gone ? { gone } : {}) });
  }

  async dropPersonal(space: string, id: string): Promise<void> {
    await this.#db.delete('personal', [space, id]);
  }

  /** A small value by name (the list of partnerships, the last session). */
  async note(key: string): Promise<unknown> {
    return (await this.#db.get('note', key))?.value;
  }

  async putNote(key: string, value: unknown): Promise<void> {
    await this.#db.put('note', { key, value });
  }
}
