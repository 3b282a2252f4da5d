import type { Statement, Tables } from '../ledger/port.ts';
import { Busy } from '../space/spaces.ts';

interface Waiting {
  readonly statements: readonly Statement[];
  resolve(): void;
  reject(error: unknown): void;
}

/** How many writes may wait for the next commit. */
const MOST_WAITING = 4_000;

/**
 * Writes that share commits: what arrives within one turn of the server becomes durable together, so that a burst
 * costs one flush of the disk and not one per answer.
 */
export class GroupCommit {
  readonly #tables: Tables;
  #waiting: Waiting[] = [];

  /** Over open tables. */
  constructor(tables: Tables) {
    this.#tables = tables;
  }

  /**
   * Resolves when all the statements are durable, together or not at all.
   * @throws Busy when too many wait, LedgerFault when the store failed.
   */
  write(...statements: readonly Statement[]): Promise<void> {
    if (this.#waiting.length >= MOST_WAITING) return Promise.reject(new Busy());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statements, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => void this.#commit());
    });
  }

  async #commit(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    try {
      await this.#tables.batch(group.flatMap(({ statements }) => statements));
      for (const { resolve } of group) resolve();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
