import {
  chain,
  digestOf,
  type Entity,
  GENESIS,
  isJsonObject,
  type Json,
  type JsonObject,
  KERNEL_FORMAT,
  type Link,
  payloadHashOf,
  type StoredEvent,
} from '@tablee/domain/kernel';
import type { LedgerEvent } from '../ledger/port.ts';
import type { Archive } from './archive.ts';
import type { FileStore } from './file-store.ts';
import { foldInto, openKept } from './folded.ts';
import { remodelOne } from './remodel.ts';
import type { Runtime } from './runtime.ts';
import { NOBODY, Shelter } from './shelter.ts';
import type { Spaces } from './spaces.ts';

/** How many events one append takes: an import may be as long as a life, and others write meanwhile. */
const TOGETHER = 1_000;

/** What an import did: how many events are new here, or why nothing was done. */
export type Imported =
  | { readonly ok: true; readonly space: string; readonly added: number; readonly isNew: boolean }
  | { readonly ok: false; readonly code: 'Diverged' | 'StaleHead' | 'Incomplete' | 'Unknown' };

/** What an import works with. */
export interface ImportTools {
  readonly spaces: Spaces;
  readonly files: FileStore;
  readonly runtime: Runtime;
}

/** Digests get their place in the chain back; whole events bring it. */
const eventsOf = (tools: ImportTools, archive: Archive): readonly LedgerEvent[] => {
  let previous = GENESIS;
  return archive.links.map((link): LedgerEvent => {
    const event = 'digest' in link ? withheld(tools, archive.manifest.space, link, previous) : link;
    previous = event.hash;
    return event;
  });
};

const withheld = (
  tools: ImportTools,
  space: string,
  link: Extract<Link, { digest: string }>,
  previous: string,
): LedgerEvent => ({
  space,
  seq: link.seq,
  digest: link.digest,
  hash: chain(tools.runtime.hash, previous, link.digest),
});

const append = async (
  tools: ImportTools,
  space: string,
  from: number,
  events: readonly LedgerEvent[],
): Promise<boolean> => {
  const { ledger } = tools.spaces;
  for (let start = 0; start < events.length; start += TOGETHER) {
    const some = events.slice(start, start + TOGETHER);
    const answer = await ledger.append({
      space,
      expected: from + start,
      events: some,
      struck: [],
      log: [],
      models: [],
      // Written once at the end, from what is folded.
      model: 0,
      format: KERNEL_FORMAT,
    });
    if (!answer.ok) return false;
  }
  return true;
};

/** The circle in which an attachment is read: the widest of the entities that refer to it. */
const takeFiles = async (tools: ImportTools, archive: Archive, space: string): Promise<void> => {
  const text = new Map<Entity, string>(
    archive.snapshot.entities.map((entity) => [entity, JSON.stringify(entity)]),
  );
  for (const [hash, bytes] of archive.files)
    for (const circle of new Set(
      [...text].filter(([, held]) => held.includes(hash)).map(([entity]) => entity.circle),
    ))
      await tools.files.takeBytes(bytes, { space, circle, name: '' });
};

/**
 * Takes a verified archive in: as a new space, or as what its own space here continues with. Two that have
 * diverged are never joined, and nothing is changed then. An interrupted import goes on where it stopped.
 */
export const importArchive = async (tools: ImportTools, archive: Archive): Promise<Imported> => {
  const { space } = archive.manifest;
  const events = eventsOf(tools, archive);
  const head = await tools.spaces.ledger.head(space);
  const here = head?.seq ?? 0;
  if (head !== undefined) {
    const same =
      here <= events.length ? events[here - 1]?.hash === head.hash : await isBehind(tools, archive);
    if (!same) return { ok: false, code: 'Diverged' };
  }
  if (!isFoldable(tools, archive, events)) return { ok: false, code: 'Unknown' };
  const fresh = events.slice(here);
  if (!(await append(tools, space, here, fresh))) return { ok: false, code: 'StaleHead' };
  tools.spaces.drop(space);
  await remodelOne(tools.spaces, space);
  await takeFiles(tools, archive, space);
  return { ok: true, space, added: fresh.length, isNew: head === undefined };
};

/** False when this program does not know all of it: a space that cannot be folded must not come in. */
const isFoldable = (
  { spaces, runtime }: ImportTools,
  { manifest }: Archive,
  events: readonly LedgerEvent[],
): boolean => {
  const head = { ...manifest.head, at: '', format: KERNEL_FORMAT, model: 0 };
  const shelter = new Shelter(spaces.nouns, runtime.hash, NOBODY);
  const scratch = openKept(spaces.nouns, { space: manifest.space, head, shelter }, undefined);
  foldInto(spaces.nouns, scratch, events);
  return scratch.state.stopped === undefined;
};

/** The space here already has all that the archive holds. */
const isBehind = async ({ spaces }: ImportTools, { manifest }: Archive): Promise<boolean> => {
  const [event] = await spaces.ledger.read(manifest.space, { after: manifest.head.seq - 1, limit: 1 });
  return event?.hash === manifest.head.hash;
};

const renamedText = (text: string, from: string, to: string): string =>
  text === from || text.startsWith(`${from}-`) ? to + text.slice(from.length) : text;

const renamed = (value: Json, from: string, to: string): Json => {
  if (typeof value === 'string') return renamedText(value, from, to);
  if (Array.isArray(value)) return value.map((item: Json) => renamed(item, from, to));
  return isJsonObject(value) ? renamedObject(value, from, to) : value;
};

const renamedObject = (value: JsonObject, from: string, to: string): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([key, member]) => [key, renamed(member, from, to)]));

/** The same event under another space: fresh salts for what is there, the old hashes for what was erased. */
const resealed = (tools: ImportTools, event: StoredEvent, space: string, previous: string): StoredEvent => {
  const { hash, salt } = tools.runtime;
  const from = event.space;
  const parts = renamedObject(event.parts, from, space);
  const open = {
    ...event,
    space,
    entity: renamedText(event.entity, from, space),
    facts: renamedObject(event.facts, from, space),
    parts,
    salts: Object.fromEntries(['', ...Object.keys(parts)].map((part) => [part, salt()])),
  };
  const sealed = { ...open, payloadHash: payloadHashOf(hash, open) };
  return { ...sealed, hash: chain(hash, previous, digestOf(hash, sealed)) };
};

/**
 * Takes a verified archive in as a copy: a space of its own under a new id, sealed anew. Only an archive without
 * withheld content can be copied, since nobody could seal what they do not have.
 */
export const copyArchive = async (tools: ImportTools, archive: Archive, space: string): Promise<Imported> => {
  const events: StoredEvent[] = [];
  for (const link of archive.links) {
    if ('digest' in link) return { ok: false, code: 'Incomplete' };
    events.push(resealed(tools, link, space, events.at(-1)?.hash ?? GENESIS));
  }
  if (!isFoldable(tools, archive, events)) return { ok: false, code: 'Unknown' };
  if (!(await append(tools, space, 0, events))) return { ok: false, code: 'StaleHead' };
  await remodelOne(tools.spaces, space);
  await takeFiles(tools, archive, space);
  return { ok: true, space, added: events.length, isNew: true };
};
