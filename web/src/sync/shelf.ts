import { type Answered, type Command, type FeedEvent, isObject, type Json } from '@tablee/domain/kernel';
import type { People, PersonalItem, SnapshotAnswer } from '@tablee/domain/protocol';
import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { filesOf, SHARED } from './file-place.ts';
import { type HeldNoun, inNouns } from './held-entities.ts';
import { browserNotes, type Noted, WriteAhead } from './write-ahead.ts';

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

interface HeldSpace {
  readonly space: string;
  readonly answer: SnapshotAnswer;
  readonly receivedAt: string;
  /**
   * The entities of the snapshot, which are not in `answer` then, as JSON by noun: the database copies a text in no time,
   * but an object of thousands entity by entity while the page waits, and a noun is read when it is asked for. What a
   * version before kept in another way is asked for anew.
   */
  readonly nouns?: readonly HeldNoun[];
}

interface Shelves extends DBSchema {
  /** The last snapshot of each space, as one value: row by row would be 75 times slower. */
  space: { key: string; value: HeldSpace };
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

/** A change of the outbox on its way into the database: a command that waits, or what became of one. */
type OutboxNote = { readonly row: WaitingRow } | { readonly answer: Answered };

const isOutboxNote = (value: unknown): value is OutboxNote =>
  isObject(value) &&
  (isObject(value['answer']) ||
    value['answer'] === 'refused' ||
    (isObject(value['row']) && isObject(value['row']['command'])));

/** What a device holds of a space: the answer without its entities, these by noun, and the events after them. */
export interface Held {
  readonly answer: SnapshotAnswer;
  readonly nouns: readonly HeldNoun[];
  readonly receivedAt: string;
  readonly tail: readonly FeedEvent[];
}

/** What waits to be sent, in order of issue, what was refused, and what became of what was sent. */
interface Outbox {
  readonly waiting: WaitingRow[];
  readonly answers: Map<string, Answered>;
  readonly refused: RefusedRow[];
}

/** A space as the device holds it, `undefined` where it does not, and its outbox. */
type Loaded = Outbox & { readonly held: Held | undefined };

const READ = ['space', 'tail', 'outbox', 'answered', 'refused'] as const;

const SPACE_ROWS = (space: string): IDBKeyRange => IDBKeyRange.bound([space], [space, []]);

const outboxIn = async (read: IDBPTransaction<Shelves, typeof READ>, space: string): Promise<Outbox> => {
  const [waiting, answered, refused] = await Promise.all([
    read.objectStore('outbox').index('space').getAll(space),
    read.objectStore('answered').getAll(SPACE_ROWS(space)),
    read.objectStore('refused').index('space').getAll(space),
  ]);
  return {
    waiting: waiting.sort((a, b) => a.order - b.order),
    answers: new Map(answered.map((row) => [row.id, row.answer])),
    refused,
  };
};

/** What this device keeps for one account: snapshots, tails, outbox, refusals, personal notes. */
export class Shelf {
  /** Whose shelf it is. */
  readonly account: string;
  readonly #db: IDBPDatabase<Shelves>;
  readonly #ahead: WriteAhead<OutboxNote>;
  /** Snapshots are kept one after the other: an older one must never come over a newer one whose tail is gone. */
  #keeping: Promise<unknown> = Promise.resolve();

  private constructor(db: IDBPDatabase<Shelves>, account: string) {
    this.#db = db;
    this.account = account;
    this.#ahead = new WriteAhead(account, isOutboxNote, browserNotes());
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
    return new Shelf(db, account);
  }

  /** Wipes everything that this device holds for the account. */
  static async wipe(account: string): Promise<void> {
    WriteAhead.wipe(account, browserNotes());
    await Promise.all([
      deleteDB(`tablee-${account}`),
      deleteDB(filesOf(account)),
      globalThis.caches?.delete(SHARED),
    ]);
  }

  /** Closes the connection, so that a wipe is not blocked. */
  close(): void {
    this.#db.close();
  }

  /** What the device holds of a space and its outbox, in one transaction: each waited for alone costs a turn of the page. */
  async load(space: string): Promise<Loaded> {
    await this.#recover(space);
    const read = this.#db.transaction(READ);
    const [held, tail, outbox] = await Promise.all([
      read.objectStore('space').get(space),
      read.objectStore('tail').getAll(SPACE_ROWS(space)),
      outboxIn(read, space),
    ]);
    return { ...outbox, held: held?.nouns && { ...held, nouns: held.nouns, tail } };
  }

  /** The outbox of a space, with what a page that went too early has only noted. */
  async outbox(space: string): Promise<Outbox> {
    await this.#recover(space);
    return outboxIn(this.#db.transaction(READ), space);
  }

  /** Replaces the snapshot, after any that was given before; the tail before it goes. */
  keep(space: string, answer: SnapshotAnswer, receivedAt: string): Promise<void> {
    return this.#next(() => this.#keep(space, answer, receivedAt));
  }

  #next(work: () => Promise<void>): Promise<void> {
    const done = this.#keeping.then(work);
    // The one that asked hears of the fault; the next one begins all the same.
    this.#keeping = done.catch(() => undefined);
    return done;
  }

  async #keep(space: string, answer: SnapshotAnswer, receivedAt: string): Promise<void> {
    const nouns = await inNouns(answer.snapshot.entities);
    const light = { ...answer, snapshot: { ...answer.snapshot, entities: [] } };
    const work = this.#db.transaction(['space', 'tail'], 'readwrite');
    await Promise.all([
      work.objectStore('space').put({ space, answer: light, receivedAt, nouns }),
      work.objectStore('tail').delete(IDBKeyRange.bound([space], [space, answer.snapshot.seq])),
      work.done,
    ]);
  }

  /** Replaces the cards of people in the stored snapshot: who was put in safety leaves this device too. */
  keepPeople(space: string, people: People): Promise<void> {
    return this.#next(() => this.#keepPeople(space, people));
  }

  async #keepPeople(space: string, people: People): Promise<void> {
    const work = this.#db.transaction('space', 'readwrite');
    const held = await work.store.get(space);
    if (held !== undefined) await work.store.put({ ...held, answer: { ...held.answer, people } });
    await work.done;
  }

  /** Forgets everything of one space but what waits to be sent. */
  forget(space: string): Promise<void> {
    return this.#next(() => this.#forget(space));
  }

  async #forget(space: string): Promise<void> {
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

  /** Stores commands that wait. They outlive a page that goes as soon as this has returned, before it resolves. */
  async putWaiting(rows: readonly WaitingRow[]): Promise<void> {
    for (const row of rows) this.#ahead.note(row.key, row.space, { row });
    const work = this.#db.transaction('outbox', 'readwrite', { durability: 'strict' });
    const stored = rows.map((row) => work.store.put(row));
    work.commit();
    await Promise.all([...stored, work.done]);
    this.#ahead.drop(rows.map(({ key }) => key));
  }

  /** Stores what the server said to commands that wait. Where it is lost, they are sent again and answered alike. */
  async putAnswered(rows: readonly WaitingRow[]): Promise<void> {
    if (rows.length === 0) return;
    const work = this.#db.transaction('outbox', 'readwrite');
    await Promise.all([...rows.map((row) => work.store.put(row)), work.done]);
  }

  /** Takes commands out of the outbox, remembering what became of them; outlives the page as `putWaiting` does. */
  async release(
    space: string,
    done: readonly { readonly id: string; readonly answer: Answered }[],
  ): Promise<void> {
    for (const { id, answer } of done) this.#ahead.note(id, space, { answer });
    await this.#releaseRows(space, done);
    this.#ahead.drop(done.map(({ id }) => id));
  }

  async #releaseRows(
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

  /** Brings into the database what was noted and did not get there. */
  async #recover(space: string): Promise<void> {
    const left = this.#ahead.left(space);
    if (left.length === 0) return;
    for (const note of left) await this.#recoverOne(space, note);
    this.#ahead.drop(left.map(({ key }) => key));
  }

  async #recoverOne(space: string, { key, value }: Noted<OutboxNote>): Promise<void> {
    if ('answer' in value) return this.#releaseRows(space, [{ id: key, answer: value.answer }]);
    const work = this.#db.transaction(['outbox', 'answered', 'refused'], 'readwrite');
    const held = await Promise.all([
      work.objectStore('outbox').get(key),
      work.objectStore('answered').get([space, key]),
      work.objectStore('refused').get(key),
    ]);
    // Another tab may have stored it, and even sent it, since the note was written.
    if (held.every((found) => found === undefined)) await work.objectStore('outbox').put(value.row);
    await work.done;
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
