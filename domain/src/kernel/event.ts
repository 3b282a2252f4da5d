import type { Circle } from './circle.ts';
import { canonical, isJsonObject, isObject, type Json, type JsonObject, own } from './json.ts';
import type { Hash } from './sha256.ts';

/** The integer of the event format. A node that is older than the head row's format does not decide. */
export const KERNEL_FORMAT = 1;

/** What `decide` returns for each event: everything but its place in the ledger. */
export interface Draft {
  /** Noun and past participle: `actor.changed`. */
  readonly type: string;
  /** The version of the noun's declaration. */
  readonly version: number;
  readonly entity: string;
  readonly circle: Circle;
  /** Ids, numbers, choices that rules read: no free text, no personal data. */
  readonly facts: JsonObject;
  /** Every record value and every free text, each hashed with its own salt. */
  readonly parts: JsonObject;
  /** When the actor of the command must not show (protect): the event is the system's. */
  readonly anonymous?: true;
}

/** An event as it travels on the feed: content and salts, no hashes. */
export interface FeedEvent {
  readonly space: string;
  /** 1 for the first event of the space, without gaps. */
  readonly seq: number;
  readonly type: string;
  readonly version: number;
  readonly entity: string;
  readonly circle: Circle;
  /** The member's id in this space, or `system`. */
  readonly actor: string;
  /** The server's time, ISO 8601 UTC with milliseconds; never decreases within a space. */
  readonly at: string;
  /** The device's claim; shown, never used by a rule. */
  readonly saidAt: string;
  readonly commandId: string;
  readonly facts: JsonObject;
  readonly parts: JsonObject;
  /** One salt per part, and that of the event under the empty name; 32 hex digits (16 bytes) each. */
  readonly salts: { readonly [part: string]: string };
  /** The hashes of parts that were erased, by name. */
  readonly erased: { readonly [part: string]: string };
}

/** An event as it is stored. */
export interface StoredEvent extends FeedEvent {
  readonly payloadHash: string;
  /** sha256(previous hash ‖ digest); 64 hex digits. */
  readonly hash: string;
}

/** The hash before the first event of a space. */
export const GENESIS = '0'.repeat(64);

/** The hash of one part: sha256(salt ‖ canonical value). */
export const partHash = (hash: Hash, salt: string, value: Json): string => hash(salt + canonical(value));

/** sha256(salt ‖ canonical payload in which each part is replaced by its hash). */
export const payloadHashOf = (
  hash: Hash,
  event: Pick<FeedEvent, 'facts' | 'parts' | 'salts' | 'erased'>,
): string => {
  const hashes = Object.entries(event.parts).map(
    ([name, value]) => [name, partHash(hash, own(event.salts, name) ?? '', value)] as const,
  );
  // Built from entries: a part named like a prototype would else not be hashed at all.
  const parts = Object.fromEntries([...Object.entries(event.erased), ...hashes]);
  return hash((event.salts[''] ?? '') + canonical({ facts: event.facts, parts }));
};

/** sha256(canonical envelope with payloadHash): all that is shown of a withheld event. */
export const digestOf = (
  hash: Hash,
  event: Omit<StoredEvent, 'hash' | 'parts' | 'facts' | 'salts' | 'erased'>,
): string =>
  hash(
    canonical({
      space: event.space,
      seq: event.seq,
      type: event.type,
      version: event.version,
      entity: event.entity,
      circle: event.circle,
      actor: event.actor,
      at: event.at,
      saidAt: event.saidAt,
      commandId: event.commandId,
      payloadHash: event.payloadHash,
    }),
  );

/** The chain's next link. */
export const chain = (hash: Hash, previous: string, digest: string): string => hash(previous + digest);

/** Where an event stands: what the server adds to a draft. */
export interface Position {
  readonly space: string;
  readonly seq: number;
  readonly actor: string;
  readonly at: string;
  readonly saidAt: string;
  readonly commandId: string;
  readonly previous: string;
}

/**
 * Turns a draft into a stored event. `salt` gives 32 fresh hex digits per call: salts are independent,
 * since a guessable one would let a phone number be found from its hash.
 */
export const seal = (draft: Draft, place: Position, hash: Hash, salt: () => string): StoredEvent => {
  const salts: Record<string, string> = { '': salt() };
  for (const name of Object.keys(draft.parts)) salts[name] = salt();
  const open = {
    space: place.space,
    seq: place.seq,
    type: draft.type,
    version: draft.version,
    entity: draft.entity,
    circle: draft.circle,
    actor: draft.anonymous ? 'system' : place.actor,
    at: place.at,
    saidAt: place.saidAt,
    commandId: place.commandId,
    facts: draft.facts,
    parts: draft.parts,
    salts,
    erased: {},
  };
  const payloadHash = payloadHashOf(hash, open);
  const digest = digestOf(hash, { ...open, payloadHash });
  return { ...open, payloadHash, hash: chain(hash, place.previous, digest) };
};

/** The same event without the named parts: value and salt go, the part's hash stays. The chain still verifies. */
export const strike = <E extends FeedEvent>(event: E, names: ReadonlySet<string>, hash: Hash): E => {
  const parts: Record<string, Json> = {};
  const salts: Record<string, string> = { ...event.salts };
  const erased: Record<string, string> = { ...event.erased };
  for (const [name, value] of Object.entries(event.parts)) {
    if (!names.has(name)) parts[name] = value;
    else {
      erased[name] = partHash(hash, event.salts[name] ?? '', value);
      delete salts[name];
    }
  }
  return { ...event, parts, salts, erased };
};

/**
 * The names of the parts of `event` that an erasure of `targets` strikes. A target is a slot (`body`: also what
 * `stated` carries of it beside, `body!12`), a part of a process (`reason`), or one of a single event
 * (`reason:12`). `today` says what a slot of an event of that age is called in today's declaration.
 */
export const struckBy = (
  event: Pick<FeedEvent, 'seq' | 'parts'>,
  targets: readonly string[],
  today: (slot: string) => readonly string[] = (slot) => [slot],
): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const name of Object.keys(event.parts)) {
    const slots = today(name.split('!')[0] ?? name);
    if (slots.some((slot) => targets.includes(slot)) || targets.includes(`${name}:${event.seq}`))
      names.add(name);
  }
  return names;
};

/** One link of a chain to verify: a whole event, or the digest of one that is withheld. */
export type Link = StoredEvent | { readonly seq: number; readonly digest: string };

/** What is wrong with a chain, at which seq; `undefined` when all links hold. */
export interface ChainFault {
  readonly seq: number;
  readonly fault: 'gap' | 'payload' | 'hash' | 'head';
}

/**
 * Verifies order and content of a chain that starts at seq 1. Completeness shows only against a `head`
 * known from elsewhere (a sealed document, another device): without it, a truncated list verifies.
 */
export const verifyChain = (links: readonly Link[], hash: Hash, head?: string): ChainFault | undefined => {
  let previous = GENESIS;
  let seq = 0;
  for (const link of links) {
    seq += 1;
    if (link.seq !== seq) return { seq, fault: 'gap' };
    if ('digest' in link) {
      previous = chain(hash, previous, link.digest);
      continue;
    }
    if (payloadHashOf(hash, link) !== link.payloadHash) return { seq, fault: 'payload' };
    previous = chain(hash, previous, digestOf(hash, link));
    if (previous !== link.hash) return { seq, fault: 'hash' };
  }
  return head !== undefined && head !== previous ? { seq, fault: 'head' } : undefined;
};

/** The feed's form of a stored event: the hashes stay behind. */
export const toFeed = (event: StoredEvent): FeedEvent => {
  const { payloadHash: _payloadHash, hash: _hash, ...feed } = event;
  return feed;
};

const strings = (value: unknown): boolean =>
  isObject(value) && Object.values(value).every((member) => typeof member === 'string');

/** True when a value from outside has the shape of a feed event. */
export const isFeedEvent = (value: unknown): value is FeedEvent =>
  isObject(value) &&
  Number.isSafeInteger(value['seq']) &&
  Number.isSafeInteger(value['version']) &&
  ['space', 'type', 'entity', 'circle', 'actor', 'at', 'saidAt', 'commandId'].every(
    (key) => typeof value[key] === 'string',
  ) &&
  isJsonObject(value['facts']) &&
  isJsonObject(value['parts']) &&
  strings(value['salts']) &&
  strings(value['erased']);
