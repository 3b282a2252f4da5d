import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ENOUGH, type FileType } from '@tablee/domain/file';
import type { Ledger } from '../ledger/port.ts';
import { typeOf } from './file-type.ts';
import { instant, type Runtime } from './runtime.ts';

/** A file that was taken in. */
export interface KeptFile {
  /** SHA-256 of the content, 64 hex digits. */
  readonly hash: string;
  readonly type: FileType;
  /** Bytes. */
  readonly size: number;
}

/** Where a file belongs. */
export interface FilePlace {
  readonly space: string;
  readonly circle: string;
  /** What its owner called it; only tells CSV from plain text here. */
  readonly name: string;
}

const HASH = /^[0-9a-f]{64}$/;

/** Files by the hash of their content, in folders of 256: the same content is stored once, whoever brings it. */
export class FileStore {
  readonly #folder: string;
  readonly #ledger: Ledger;
  readonly #runtime: Runtime;
  #turn: Promise<unknown> = Promise.resolve();

  /** Keeps files below `folder`. */
  constructor(folder: string, ledger: Ledger, runtime: Runtime) {
    this.#folder = folder;
    this.#ledger = ledger;
    this.#runtime = runtime;
  }

  /** Where the files of notes are that only their author reads. */
  get own(): string {
    return join(this.#folder, 'own');
  }

  /** Where uploads wait until they are whole. */
  get uploads(): string {
    return join(this.#folder, 'upload');
  }

  /** The path of a content; whether it is there is another question. */
  path(hash: string): string {
    if (!HASH.test(hash)) throw new Error('not a hash');
    return join(this.#folder, hash.slice(0, 2), hash);
  }

  /** Takes a whole file from `path`, which is gone afterwards; `undefined` when its type is not accepted. */
  async take(path: string, place: FilePlace): Promise<KeptFile | undefined> {
    const found = await this.look(path, place.name);
    if (found === undefined) return undefined;
    const { space, circle } = place;
    await this.#alone(async () => {
      await this.#move(path, found.hash);
      await this.#ledger.addFile({ space, circle, ...found, at: instant(this.#runtime.now()) });
    });
    return found;
  }

  /** What a whole file at `path` is, on the disk for good; `undefined`, and the file gone, when its type is not accepted. */
  async look(path: string, name: string): Promise<KeptFile | undefined> {
    const type = await sniff(path, name);
    if (type === undefined) {
      await rm(path, { force: true });
      return undefined;
    }
    const { size } = await stat(path);
    await sync(path);
    return { hash: await hashOf(path), type, size };
  }

  /** Takes bytes in: of an archive, of a document that the server made. */
  async takeBytes(bytes: Uint8Array, place: FilePlace): Promise<KeptFile | undefined> {
    await mkdir(this.uploads, { recursive: true });
    const path = join(this.uploads, `bytes-${this.#runtime.id()}`);
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
    } finally {
      await handle.close();
    }
    return this.take(path, place);
  }

  /** The file as a reader of these circles may have it; `undefined` alike when it is not there or not for them. */
  async find(space: string, hash: string, circles: ReadonlySet<string>): Promise<KeptFile | undefined> {
    if (!HASH.test(hash)) return undefined;
    const rows = await this.#ledger.fileRows(space, hash);
    const row = rows.find(({ circle }) => circles.has(circle));
    // A row holds what take() recognised.
    return row && { hash, size: row.size, type: row.type as FileType };
  }

  /** The bytes of a content. */
  read(hash: string): Promise<Buffer> {
    return readFile(this.path(hash));
  }

  /**
   * Removes the contents that have no entry in any space: what an erasure left, what a stop left between the two.
   * Answers how many went. Uploads that are not whole yet are elsewhere and stay.
   */
  async sweep(): Promise<number> {
    const named = await this.#ledger.contents();
    let removed = 0;
    for (const hash of (await this.#contents()).filter((each) => !named.has(each))) {
      await this.#alone(async () => {
        // The same content may have been brought again since.
        if ((await this.#ledger.contents()).has(hash)) return;
        await rm(this.path(hash), { force: true });
        removed += 1;
      });
    }
    return removed;
  }

  /** A content and its entry come together as far as the sweep can see. */
  #alone(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #contents(): Promise<readonly string[]> {
    const groups = await readdir(this.#folder, { withFileTypes: true }).catch(() => []);
    const names = await Promise.all(
      groups
        .filter(({ name }) => /^[0-9a-f]{2}$/.test(name))
        .map(({ name }) => readdir(join(this.#folder, name))),
    );
    return names.flat().filter((name) => HASH.test(name));
  }

  async #move(path: string, hash: string): Promise<void> {
    const target = this.path(hash);
    await mkdir(dirname(target), { recursive: true });
    await rename(path, target);
    await sync(dirname(target));
  }
}

/** On the disk before anybody refers to it. */
const sync = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const sniff = async (path: string, name: string): Promise<FileType | undefined> => {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const piece = async (position: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(ENOUGH), 0, ENOUGH, Math.max(0, position));
      return buffer.subarray(0, bytesRead);
    };
    return typeOf({ start: await piece(0), end: await piece(size - ENOUGH), name });
  } finally {
    await handle.close();
  }
};

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
};
