import {
  type Answered,
  actorOf,
  type Command,
  changesCircles,
  type FeedEvent,
  type Guess,
  type guess,
  ofType,
  openSnapshot,
  type Registry,
  type State,
  settledView,
  snapshotOf,
  type View,
} from '@tablee/domain/kernel';
import { withMergers } from '@tablee/domain/modules/actor';
import type { CommandOutcome, People, PersonCard, SnapshotAnswer, You } from '@tablee/domain/protocol';
import { HeldEntities } from './held-entities.ts';
import type { Held, RefusedRow, Shelf, WaitingRow } from './shelf.ts';

/** What sync says of itself; nothing is green before the server has confirmed. */
export interface SyncStatus {
  /** `loading` until the device's or the server's data is there. */
  readonly phase: 'loading' | 'ready' | 'missing' | 'unreachable';
  /** Did the last real request succeed? `navigator.onLine` is not asked: it lies. */
  readonly reachable: boolean;
  readonly receivedAt?: string;
  /** Commands not yet confirmed by the server. */
  readonly waiting: number;
  readonly refused: readonly RefusedRow[];
  /** The session ended: the outbox is kept. */
  readonly signedOut: boolean;
  /** This version of the app does not know an event, or the server asks for a newer one. */
  readonly updateNeeded: boolean;
}

const START: SyncStatus = {
  phase: 'loading',
  reachable: true,
  waiting: 0,
  refused: [],
  signedOut: false,
  updateNeeded: false,
};

/** What writes a state, beside what reads it: comes after the first page is shown, and before the first event is folded. */
export interface Rules {
  readonly nouns: Registry;
  /** Folds events into a state; of a command that waits for its answer, they tell that it was accepted. */
  receive(
    state: State,
    events: readonly FeedEvent[],
    outbox: { readonly waiting: readonly WaitingRow[]; readonly answers: Map<string, Answered> },
  ): void;
  readonly guess: typeof guess;
}

const readersIn = (state: State, circles: readonly string[]): SnapshotAnswer['readers'] => {
  const readers: Record<string, string[]> = Object.fromEntries(circles.map((circle) => [circle, []]));
  for (const entity of ofType(state.entities, 'member'))
    for (const circle of actorOf(state.entities, entity.id)?.circles ?? []) readers[circle]?.push(entity.id);
  return readers;
};

/** The state that the device holds; `undefined` when its format is another one. */
const opened = ({ answer, nouns }: Held): State | undefined => {
  const state = openSnapshot(answer.snapshot);
  return state && { ...state, entities: new HeldEntities(nouns) };
};

/** When the tail is folded into the stored snapshot: after so many events, and after a share of a large one's entities. */
const COMPACT_AFTER = 300;
const COMPACT_SHARE = 0.5;

/** What comes from the server is shown at once, and while much comes once in so many milliseconds. */
const SHOWN_EVERY_MS = 120;

const compactAfter = (entities: number): number => Math.max(COMPACT_AFTER, entities * COMPACT_SHARE);

/**
 * One space on this device: the confirmed state, the guesses above it, and what waits. Knows no network;
 * `sync.ts` feeds it. Subscribers are told after the guess was re-run: at once of what is done here, and of what comes
 * from the server as often as it can be followed.
 */
export class SpaceStore {
  readonly space: string;
  /** Whose device this is. */
  readonly account: string;
  readonly #shelf: Shelf;
  readonly #load: () => Promise<Rules>;
  #rules: Rules | undefined;
  readonly #listeners = new Set<() => void>();
  #confirmed: State = { entities: new Map(), seq: 0 };
  #answer: SnapshotAnswer | undefined;
  #waiting: WaitingRow[] = [];
  #answers = new Map<string, Answered>();
  #guess: Guess | undefined;
  /** Whether the guess is still right but for what was issued since. */
  #isGuessed = false;
  /** As the ledger has it: two merged actors are two. */
  #plain: View;
  #view: View;
  #status = START;
  #order = 0;
  #tail = 0;
  #compactAfter = COMPACT_AFTER;
  #shownAt = 0;
  #showing: ReturnType<typeof setTimeout> | undefined;
  #cards = new Map<string, PersonCard>();
  /** Counted again after each event of membership. */
  #readers: SnapshotAnswer['readers'] | undefined;

  constructor(space: string, load: () => Promise<Rules>, shelf: Shelf) {
    this.space = space;
    this.account = shelf.account;
    this.#load = load;
    this.#shelf = shelf;
    this.#plain = settledView(this.#confirmed.entities, new Set());
    this.#view = withMergers(this.#plain);
  }

  /** For `useSyncExternalStore`: the view is a new object after each change. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  getView = (): View => this.#view;
  /** The view in which merged actors are still two: for the page that tells of the merger. */
  getPlainView = (): View => this.#plain;
  getStatus = (): SyncStatus => this.#status;

  /** The declarations of the space; `undefined` until {@link learn} is through. */
  get nouns(): Registry | undefined {
    return this.#rules?.nouns;
  }

  /** Fetches what folding and guessing need; the view is made anew once it is there. */
  async learn(): Promise<Rules> {
    if (this.#rules !== undefined) return this.#rules;
    const rules = await this.#load();
    // Whoever waited here beside us has shown it already.
    if (this.#rules !== undefined) return rules;
    this.#rules = rules;
    this.#rerun();
    return rules;
  }

  /** The caller in this space, as of the last snapshot. */
  get you(): You | undefined {
    return this.#answer?.you;
  }

  /** Who reads each of the reader's circles, those included who came since the last snapshot. */
  get readers(): SnapshotAnswer['readers'] {
    this.#readers ??= readersIn(this.#confirmed, this.#answer?.you.circles ?? []);
    return this.#readers;
  }

  /** The last event folded. */
  get seq(): number {
    return this.#confirmed.seq;
  }

  get waiting(): readonly WaitingRow[] {
    return this.#waiting;
  }

  /** The version of the vault that this device holds; 0 before the first snapshot. */
  get peopleVersion(): number {
    return this.#answer?.people.version ?? 0;
  }

  /** The person's card, if the vault shows it to this reader. */
  person(id: string): PersonCard | undefined {
    return this.#cards.get(id);
  }

  get people(): readonly PersonCard[] {
    return [...this.#cards.values()];
  }

  /** The refusal that the device foresees for a waiting command. */
  foreseen(id: string): string | undefined {
    return this.#guess?.refusals.get(id)?.code;
  }

  /** Opens what the device holds. Resolves to false when it holds nothing. */
  async open(): Promise<boolean> {
    const { held, waiting, answers, refused } = await this.#shelf.load(this.space);
    this.#isGuessed = false;
    this.#waiting = waiting;
    this.#order = Math.max(0, ...waiting.map((row) => row.order)) + 1;
    this.#answers = answers;
    for (const row of waiting) if (row.answer) this.#answers.set(row.command.id, row.answer);
    const state = held && opened(held);
    // What came after the snapshot, and what waits, can only be shown folded.
    const rules = (held?.tail.length ?? 0) > 0 || waiting.length > 0 ? await this.learn() : undefined;
    if (held && state) {
      const count = held.nouns.reduce((sum, noun) => sum + noun.count, 0);
      this.#take(held.answer, state, count);
      rules?.receive(this.#confirmed, held.tail, this.#outbox);
      this.#readers = undefined;
      this.#tail = held.tail.length;
    }
    this.#set({
      refused,
      ...(held && state ? { phase: 'ready' as const, receivedAt: held.receivedAt } : {}),
    });
    this.#rerun();
    return held !== undefined && state !== undefined;
  }

  /** Takes a fresh snapshot: what the reader may no longer see is gone with the old one. */
  async replace(answer: SnapshotAnswer, receivedAt: string): Promise<void> {
    const state = openSnapshot(answer.snapshot);
    if (state === undefined) return this.#set({ updateNeeded: true });
    this.#take(answer, state, answer.snapshot.entities.length);
    this.#tail = 0;
    this.#set({ phase: 'ready', receivedAt, reachable: true, signedOut: false });
    this.#rerun();
    await this.#shelf.keep(this.space, answer, receivedAt);
    if (await this.#leave()) this.#rerun();
  }

  #take(answer: SnapshotAnswer, state: State, entities: number): void {
    this.#isGuessed = false;
    this.#answer = answer;
    this.#confirmed = state;
    this.#compactAfter = compactAfter(entities);
    this.#readers = undefined;
    this.#setPeople(answer.people);
  }

  #setPeople(people: People): void {
    this.#cards = new Map(people.cards.map((card) => [card.id, card]));
  }

  /** The part of the vault that this reader may see has changed. */
  takePeople(people: People): void {
    if (this.#answer) this.#answer = { ...this.#answer, people };
    this.#setPeople(people);
    void this.#shelf.keepPeople(this.space, people);
    this.#rerun();
  }

  /** Folds a batch of events and moves the cursor to `seq`. `own` tells whether to store them (the leading tab does). */
  async fold(events: readonly FeedEvent[], seq: number, receivedAt: string, stores: boolean): Promise<void> {
    const rules = this.#rules ?? (events.length > 0 ? await this.learn() : undefined);
    const fresh = events.filter((event) => event.seq > this.#confirmed.seq);
    rules?.receive(this.#confirmed, fresh, this.#outbox);
    if (fresh.length > 0) this.#isGuessed = false;
    if (fresh.some((event) => changesCircles(event.type))) this.#readers = undefined;
    if (this.#confirmed.stopped) this.#set({ updateNeeded: true });
    else this.#confirmed.seq = Math.max(this.#confirmed.seq, seq);
    if (stores && fresh.length > 0) {
      await this.#shelf.append(fresh);
      this.#tail += fresh.length;
    }
    await this.#leave();
    this.#set({ receivedAt, reachable: true });
    this.#rerunSoon();
    if (stores && this.#tail > this.#compactAfter) await this.#compact(receivedAt);
  }

  get #outbox() {
    return { waiting: this.#waiting, answers: this.#answers };
  }

  #unanswered(): readonly WaitingRow[] {
    return this.#waiting.filter((row) => row.answer === undefined);
  }

  readonly #isHeard = ({ key }: WaitingRow): boolean => typeof this.#answers.get(key) === 'object';

  async #compact(receivedAt: string): Promise<void> {
    if (this.#answer === undefined || this.#confirmed.stopped) return;
    // Only the tail can tell again, after a restart, which waiting commands were accepted without an answer.
    if (this.#unanswered().some(this.#isHeard)) return;
    const circles = new Set(this.#answer.you.circles);
    const snapshot = snapshotOf(this.#confirmed, this.space, { circles });
    this.#tail = 0;
    this.#compactAfter = compactAfter(snapshot.entities.length);
    await this.#shelf.keep(this.space, { ...this.#answer, snapshot }, receivedAt);
  }

  /** Accepted commands leave the guess when the cursor passes their last event, not before. Tells whether some did. */
  async #leave(): Promise<boolean> {
    const passed = this.#waiting.filter((row) => row.answer && row.answer.to <= this.#confirmed.seq);
    if (passed.length === 0) return false;
    this.#isGuessed = false;
    this.#waiting = this.#waiting.filter((row) => !passed.includes(row));
    const done = passed.flatMap((row) => (row.answer ? [{ id: row.key, answer: row.answer }] : []));
    for (const { id, answer } of done) this.#answers.set(id, answer);
    await this.#shelf.release(this.space, done);
    return true;
  }

  /**
   * Puts commands into the outbox, in their order; the screen shows their guess at once. A page that goes right after
   * this call has returned, before it resolves, loses nothing.
   */
  async issue(...commands: readonly Command[]): Promise<void> {
    const rows = commands.map(
      (command): WaitingRow => ({ key: command.id, space: this.space, order: this.#order++, command }),
    );
    this.#waiting = [...this.#waiting, ...rows];
    // Stored before it is shown: nothing that the screens do may come between an act and its keeping.
    const kept = this.#shelf.putWaiting(rows);
    this.#show();
    await kept;
  }

  /** Another tab changed the outbox: read it again. */
  async reloadOutbox(): Promise<void> {
    const { waiting, answers, refused } = await this.#shelf.outbox(this.space);
    this.#isGuessed = false;
    this.#waiting = waiting.filter((row) => !row.answer || row.answer.to > this.#confirmed.seq);
    this.#answers = new Map([...this.#answers, ...answers]);
    this.#set({ refused });
    this.#rerun();
  }

  /**
   * What the server said to a batch. What it accepted waits for the feed to bring it; what it refused goes back to its
   * author, with the reason and its text.
   */
  async settle(outcomes: readonly CommandOutcome[], at: string): Promise<void> {
    const accepted = new Map(
      outcomes.flatMap((one) =>
        one.outcome === 'accepted' ? [[one.id, { from: one.from, to: one.to }] as const] : [],
      ),
    );
    this.#isGuessed = false;
    for (const [id, answer] of accepted) this.#answers.set(id, answer);
    const answered: WaitingRow[] = [];
    this.#waiting = this.#waiting.map((row) => {
      const answer = accepted.get(row.key);
      if (answer === undefined) return row;
      const held = { ...row, answer };
      answered.push(held);
      return held;
    });
    await this.#shelf.putAnswered(answered);
    for (const one of outcomes) if (one.outcome === 'refused') await this.#refuse(one, at);
    await this.#leave();
    this.#rerunSoon();
  }

  async #refuse(
    { id, code, detail }: Extract<CommandOutcome, { outcome: 'refused' }>,
    at: string,
  ): Promise<void> {
    const row = this.#waiting.find((held) => held.key === id);
    if (row === undefined) return;
    this.#isGuessed = false;
    this.#answers.set(id, 'refused');
    this.#waiting = this.#waiting.filter((held) => held.key !== id);
    const kept = {
      key: id,
      space: this.space,
      command: row.command,
      code,
      at,
      ...(detail === undefined ? {} : { detail }),
    };
    await this.#shelf.putRefused(kept);
    await this.#shelf.release(this.space, [{ id, answer: 'refused' }]);
    this.#set({ refused: [...this.#status.refused, kept] });
  }

  /** The author has read a refusal. */
  async dismiss(id: string): Promise<void> {
    await this.#shelf.dropRefused(id);
    this.#set({ refused: this.#status.refused.filter((row) => row.key !== id) });
    this.#tell();
  }

  /** Drops a command that was not sent yet, with those that build on it. Resolves to false when it is too late. */
  async withdraw(id: string): Promise<boolean> {
    const gone = new Set([id]);
    for (const row of this.#waiting)
      if (Object.values(row.command.base).some((stamp) => typeof stamp === 'string' && gone.has(stamp)))
        gone.add(row.key);
    const rows = this.#waiting.filter((row) => gone.has(row.key));
    if (rows.length === 0 || rows.some(this.#isHeard)) return false;
    this.#isGuessed = false;
    this.#waiting = this.#waiting.filter((row) => !gone.has(row.key));
    await this.#shelf.release(
      this.space,
      rows.map((row) => ({ id: row.key, answer: 'refused' as const })),
    );
    this.#rerun();
    return true;
  }

  /** What sync learns of the network, the session, the version. */
  note(change: Partial<SyncStatus>): void {
    this.#set(change);
    this.#tell();
  }

  #set(change: Partial<SyncStatus>): void {
    this.#status = { ...this.#status, ...change };
  }

  /** Shows what came: at once, or with what else comes within a moment. */
  #rerunSoon(): void {
    const wait = this.#shownAt + SHOWN_EVERY_MS - performance.now();
    if (wait <= 0) this.#rerun();
    else this.#showing ??= setTimeout(() => this.#rerun(), wait);
  }

  #rerun(): void {
    this.#isGuessed = false;
    this.#show();
  }

  #show(): void {
    clearTimeout(this.#showing);
    this.#showing = undefined;
    const me = this.#answer?.you.person ?? '';
    const commands = this.#waiting.map((row) => row.command);
    // A command issued before the rules are there is kept, and shown as soon as they are.
    if (commands.length > 0 && this.#rules === undefined) void this.learn();
    const rules = this.#rules;
    this.#guess =
      commands.length === 0 || rules === undefined
        ? undefined
        : rules.guess(
            rules.nouns,
            this.#confirmed,
            { waiting: commands, me, answers: this.#answers },
            this.#isGuessed ? this.#guess : undefined,
          );
    this.#isGuessed = true;
    this.#plain = settledView(
      this.#guess?.entities ?? this.#confirmed.entities,
      new Set(this.#answer?.you.circles ?? []),
    );
    this.#view = withMergers(this.#plain);
    this.#set({ waiting: this.#unanswered().length });
    this.#tell();
    this.#shownAt = performance.now();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
