import {
  type Entity,
  isFeedEvent,
  isObject,
  type Json,
  type Link,
  SNAPSHOT_FORMAT,
  type Snapshot,
  type StoredEvent,
  verifyChain,
} from '@tablee/domain/kernel';
import type { People } from '@tablee/domain/protocol';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Runtime } from './runtime.ts';

/** The format of the portable file; a reader of another one refuses it. */
export const ARCHIVE_FORMAT = 1;
/** The largest portable file that is taken in, and what it may unpack to, in bytes. */
export const ARCHIVE_LIMITS = { packed: 200_000_000, unpacked: 1_000_000_000 } as const;

/** What a portable file says of itself. */
export interface Manifest {
  readonly format: number;
  readonly space: string;
  /** The seq and the hash of the last event. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** When it was written, ISO 8601 UTC. */
  readonly asOf: string;
}

/** A space as one file carries it: whole events that its exporter may see, digests of the others. */
export interface Archive {
  readonly manifest: Manifest;
  readonly links: readonly Link[];
  readonly snapshot: Snapshot;
  readonly people: People;
  /** Attachments by the hash of their content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Why a file is not taken in; `seq` is where its chain breaks. */
export type ArchiveFault =
  | { readonly ok: false; readonly code: 'NotAnArchive' | 'TooLarge' }
  | { readonly ok: false; readonly code: 'ArchiveFault'; readonly seq: number };

/** Writes an archive; the same archive gives the same bytes. */
export const packArchive = (archive: Archive): Uint8Array<ArrayBuffer> => {
  const entries: Record<string, Uint8Array> = {
    'manifest.json': strToU8(JSON.stringify(archive.manifest)),
    'events.ndjson': strToU8(archive.links.map((link) => `${JSON.stringify(link)}\n`).join('')),
    'snapshot.json': strToU8(JSON.stringify(archive.snapshot)),
    'people.json': strToU8(JSON.stringify(archive.people)),
  };
  for (const [hash, bytes] of [...archive.files].sort(([a], [b]) => (a < b ? -1 : 1)))
    entries[`files/${hash}`] = bytes;
  // A ZIP tells time as clocks on the wall do: said so, the bytes are the same in every time zone.
  const packed = zipSync(entries, { level: 6, mtime: new Date(1980, 0, 2) });
  return new Uint8Array(packed);
};

const isStored = (value: unknown): value is StoredEvent =>
  isFeedEvent(value) &&
  /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value.at) &&
  'payloadHash' in value &&
  typeof value.payloadHash === 'string' &&
  'hash' in value &&
  typeof value.hash === 'string';

const isLink = (value: unknown): value is Link =>
  isStored(value) ||
  (isObject(value) && Number.isSafeInteger(value['seq']) && /^[0-9a-f]{64}$/.test(String(value['digest'])));

const isManifest = (value: unknown): value is Manifest =>
  isObject(value) &&
  value['format'] === ARCHIVE_FORMAT &&
  /^[a-z0-9]{16,40}$/.test(String(value['space'])) &&
  isObject(value['head']) &&
  Number.isSafeInteger(value['head']['seq']) &&
  /^[0-9a-f]{64}$/.test(String(value['head']['hash'])) &&
  typeof value['asOf'] === 'string';

const isSnapshot = (value: unknown): value is Snapshot =>
  isObject(value) &&
  value['format'] === SNAPSHOT_FORMAT &&
  Array.isArray(value['entities']) &&
  Number.isSafeInteger(value['seq']);

const isPeople = (value: unknown): value is People =>
  isObject(value) &&
  typeof value['version'] === 'number' &&
  Array.isArray(value['cards']) &&
  value['cards'].every(
    (card: unknown) =>
      isObject(card) &&
      /^[a-z0-9-]{1,60}$/.test(String(card['id'])) &&
      Object.values(card).every((member) => typeof member === 'string'),
  );

const unpack = (bytes: Uint8Array): Readonly<Record<string, Uint8Array>> | undefined => {
  let sum = 0;
  const filter = ({
    name,
    originalSize,
  }: {
    readonly name: string;
    readonly originalSize: number;
  }): boolean => {
    sum += originalSize;
    if (sum > ARCHIVE_LIMITS.unpacked) throw new Error('too large');
    return /^(manifest\.json|events\.ndjson|snapshot\.json|people\.json|files\/[0-9a-f]{64})$/.test(name);
  };
  try {
    return unzipSync(bytes, { filter });
  } catch {
    return undefined;
  }
};

const json = (bytes: Uint8Array | undefined): unknown => {
  try {
    return bytes === undefined ? undefined : JSON.parse(strFromU8(bytes));
  } catch {
    return undefined;
  }
};

const linksIn = (bytes: Uint8Array | undefined): readonly Link[] | undefined => {
  const lines =
    bytes === undefined
      ? []
      : strFromU8(bytes)
          .split('\n')
          .filter((line) => line !== '');
  try {
    const links = lines.map((line): unknown => JSON.parse(line));
    return links.every(isLink) ? links : undefined;
  } catch {
    return undefined;
  }
};

/** A bare digest carries no member that could be taken for content. */
const bare = (link: Link): Link => ('digest' in link ? { seq: link.seq, digest: link.digest } : link);

/**
 * Reads and verifies an archive: its forms, its chain up to the head it names, that every event is of its space,
 * and the content of every attachment. Nothing of one that does not verify is used.
 */
export const openArchive = (
  bytes: Uint8Array,
  runtime: Pick<Runtime, 'hash'>,
  hashBytes: (bytes: Uint8Array) => string,
): { readonly ok: true; readonly archive: Archive } | ArchiveFault => {
  if (bytes.byteLength > ARCHIVE_LIMITS.packed) return { ok: false, code: 'TooLarge' };
  const entries = unpack(bytes);
  const [manifest, snapshot, people] = ['manifest', 'snapshot', 'people'].map((name) =>
    json(entries?.[`${name}.json`]),
  );
  const links = linksIn(entries?.['events.ndjson'])?.map(bare);
  if (
    entries === undefined ||
    links === undefined ||
    !isManifest(manifest) ||
    !isSnapshot(snapshot) ||
    !isPeople(people)
  )
    return { ok: false, code: 'NotAnArchive' };
  const foreign = links.find((link) => 'space' in link && link.space !== manifest.space);
  if (foreign !== undefined) return { ok: false, code: 'ArchiveFault', seq: foreign.seq };
  const fault = verifyChain(links, runtime.hash, manifest.head.hash);
  if (fault !== undefined || links.length !== manifest.head.seq)
    return { ok: false, code: 'ArchiveFault', seq: fault?.seq ?? links.length };
  const files = new Map<string, Uint8Array>();
  for (const [name, content] of Object.entries(entries)) {
    if (!name.startsWith('files/')) continue;
    if (hashBytes(content) !== name.slice('files/'.length)) return { ok: false, code: 'NotAnArchive' };
    files.set(name.slice('files/'.length), content);
  }
  return { ok: true, archive: { manifest, links, snapshot, people, files } };
};

const hashesIn = (value: Json | undefined, found: Set<string>): void => {
  if (value === null || typeof value !== 'object') return;
  if (isObject(value) && typeof value['hash'] === 'string' && typeof value['type'] === 'string')
    found.add(value['hash']);
  for (const member of Object.values(value)) hashesIn(member, found);
};

/** The attachments that entities refer to, wherever in them. */
export const attachmentsOf = (entities: Iterable<Entity>): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const entity of entities) {
    if (entity.kind === 'process') hashesIn(entity.state, found);
    if (entity.kind === 'record') for (const slot of Object.values(entity.slots)) hashesIn(slot.value, found);
  }
  return found;
};
