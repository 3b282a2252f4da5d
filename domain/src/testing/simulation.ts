import {
  type Actor,
  type Answered,
  actorOf,
  type Command,
  canonical,
  changesCircles,
  decide,
  emptyState,
  emptyVisibility,
  evolve,
  type FeedEvent,
  fold,
  follow,
  GENESIS,
  type Guess,
  guess,
  heard,
  isVisible,
  memberOf,
  type Outcome,
  openSnapshot,
  type Reader,
  type Refusal,
  type Registry,
  type Role,
  type Snapshot,
  type State,
  type StoredEvent,
  seal,
  sha256,
  snapshotOf,
  strike,
  struckBy,
  systemActor,
  targetsOf,
  toFeed,
  verbOf,
} from '../kernel/index.ts';

/** What the simulated server answers to a command. */
export type Answer = { readonly from: number; readonly to: number } | Refusal;

const SPACE = 'space0000000000000000';

/** A server without a network or a disk: the same rules, in memory, so that properties run by the thousand. */
export class SimulatedServer {
  readonly nouns: Registry;
  /** The ledger, in order; struck where something was erased. */
  readonly events: StoredEvent[] = [];
  readonly visibility = emptyVisibility();
  readonly #log = new Map<string, { readonly fingerprint: string; readonly answer: Answer }>();
  /** The ledger, folded. */
  readonly state: State = emptyState();
  #salt = 0;
  #second = 0;

  /** An empty space. */
  constructor(nouns: Registry) {
    this.nouns = nouns;
  }

  /** Lets a person in, as the system does after an invitation. */
  join(person: string, roles: readonly Role[]): void {
    const known = memberOf(this.state.entities, person) !== undefined;
    this.#run(
      command(`join-${person}-${this.events.length}`, known ? 'member.rejoin' : 'member.join', person, {
        roles,
      }),
      'system',
    );
  }

  /** One command of `person`: idempotent by id, as the store's command log makes it. */
  send(person: string, asked: Command): Answer {
    return this.#run(asked, person);
  }

  /** What was refused or accepted, for `person`'s bases. */
  answered(id: string): Answered | undefined {
    const row = this.#log.get(id);
    if (row === undefined) return undefined;
    return 'ok' in row.answer ? 'refused' : row.answer;
  }

  /** The actor behind a person. */
  actor(person: string): Actor | undefined {
    return person === 'system' ? systemActor(this.state.entities) : actorOf(this.state.entities, person);
  }

  /** What `decide` says on the full state, without appending. */
  consider(person: string, asked: Command): Outcome {
    const actor = this.actor(person);
    if (actor === undefined) return { ok: false, code: 'NotAllowed' };
    const answered = (id: string): Answered | undefined => this.answered(id);
    return decide(this.nouns, asked, this.state.entities, { now: this.now(), actor, answered });
  }

  /** The server's time: one second more with every command, so that it never decreases. */
  now(): string {
    const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
    const [hours, minutes, seconds] = [this.#second / 3600, (this.#second / 60) % 60, this.#second % 60];
    return `2026-01-01T${two(hours)}:${two(minutes)}:${two(seconds)}.000Z`;
  }

  #run(asked: Command, person: string): Answer {
    const fingerprint = sha256(canonical({ ...asked }));
    const row = this.#log.get(asked.id);
    if (row !== undefined)
      return row.fingerprint === fingerprint ? row.answer : { ok: false, code: 'IdReused' };
    this.#second += 1;
    const outcome = this.consider(person, asked);
    const answer = outcome.ok ? this.#append(asked, person, outcome.events) : outcome;
    this.#log.set(asked.id, { fingerprint, answer });
    return answer;
  }

  #append(asked: Command, person: string, drafts: Extract<Outcome, { ok: true }>['events']): Answer {
    const from = this.events.length + 1;
    for (const draft of drafts) {
      const previous = this.events.at(-1)?.hash ?? GENESIS;
      const place = {
        space: SPACE,
        seq: this.events.length + 1,
        actor: person,
        at: this.now(),
        saidAt: asked.saidAt,
        commandId: asked.id,
        previous,
      };
      const event = seal(draft, place, sha256, () => (this.#salt++).toString(16).padStart(32, '0'));
      this.#store(event);
    }
    return { from, to: this.events.length };
  }

  #store(event: StoredEvent): void {
    this.events.push(event);
    evolve(this.nouns, this.state, event);
    follow(this.visibility, event);
    if (verbOf(event.type) !== 'erased') return;
    const targets = targetsOf(event.facts);
    this.events.forEach((held, index) => {
      if (held.entity !== event.entity || held.seq >= event.seq) return;
      const names = struckBy(held, targets);
      if (names.size > 0) this.events[index] = strike(held, names, sha256);
    });
  }

  /** The events that a reader may see, after `seq`. */
  feed(reader: Reader, after: number): readonly FeedEvent[] {
    return this.events
      .filter((event) => event.seq > after && isVisible(this.visibility, reader, event))
      .map(toFeed);
  }

  /** The reader's snapshot. */
  snapshot(reader: Reader): Snapshot {
    return snapshotOf(this.state, SPACE, reader);
  }

  /** The fold of what a reader may see, from nothing. */
  foldVisible(reader: Reader): State {
    return fold(this.nouns, emptyState(), this.feed(reader, 0));
  }
}

/** A command with the simulation's own ticket. */
export const command = (
  id: string,
  type: string,
  entity: string,
  payload: Command['payload'],
  circle = 'partners',
  base: Command['base'] = {},
): Command => ({ id, space: SPACE, type, entity, circle, payload, base, saidAt: '2020-01-01T00:00:00.000Z' });

/** The ticket of a simulated command. */
export const ticket = (id: string): { id: string; space: string; saidAt: string } => ({
  id,
  space: SPACE,
  saidAt: '2020-01-01T00:00:00.000Z',
});

/** A device: confirmed state, outbox, guesses; goes on- and offline by being pushed and pulled or not. */
export class SimulatedDevice {
  readonly person: string;
  readonly #server: SimulatedServer;
  #nouns: Registry;
  /** What the feed has confirmed. */
  confirmed: State = emptyState();
  /** The circles that the person reads, as far as the device knows. */
  circles: ReadonlySet<string> = new Set();
  /** The outbox: what the feed has not confirmed yet, in order of issue. */
  readonly waiting: Command[] = [];
  /** What became of commands that were sent. */
  readonly answers = new Map<string, Answered>();
  /** The commands that came back refused. */
  readonly refused: Command[] = [];
  #sent: { readonly asked: Command; readonly to: number }[] = [];

  /** An empty device of a person; `nouns` are those that its version of the app knows. */
  constructor(server: SimulatedServer, person: string, nouns: Registry = server.nouns) {
    this.#server = server;
    this.#nouns = nouns;
    this.person = person;
    this.reset();
  }

  /** A newer version of the app: it knows more nouns, and reads the snapshot again if it had stopped. */
  update(nouns: Registry): void {
    this.#nouns = nouns;
    if (this.confirmed.stopped !== undefined) this.reset();
  }

  /** Fetches a snapshot: at first, and when the feed says `reset`. */
  reset(): void {
    const actor = this.#server.actor(this.person);
    this.circles = actor?.circles ?? new Set();
    const opened = openSnapshot(this.#server.snapshot({ circles: this.circles }));
    this.confirmed = opened ?? emptyState();
    this.#leave();
  }

  /** Reads the feed after the cursor; circles that changed mean a new snapshot. */
  pull(): void {
    const actor = this.#server.actor(this.person);
    const now = actor?.circles ?? new Set();
    const same = now.size === this.circles.size && [...now].every((circle) => this.circles.has(circle));
    if (!same) return this.reset();
    for (const event of this.#server.feed({ circles: this.circles }, this.confirmed.seq)) {
      evolve(this.#nouns, this.confirmed, event);
      this.#hear(event);
      if (changesCircles(event.type)) this.#checkCircles();
    }
    if (this.confirmed.stopped !== undefined) return;
    this.confirmed.seq = this.#server.events.length;
    this.#leave();
  }

  #hear(event: FeedEvent): void {
    const { commandId: id } = event;
    if (this.waiting.some((asked) => asked.id === id) && !this.#sent.some((sent) => sent.asked.id === id))
      this.answers.set(id, heard(this.answers.get(id), event));
  }

  #checkCircles(): void {
    const own = actorOf(this.confirmed.entities, this.person);
    if (own !== undefined) this.circles = new Set([...this.circles, ...own.circles]);
  }

  /** Issues a command: it waits in the outbox. */
  issue(asked: Command): void {
    this.waiting.push(asked);
  }

  /** Sends the outbox in order; `times` copies of each, since answers get lost. */
  push(times = 1): void {
    for (const asked of [...this.waiting]) {
      if (this.#sent.some((sent) => sent.asked.id === asked.id)) continue;
      let answer = this.#server.send(this.person, asked);
      for (let i = 1; i < times; i++) answer = this.#server.send(this.person, asked);
      if ('ok' in answer) this.#drop(asked);
      else {
        this.answers.set(asked.id, answer);
        this.#sent.push({ asked, to: answer.to });
      }
    }
  }

  /** Sends the outbox in order; no answer comes back. */
  lose(): void {
    for (const asked of this.waiting) this.#server.send(this.person, asked);
  }

  #drop(asked: Command): void {
    this.answers.set(asked.id, 'refused');
    this.refused.push(asked);
    this.waiting.splice(this.waiting.indexOf(asked), 1);
  }

  /** A waiting command leaves the guess when the cursor passes its answer's last seq, not before. */
  #leave(): void {
    const passed = this.#sent.filter((sent) => sent.to <= this.confirmed.seq);
    for (const sent of passed) this.waiting.splice(this.waiting.indexOf(sent.asked), 1);
    this.#sent = this.#sent.filter((sent) => !passed.includes(sent));
  }

  /** What the person sees. */
  look(): Guess {
    return guess(this.#nouns, this.confirmed, {
      waiting: this.waiting,
      me: this.person,
      answers: this.answers,
    });
  }
}
