import {
  type Actor,
  actorOf,
  changesCircles,
  type FeedEvent,
  isObject,
  isVisible,
  type StoredEvent,
  toFeed,
  type Visibility,
} from '@tablee/domain/kernel';
import { isWhole, type Ledger, type LedgerEvent } from '../ledger/port.ts';
import type { Folded } from './folded.ts';
import type { AuthorizedSpace } from './gate.ts';
import type { Shelter } from './shelter.ts';

/** A longer tail than this weighs more than the snapshot: the client fetches that instead. */
export const LONGEST_TAIL = 1_000;

/** Where a feed goes. */
export interface Sink {
  /** Sends these bytes; false when the receiver is so far behind that the feed must end. */
  send(bytes: Uint8Array): boolean;
  close(): void;
}

/** One server-sent event; `id` is the cursor. A buffer, which a connection takes as it is, however many feeds share it. */
export const message = (event: string, data: unknown, id?: number): Buffer =>
  Buffer.from(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

/** Sent when nothing else was for a while, so that proxies keep the connection. */
export const PULSE = Buffer.from(': pulse\n\n');

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  if (pieces.length === 1 && pieces[0] !== undefined) return pieces[0];
  return Buffer.concat(pieces);
};

const sameCircles = (a: Actor, b: Actor): boolean =>
  a.circles.size === b.circles.size &&
  [...a.circles].every((circle) => b.circles.has(circle)) &&
  a.organisation === b.organisation &&
  a.roles.size === b.roles.size &&
  [...a.roles].every((role) => b.roles.has(role));

/** One open feed. */
export interface Listener {
  readonly gate: AuthorizedSpace;
  readonly sink: Sink;
  /** Called when cards of the space changed; sends a `people` message of its own. */
  peopleChanged(): void;
}

/** The feeds that are open, by space: each change is encoded once and sent to all who may see it. */
export class Hub {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #watchers = new Set<(space: string, events: readonly StoredEvent[]) => void>();

  /** Calls `watcher` with the events of every append, after it became durable. */
  watch(watcher: (space: string, events: readonly StoredEvent[]) => void): void {
    this.#watchers.add(watcher);
  }

  /** How many feeds are open. */
  get size(): number {
    let size = 0;
    for (const listeners of this.#listeners.values()) size += listeners.size;
    return size;
  }

  /** Adds a feed; returns how to remove it. */
  add(listener: Listener): () => void {
    const { space } = listener.gate;
    const listeners = this.#listeners.get(space) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(space, listeners);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(space) === listeners) this.#listeners.delete(space);
    };
  }

  /** Tells what has just become durable. */
  published(folded: Folded, events: readonly StoredEvent[]): void {
    for (const watcher of this.#watchers) watcher(folded.space, events);
    const listeners = this.#listeners.get(folded.space);
    if (listeners === undefined || listeners.size === 0) return;
    const regrouped = events.some(({ type }) => changesCircles(type));
    const tell = telling(folded, events);
    for (const listener of [...listeners]) {
      const bytes =
        events.length > LONGEST_TAIL || (regrouped && isRegrouped(folded, listener))
          ? undefined
          : tell(listener.gate.actor);
      if (bytes === undefined) end(listener, folded.state.seq);
      else if (!listener.sink.send(bytes)) listener.sink.close();
    }
  }

  /** Ends all feeds of a space: their clients fetch a snapshot and come back. */
  restart({ space, state }: Folded): void {
    for (const listener of [...(this.#listeners.get(space) ?? [])]) end(listener, state.seq);
  }

  /** Tells the feeds of a space that cards of people changed. */
  peopleChanged(space: string): void {
    for (const listener of this.#listeners.get(space) ?? []) listener.peopleChanged();
  }

  /** Ends every feed of the space that `of` names: a session was revoked. */
  end(of: (gate: AuthorizedSpace) => boolean): void {
    for (const listeners of this.#listeners.values())
      for (const listener of [...listeners]) if (of(listener.gate)) listener.sink.close();
  }

  /** Sends a pulse to every feed. */
  pulse(): void {
    for (const listeners of this.#listeners.values())
      for (const listener of [...listeners]) if (!listener.sink.send(PULSE)) listener.sink.close();
  }

  /** Ends all feeds: the server stops. */
  close(): void {
    this.end(() => true);
  }
}

/** True when the reader has other roles or circles now than when the gate opened, or has left. */
export const isRegrouped = (folded: Folded, { gate }: Pick<Listener, 'gate'>): boolean => {
  const now = actorOf(folded.membership, gate.actor.id);
  return now === undefined || !sameCircles(now, gate.actor);
};

/** The client must fetch a snapshot; it comes back with a new cursor. */
const end = ({ sink }: Listener, seq: number): void => {
  sink.send(message('reset', { seq }));
  sink.close();
};

/** One broadcaster for all, and one for each person in safety, who still reads their own words. */
const telling = ({ visibility, shelter, state }: Folded, events: readonly StoredEvent[]) => {
  const last = events.at(-1)?.seq ?? 0;
  const byShelter = new Map<Shelter, (actor: Actor) => Uint8Array>();
  return (actor: Actor): Uint8Array => {
    const theirs = shelter.for(actor.id);
    const tell =
      byShelter.get(theirs) ?? broadcaster(visibility, theirs.events(state.entities, events), last);
    byShelter.set(theirs, tell);
    return tell(actor);
  };
};

/** Encodes each event once, and each set of visible events once per set of circles; says where the feed stands. */
const broadcaster = (visibility: Visibility, events: readonly StoredEvent[], last: number) => {
  const encoded = new Map<number, Uint8Array>();
  const bySight = new Map<string, Uint8Array>();
  // Feeds of one person share their actor, so that a second device costs a lookup.
  const byActor = new Map<Actor, Uint8Array>();
  const bytesOf = (event: StoredEvent): Uint8Array => {
    const bytes = encoded.get(event.seq) ?? message('event', toFeed(event), event.seq);
    encoded.set(event.seq, bytes);
    return bytes;
  };
  const make = (actor: Actor): Uint8Array => {
    const seen = events.filter((event) => isVisible(visibility, actor, event));
    const sight = seen.map(({ seq }) => seq).join();
    const held = bySight.get(sight);
    if (held !== undefined) return held;
    const pieces = seen.map(bytesOf);
    if (last > 0 && seen.at(-1)?.seq !== last) pieces.push(message('tick', { seq: last }, last));
    const bytes = joined(pieces);
    bySight.set(sight, bytes);
    return bytes;
  };
  return (actor: Actor): Uint8Array => {
    const bytes = byActor.get(actor) ?? make(actor);
    byActor.set(actor, bytes);
    return bytes;
  };
};

const concerns = (event: StoredEvent, person: string): boolean => {
  if (event.type.startsWith('member.')) return event.entity === person;
  if (!event.type.startsWith('circle.')) return false;
  const { readers, person: one } = event.facts;
  return (
    one === person ||
    (Array.isArray(readers) && readers.includes(person)) ||
    (isObject(readers) && person in readers)
  );
};

/** What a client that comes back gets first: the tail after its cursor, or `reset`. */
export type Tail =
  | { readonly reset: true; readonly seq: number }
  | { readonly reset: false; readonly seq: number; readonly bytes: Uint8Array | undefined };

/**
 * The tail after `after` for this reader: visible events, and a tick past what is withheld. `reset` when the
 * cursor is unknown here, when the tail is longer than a snapshot, or when the reader's circles changed in it.
 */
export const tailFor = async (
  ledger: Ledger,
  folded: Folded,
  gate: AuthorizedSpace,
  after: number,
): Promise<Tail> => {
  const { seq } = folded.state;
  if (after > seq || after < 0 || seq - after > LONGEST_TAIL) return { reset: true, seq };
  if (after === seq) return { reset: false, seq, bytes: undefined };
  const rows = (await ledger.read(folded.space, { after, limit: LONGEST_TAIL })).filter(
    (row) => row.seq <= seq,
  );
  const events = rows.filter(isWhole);
  if (events.some((event) => concerns(event, gate.actor.id))) return { reset: true, seq };
  const bytes = telling(folded, events)(gate.actor);
  const last = rows.at(-1);
  const tick =
    last !== undefined && events.at(-1)?.seq !== last.seq
      ? [message('tick', { seq: last.seq }, last.seq)]
      : [];
  return { reset: false, seq, bytes: joined([bytes, ...tick]) };
};

/** The events of a page that the reader may see, in the feed's form. */
export const visibleOf = (
  { visibility, shelter, state }: Folded,
  actor: Actor,
  events: readonly LedgerEvent[],
): readonly FeedEvent[] => {
  const seen = events.filter(isWhole).filter((event) => isVisible(visibility, actor, event));
  return shelter.for(actor.id).events(state.entities, seen).map(toFeed);
};
