import { isObject } from '@tablee/domain/kernel';

/** The store that a note ahead is written to: synchronous, so that it is done before the page can go. */
export type NoteStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What is noted ahead of a transaction: the space it is about and what has to happen there. */
export interface Noted<T> {
  readonly key: string;
  readonly space: string;
  readonly value: T;
}

const PREFIX = 'tablee-ahead';

const keysOf = (store: NoteStore, prefix: string): readonly string[] =>
  Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((key) =>
    key.startsWith(prefix),
  );

/**
 * Notes of one account that bridge the moment between an act and its transaction in the database: a page that is
 * closed or reloaded in between finds them again when it opens. Where storage is forbidden or full, the transaction
 * alone must do.
 */
export class WriteAhead<T> {
  readonly #prefix: string;
  readonly #store: NoteStore | undefined;
  readonly #is: (value: unknown) => value is T;

  /** `is` tells a readable note from one that an older version or another hand has left. */
  constructor(account: string, is: (value: unknown) => value is T, store: NoteStore | undefined) {
    this.#prefix = `${PREFIX}.${account}.`;
    this.#is = is;
    this.#store = store;
  }

  /** Notes what is about to be stored, before it returns; a later note of the same key takes its place. */
  note(key: string, space: string, value: T): void {
    try {
      this.#store?.setItem(this.#prefix + key, JSON.stringify({ space, value }));
    } catch {
      // Full or forbidden: the transaction that begins in the same task is what is left.
    }
  }

  /** The transaction is through: the notes have done their work. */
  drop(keys: readonly string[]): void {
    for (const key of keys) this.#store?.removeItem(this.#prefix + key);
  }

  /** What was noted for a space and never dropped. */
  left(space: string): readonly Noted<T>[] {
    const store = this.#store;
    if (store === undefined) return [];
    return keysOf(store, this.#prefix).flatMap((name): Noted<T>[] => {
      const found = parsed(store.getItem(name));
      if (!isObject(found) || found['space'] !== space || !this.#is(found['value'])) return [];
      return [{ key: name.slice(this.#prefix.length), space, value: found['value'] }];
    });
  }

  /** Leaves no note of an account. */
  static wipe(account: string, store: NoteStore | undefined): void {
    if (store !== undefined) for (const key of keysOf(store, `${PREFIX}.${account}.`)) store.removeItem(key);
  }
}

const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
};

/** The browser's own store; `undefined` where it is forbidden. */
export const browserNotes = (): NoteStore | undefined => {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
};
