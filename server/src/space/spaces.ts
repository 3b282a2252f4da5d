import { type Command, GENESIS, KERNEL_FORMAT, type Registry } from '@tablee/domain/kernel';
import type { CommandOutcome } from '@tablee/domain/protocol';
import { type Head, type Ledger, LedgerFault } from '../ledger/port.ts';
import { type Log, placeOf } from '../log.ts';
import { type Author, decideBatch, type Issued, namedBy } from './decide-batch.ts';
import { strikeFor } from './erasure.ts';
import type { Hub } from './feed.ts';
import { type Folded, foldInto, keepable, openKept } from './folded.ts';
import type { Runtime } from './runtime.ts';
import { NOBODY, Shelter, type Sheltered } from './shelter.ts';

/** The space was written by a newer program: this one must not decide in it. */
export class NewerSpace extends Error {
  override readonly name = 'NewerSpace';
}

/** More is waiting than may wait: try again after some seconds. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

/** Bounds of what is held in memory and of what may wait. */
export interface Bounds {
  /** Memory for folded spaces, in bytes. */
  readonly bytes: number;
  /** Commands that may wait for one space. */
  readonly waiting: number;
  /** Commands decided for one append. */
  readonly together: number;
  /** After so many events the folded state is kept again. */
  readonly keepEvery: number;
}

/** What the server runs with when nothing else is said. */
export const BOUNDS: Bounds = { bytes: 64_000_000, waiting: 2_000, together: 128, keepEvery: 1_000 };

/** What the service of spaces stands on. */
export interface SpacesDeps {
  readonly ledger: Ledger;
  readonly nouns: Registry;
  readonly runtime: Runtime;
  readonly hub: Hub;
  readonly log: Log;
  readonly bounds?: Bounds;
}

interface Waiting {
  readonly issued: readonly Issued[];
  resolve(outcomes: readonly CommandOutcome[]): void;
  reject(error: unknown): void;
}

const NEW_HEAD: Head = { seq: 0, hash: GENESIS, at: '', format: KERNEL_FORMAT, model: 0 };
const READ_PAGE = 2_000;
const ATTEMPTS = 3;

/**
 * The spaces: folded in memory, decided in order, acknowledged after the commit. Commands of one space that wait
 * while a commit runs are decided together and appended together; what they do is visible to nobody before it is
 * durable, and is dropped if it does not become so.
 */
export class Spaces {
  readonly #deps: SpacesDeps;
  readonly #bounds: Bounds;
  readonly #held = new Map<string, Promise<Folded>>();
  readonly #queues = new Map<string, Waiting[]>();
  readonly #runs = new Set<Promise<void>>();
  #bytes = new Map<string, number>();
  #sheltered: (space: string) => Promise<Sheltered> = async () => NOBODY;

  /** A service on an open ledger. */
  constructor(deps: SpacesDeps) {
    this.#deps = deps;
    this.#bounds = deps.bounds ?? BOUNDS;
  }

  /** The registry by which the spaces are decided. */
  get nouns(): Registry {
    return this.#deps.nouns;
  }

  /** The ledger below. */
  get ledger(): Ledger {
    return this.#deps.ledger;
  }

  /** Where feeds listen. */
  get hub(): Hub {
    return this.#deps.hub;
  }

  /**
   * The folded space, to be read at once and not kept over an await; `undefined` when there is none.
   * @throws NewerSpace when it was written by a newer program, LedgerFault when the store fails.
   */
  async open(space: string): Promise<Folded | undefined> {
    const folded = await this.#load(space);
    return folded.head.seq === 0 ? undefined : folded;
  }

  /**
   * Decides commands of one space in order and answers after the commit, one outcome per command.
   * @throws Busy when too many wait, NewerSpace, LedgerFault when nothing of it became durable.
   */
  submit(space: string, author: Author, commands: readonly Command[]): Promise<readonly CommandOutcome[]> {
    if (commands.length === 0) return Promise.resolve([]);
    const queue = this.#queues.get(space) ?? [];
    const waiting = queue.reduce((sum, { issued }) => sum + issued.length, 0);
    if (waiting + commands.length > this.#bounds.waiting) return Promise.reject(new Busy());
    const issued = commands.map((command) => ({ author, command }));
    const promise = new Promise<readonly CommandOutcome[]>((resolve, reject) =>
      queue.push({ issued, resolve, reject }),
    );
    if (!this.#queues.has(space)) {
      this.#queues.set(space, queue);
      const run = this.#drain(space, queue).finally(() => this.#runs.delete(run));
      this.#runs.add(run);
    }
    return promise;
  }

  /** Resolves when everything that was submitted is answered. */
  async settle(): Promise<void> {
    while (this.#runs.size > 0) await Promise.allSettled(this.#runs);
  }

  /** Says who knows whose words are kept from others; what was read before is read again. */
  shelteredBy(source: (space: string) => Promise<Sheltered>): void {
    this.#sheltered = source;
    for (const space of [...this.#held.keys()]) this.drop(space);
  }

  /** Somebody came into safety or back: from here on everybody reads so, and every feed of the space starts again. */
  async shelter(space: string): Promise<void> {
    const folded = await this.#load(space);
    folded.shelter = await this.#shelterOf(space);
    this.hub.restart(folded);
  }

  async #shelterOf(space: string): Promise<Shelter> {
    const { nouns, runtime } = this.#deps;
    return new Shelter(nouns, runtime.hash, await this.#sheltered(space));
  }

  /** Forgets the folded space: the next use reads it from the store. */
  drop(space: string): void {
    this.#held.delete(space);
    this.#bytes.delete(space);
  }

  async #drain(space: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const group = this.#next(queue);
      try {
        const outcomes = await this.#commit(
          space,
          group.flatMap(({ issued }) => issued),
        );
        let from = 0;
        for (const waiting of group) {
          waiting.resolve(outcomes.slice(from, from + waiting.issued.length));
          from += waiting.issued.length;
        }
      } catch (error) {
        this.drop(space);
        for (const waiting of group) waiting.reject(error);
      }
    }
    this.#queues.delete(space);
  }

  #next(queue: Waiting[]): Waiting[] {
    const group: Waiting[] = [];
    let commands = 0;
    for (let first = queue[0]; first !== undefined; first = queue[0]) {
      commands += first.issued.length;
      if (group.length > 0 && commands > this.#bounds.together) break;
      group.push(first);
      queue.shift();
    }
    return group;
  }

  async #commit(space: string, issued: readonly Issued[]): Promise<readonly CommandOutcome[]> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const outcomes = await this.#attempt(space, issued);
      if (outcomes !== undefined) return outcomes;
      // Another writer was there first: fold forward and decide again on what it wrote.
      this.drop(space);
    }
    throw new LedgerFault('the head of the space kept moving');
  }

  async #attempt(space: string, issued: readonly Issued[]): Promise<readonly CommandOutcome[] | undefined> {
    const { ledger, nouns, runtime } = this.#deps;
    const folded = await this.#load(space);
    const logged = await ledger.answers(space, namedBy(issued));
    const decided = decideBatch({ nouns, runtime, folded, logged }, issued);
    for (const defect of decided.defects)
      this.#deps.log.error('defect', { at: placeOf(defect), code: 'Defect' });
    const { append } = decided;
    if (append.events.length === 0 && append.log.length === 0) return decided.outcomes;
    const { events, struck, unnamed } = await strikeFor(ledger, runtime.hash, decided.events);
    const answer = await ledger.append({ ...append, events, struck, unnamed });
    if (!answer.ok) return undefined;
    this.#advance(folded, events);
    return decided.outcomes;
  }

  #advance(folded: Folded, events: Parameters<Hub['published']>[1]): void {
    const { nouns, ledger, hub, log } = this.#deps;
    const last = events.at(-1);
    if (last === undefined) return;
    foldInto(nouns, folded, events);
    folded.head = { ...folded.head, seq: last.seq, hash: last.hash, at: last.at };
    this.#weigh(folded);
    if (folded.state.seq - folded.keptAt >= this.#bounds.keepEvery) {
      folded.keptAt = folded.state.seq;
      ledger.keep(folded.space, keepable(nouns, folded)).catch(() => log.warn('state-not-kept'));
    }
    hub.published(folded, events);
  }

  async #load(space: string): Promise<Folded> {
    const held = this.#held.get(space);
    if (held !== undefined) {
      this.#held.delete(space);
      this.#held.set(space, held);
      return held;
    }
    const loading = this.#read(space);
    this.#held.set(space, loading);
    loading.catch(() => this.#held.get(space) === loading && this.drop(space));
    return loading;
  }

  async #read(space: string): Promise<Folded> {
    const { ledger, nouns } = this.#deps;
    const head = (await ledger.head(space)) ?? NEW_HEAD;
    if (head.format > KERNEL_FORMAT) throw new NewerSpace();
    const kept = head.seq === 0 ? undefined : await ledger.kept(space);
    const shelter = await this.#shelterOf(space);
    const folded = openKept(nouns, { space, head, shelter }, kept);
    while (folded.state.seq < head.seq) {
      const page = await ledger.read(space, { after: folded.state.seq, limit: READ_PAGE });
      if (page.length === 0) throw new LedgerFault('the ledger of a space is shorter than its head says');
      foldInto(nouns, folded, page);
      if (folded.state.stopped !== undefined) throw new NewerSpace();
    }
    if (folded.state.seq - folded.keptAt >= this.#bounds.keepEvery) {
      folded.keptAt = folded.state.seq;
      await ledger.keep(space, keepable(nouns, folded));
    }
    this.#weigh(folded);
    return folded;
  }

  /** Keeps the sum of all folded spaces within its bound: those longest unused go, the one in hand stays. */
  #weigh(folded: Folded): void {
    this.#bytes.set(folded.space, folded.bytes);
    let sum = 0;
    for (const bytes of this.#bytes.values()) sum += bytes;
    for (const space of this.#held.keys()) {
      if (sum <= this.#bounds.bytes) return;
      if (space === folded.space || this.#queues.has(space)) continue;
      sum -= this.#bytes.get(space) ?? 0;
      this.drop(space);
    }
  }
}
