import { filesNamedIn } from '@tablee/domain/file';
import type { Json } from '@tablee/domain/kernel';
import { type FileShelf, fileShelfOf, type KeptFile } from './file-shelf.ts';
import { ready } from './held-back.ts';
import type { WaitingRow } from './shelf.ts';
import type { SpaceStore } from './space-store.ts';
import { UploadRefused, upload } from './upload.ts';

/** Whom a queue tells what became of a file. */
export interface QueueEars {
  /** A file is there, or was refused: what named it can go, or is gone. */
  readonly moved: () => void;
  /** The server was not reached. */
  readonly failed: (fault: unknown) => void;
}

/** One file up: gone from the shelf when it is there; a refusal is noted at it and thrown on. */
const sendOne = async (shelf: FileShelf, row: KeptFile): Promise<void> => {
  try {
    await upload(shelf, row);
    await shelf.drop([row.key]);
  } catch (fault) {
    if (fault instanceof UploadRefused) await shelf.note(row, { refused: fault.message });
    throw fault;
  } finally {
    shelf.noteShare(row.key, undefined);
  }
};

/**
 * Sends the files of one note of mine, before the note: nobody else can open them. One that is refused stays here,
 * and does not keep the words from going.
 * @throws {Fault} when the server is not reached.
 */
export const sendNoteFiles = async (account: string, space: string, item: string): Promise<void> => {
  const shelf = await fileShelfOf(account);
  for (const row of shelf.getRows()) {
    const isOfNote = row.space === space && 'item' in row.place && row.place.item === item;
    if (!isOfNote || row.refused !== undefined) continue;
    await sendOne(shelf, row).catch((fault: unknown) => {
      if (!(fault instanceof UploadRefused)) throw fault;
    });
  }
};

/** Lets go of the files of a note that it does not name `now`. */
export const dropNoteFiles = async (account: string, item: string, now: Json): Promise<void> => {
  const named = filesNamedIn(now);
  const shelf = await fileShelfOf(account);
  const gone = shelf
    .getRows()
    .filter((row) => 'item' in row.place && row.place.item === item && !named.includes(row.ref.hash));
  await shelf.drop(gone.map(({ key }) => key));
};

/** The files that commands of one space name: each goes up before the first command that names it, one after the other. */
export class FileQueue {
  readonly #store: SpaceStore;
  readonly #shelf: FileShelf;
  readonly #ears: QueueEars;
  #running = false;

  private constructor(store: SpaceStore, shelf: FileShelf, ears: QueueEars) {
    this.#store = store;
    this.#shelf = shelf;
    this.#ears = ears;
  }

  /** The queue of a space, over the files of its account. */
  static async open(store: SpaceStore, ears: QueueEars): Promise<FileQueue> {
    return new FileQueue(store, await fileShelfOf(store.account), ears);
  }

  /** Of commands that wait, those that can go now; the files of the others begin to go up. */
  async ready(rows: readonly WaitingRow[]): Promise<readonly WaitingRow[]> {
    // What names a file comes into the outbox after the file: whoever sees the one finds the other.
    await this.#shelf.read();
    const free = ready(rows, new Set(this.#kept().map(({ ref }) => ref.hash)));
    if (free.length < rows.length) void this.#run();
    return free;
  }

  #kept(): readonly KeptFile[] {
    return this.#shelf
      .getRows()
      .filter((row) => row.space === this.#store.space && 'circle' in row.place && row.refused === undefined);
  }

  /** The file of the first command that waits for one. */
  #next(): KeptFile | undefined {
    const named = this.#store.waiting
      .filter((row) => !row.answer)
      .flatMap(({ command }) => filesNamedIn(command.payload));
    const kept = this.#kept();
    const hash = named.find((each) => kept.some(({ ref }) => ref.hash === each));
    return kept.find(({ ref }) => ref.hash === hash);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let row = this.#next(); row !== undefined; row = this.#next()) {
        await this.#send(row);
        this.#ears.moved();
      }
    } catch (fault) {
      this.#ears.failed(fault);
    } finally {
      this.#running = false;
    }
  }

  async #send(row: KeptFile): Promise<void> {
    try {
      await sendOne(this.#shelf, row);
    } catch (fault) {
      if (!(fault instanceof UploadRefused)) throw fault;
      await this.#refuse(row, fault.message);
    }
  }

  /** Without its file a command would point to nothing: it goes back to its author with its words. */
  async #refuse({ ref }: KeptFile, code: string): Promise<void> {
    const outcomes = this.#store.waiting
      .filter((row) => !row.answer && filesNamedIn(row.command.payload).includes(ref.hash))
      .map(({ key }) => ({ id: key, outcome: 'refused' as const, code }));
    await this.#store.settle(outcomes, new Date().toISOString());
  }
}
