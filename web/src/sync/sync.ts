import { type FeedEvent, isFeedEvent, isObject } from '@tablee/domain/kernel';
import { type People, path, type SnapshotAnswer } from '@tablee/domain/protocol';
import { drawn } from '../ui/drawn.ts';
import { Fault, isBatchAnswer, request, takeOrAsk } from './api.ts';
import { namesFile } from './file-place.ts';
import type { FileQueue } from './file-queue.ts';
import { joinTabs, type TabMessage, type Tabs } from './leader.ts';
import type { WaitingRow } from './shelf.ts';
import type { SpaceStore } from './space-store.ts';

/** How many commands go up at once. */
const BATCH = 100;
/** How many events are folded and stored in one go: the page has its turn after each. */
const FOLD = 250;
/** Waits between tries, in milliseconds: quick at first, then patient. */
const WAITS_MS = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000];

const now = (): string => new Date().toISOString();

const isSnapshotAnswer = (value: unknown): value is SnapshotAnswer =>
  isObject(value) && isObject(value['snapshot']) && isObject(value['people']) && isObject(value['you']);

const isPeople = (value: unknown): value is People => isObject(value) && Array.isArray(value['cards']);

const parsed = (event: Event): unknown => {
  if (!(event instanceof MessageEvent) || typeof event.data !== 'string') return undefined;
  try {
    return JSON.parse(event.data);
  } catch {
    return undefined;
  }
};

/**
 * Keeps one space of this device equal to the server: snapshot, then the feed; the outbox goes up in order
 * whenever a real request succeeds. One tab does it, the others follow.
 */
export class SpaceSync {
  readonly #store: SpaceStore;
  readonly #tabs: Tabs;
  #source: EventSource | undefined;
  #buffer: FeedEvent[] = [];
  #cursor = 0;
  #flushing: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #pushing = false;
  #files: FileQueue | undefined;
  #again = false;
  #closed = false;

  constructor(store: SpaceStore) {
    this.#store = store;
    this.#tabs = joinTabs(
      `tablee-space-${store.space}`,
      (message) => void this.#hear(message),
      () => void this.#lead(),
    );
    addEventListener('online', this.#online);
  }

  /** The browser has a network again: no reason to wait for the next try. */
  readonly #online = (): void => {
    if (!this.#store.getStatus().reachable) this.sendNow();
  };

  /** Sends what waits, now. */
  sendNow(): void {
    this.#tries = 0;
    if (this.#tabs.leads) void this.#connect();
    else this.#tabs.tell({ kind: 'outbox' });
  }

  /** A command was put into the outbox. */
  issued(): void {
    this.#tabs.tell({ kind: 'outbox' });
    if (this.#tabs.leads) void this.#push();
  }

  /** Ends feed and timers. */
  close(): void {
    this.#closed = true;
    removeEventListener('online', this.#online);
    this.#source?.close();
    clearTimeout(this.#retry);
    clearTimeout(this.#flushing);
    this.#tabs.close();
  }

  async #hear(message: TabMessage): Promise<void> {
    if (message.kind === 'events') await this.#store.fold(message.events, message.seq, now(), false);
    else if (message.kind === 'reload') await this.#store.open();
    else if (message.kind === 'status') this.#store.note({ reachable: message.reachable });
    else {
      await this.#store.reloadOutbox();
      if (this.#tabs?.leads) await this.#push();
    }
  }

  async #lead(): Promise<void> {
    // The constructor of the tabs may call this before `#tabs` is set; what the device holds is shown before the server is asked.
    await (this.#store.getStatus().phase === 'ready' ? drawn() : Promise.resolve());
    if (!this.#closed) await this.#connect();
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#retry);
    this.#source?.close();
    try {
      if (this.#store.getStatus().phase !== 'ready') await this.#fetchSnapshot();
      this.#listen();
      await this.#push();
    } catch (fault) {
      this.#failed(fault);
    }
  }

  async #fetchSnapshot(): Promise<void> {
    const answer = await takeOrAsk(path.snapshot(this.#store.space));
    if (!isSnapshotAnswer(answer)) throw new Fault(0, 'Malformed', true);
    await this.#store.replace(answer, now());
    this.#tabs.tell({ kind: 'reload' });
  }

  #listen(): void {
    if (this.#closed) return;
    this.#cursor = this.#store.seq;
    const source = new EventSource(
      `${path.feed(this.#store.space)}?after=${this.#cursor}&people=${this.#store.peopleVersion}`,
    );
    this.#source = source;
    source.addEventListener('event', (event) => {
      const value = parsed(event);
      if (isFeedEvent(value)) this.#receive(value.seq, value);
    });
    source.addEventListener('tick', (event) => {
      const value = parsed(event);
      if (isObject(value) && typeof value['seq'] === 'number') this.#receive(value['seq']);
    });
    source.addEventListener('people', (event) => {
      const value = parsed(event);
      if (isPeople(value)) this.#store.takePeople(value);
    });
    source.addEventListener('reset', () => void this.#reset());
    source.addEventListener('open', () => this.#reached());
    source.addEventListener('error', () => {
      this.#say(false);
      if (source.readyState === EventSource.CLOSED) this.#later();
    });
  }

  #reached(): void {
    this.#tries = 0;
    this.#say(true);
    void this.#push();
  }

  /** Whether the server can be reached, here and in the tabs that follow. */
  #say(reachable: boolean): void {
    this.#store.note({ reachable });
    this.#tabs.tell({ kind: 'status', reachable });
  }

  async #reset(): Promise<void> {
    this.#source?.close();
    try {
      await this.#fetchSnapshot();
      this.#listen();
    } catch (fault) {
      this.#failed(fault);
    }
  }

  #receive(seq: number, event?: FeedEvent): void {
    if (event !== undefined) this.#buffer.push(event);
    this.#cursor = Math.max(this.#cursor, seq);
    this.#flushing ??= setTimeout(() => void this.#flush(), 16);
  }

  async #flush(): Promise<void> {
    this.#flushing = undefined;
    const events = this.#buffer.splice(0, FOLD);
    const seq = this.#buffer.length > 0 ? (events.at(-1)?.seq ?? 0) : this.#cursor;
    await this.#store.fold(events, seq, now(), true);
    this.#tabs.tell({ kind: 'events', events, seq });
    if (this.#buffer.length > 0) this.#flushing ??= setTimeout(() => void this.#flush(), 0);
  }

  async #push(): Promise<void> {
    if (this.#pushing) {
      this.#again = true;
      return;
    }
    this.#pushing = true;
    try {
      let sent = false;
      do {
        this.#again = false;
        sent = await this.#pushOnce();
      } while (this.#again || sent);
    } catch (fault) {
      this.#failed(fault);
    } finally {
      this.#pushing = false;
    }
  }

  /** Sends what can go, up to a batch. Resolves to false when there was nothing. */
  async #pushOnce(): Promise<boolean> {
    const rows = (await this.#ready()).slice(0, BATCH);
    if (rows.length === 0) return false;
    const before = this.#unsent().length;
    const answer = await request('POST', path.commands(this.#store.space), {
      commands: rows.map((row) => row.command),
    });
    if (!isBatchAnswer(answer)) throw new Fault(0, 'Malformed', true);
    await this.#store.settle(answer.outcomes, now());
    // Fewer must wait than before, or a server that answers nothing would be asked for ever.
    if (this.#unsent().length >= before) throw new Fault(0, 'Malformed', true);
    this.#store.note({ reachable: true, receivedAt: now() });
    this.#tabs.tell({ kind: 'outbox' });
    return true;
  }

  #unsent(): readonly WaitingRow[] {
    return this.#store.waiting.filter((row) => !row.answer);
  }

  /** What waits, but for that whose file is still on its way. */
  async #ready(): Promise<readonly WaitingRow[]> {
    const rows = this.#unsent();
    if (!rows.some(({ command }) => namesFile(command.payload))) return rows;
    this.#files ??= await this.#openFiles();
    return this.#files.ready(this.#unsent());
  }

  async #openFiles(): Promise<FileQueue> {
    const { FileQueue } = await import('./file-queue.ts').catch(() => {
      throw new Fault(0, 'Unreachable', true);
    });
    return FileQueue.open(this.#store, {
      moved: () => void this.#push(),
      failed: (fault) => this.#failed(fault),
    });
  }

  #failed(fault: unknown): void {
    if (this.#closed) return;
    if (!(fault instanceof Fault)) throw fault;
    const ready = this.#store.getStatus().phase === 'ready';
    if (fault.status === 401) this.#store.note({ signedOut: true });
    else if (fault.status === 426) this.#store.note({ updateNeeded: true });
    else if (fault.status === 404 || fault.status === 403) this.#store.note({ phase: 'missing' });
    else this.#store.note({ reachable: false, ...(ready ? {} : { phase: 'unreachable' as const }) });
    if (fault.retryable) this.#later();
  }

  #later(): void {
    if (this.#closed) return;
    const wait = WAITS_MS[Math.min(this.#tries++, WAITS_MS.length - 1)] ?? 60_000;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#connect(), wait);
  }
}
