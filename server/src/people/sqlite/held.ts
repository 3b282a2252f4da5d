/**
 * Rows held in memory beside their table: this process alone writes to the file, and reads and writes of it do not
 * wait, so that a row is forgotten in the same step in which it changes. At most `most` rows: the oldest go first.
 */
export class Held<Row> {
  readonly #rows = new Map<string, Row>();
  readonly #most: number;

  /** Holds at most `most` rows. */
  constructor(most: number) {
    this.#most = most;
  }

  /** The row of a key, read when it is not held; what is not there is looked for again each time. */
  get<Found extends Row | undefined>(key: string, read: () => Found): Row | Found {
    const held = this.#rows.get(key);
    if (held !== undefined) return held;
    const found = read();
    if (found === undefined) return found;
    if (this.#rows.size >= this.#most)
      for (const oldest of this.#rows.keys()) if (this.#rows.delete(oldest)) break;
    this.#rows.set(key, found);
    return found;
  }

  /** Forgets every row. */
  clear(): void {
    this.#rows.clear();
  }
}
