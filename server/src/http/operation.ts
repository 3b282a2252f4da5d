import type { JsonObject } from '@tablee/domain/kernel';

/** One address of the interface, as it is documented. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head';
  readonly path: string;
  readonly summary: string;
  /** Query parameters with their meaning. */
  readonly query?: { readonly [name: string]: string };
  readonly body?: JsonObject;
  readonly answer: string;
  /** The content type of the answer; JSON when absent. */
  readonly type?: string;
}

const json = (schema: JsonObject): JsonObject => ({
  required: true,
  content: { 'application/json': { schema } },
});
/** A schema of the document by its name. */
export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const BYTES: JsonObject = {
  required: true,
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
};

const SPACE = '/api/spaces/{space}';

/** How files go up and come back below an address. */
const filesBelow = (folder: string, begins: string): readonly Operation[] => [
  {
    method: 'post',
    path: folder,
    summary: begins,
    answer: 'The address of the upload.',
    type: 'text/plain',
  },
  {
    method: 'head',
    path: `${folder}/{file}`,
    summary: 'How far an upload came.',
    answer: 'Upload-Offset.',
    type: 'text/plain',
  },
  {
    method: 'patch',
    path: `${folder}/{file}`,
    summary: 'The next piece of an upload.',
    body: BYTES,
    answer: 'At the end the headers tablee-file-hash, -type and -size.',
    type: 'text/plain',
  },
  {
    method: 'delete',
    path: `${folder}/{file}`,
    summary: 'Gives up an upload.',
    answer: 'Nothing.',
    type: 'text/plain',
  },
  {
    method: 'get',
    path: `${folder}/{file}`,
    summary: 'A file by the SHA-256 of its content, as an attachment.',
    query: { name: 'The name under which it is saved.' },
    answer: 'The file.',
    type: 'application/octet-stream',
  },
];

/** The routes of this server that devices and programs use. A test compares them with the router. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/spaces',
    summary: 'The partnerships of the caller.',
    answer: 'A list of lines.',
  },
  {
    method: 'post',
    path: '/api/spaces',
    summary: 'Creates a partnership; the caller becomes its secretariat.',
    body: json(ref('NewSpace')),
    answer: 'Its line.',
  },
  {
    method: 'post',
    path: `${SPACE}/commands`,
    summary: 'Decides up to 100 commands in order, idempotent by id.',
    body: json(ref('Batch')),
    answer: 'One outcome per command, and the head.',
  },
  {
    method: 'get',
    path: `${SPACE}/snapshot`,
    summary: 'All that the caller may see now.',
    answer: 'Snapshot, people, who the caller is; with an ETag.',
  },
  {
    method: 'get',
    path: `${SPACE}/feed`,
    summary: 'Events after the cursor, then each change, as server-sent events.',
    query: { after: 'The seq of the last event known; the header Last-Event-ID counts first.' },
    answer: 'Messages event, tick, people, reset.',
    type: 'text/event-stream',
  },
  {
    method: 'get',
    path: `${SPACE}/history`,
    summary: 'A page of what happened, newest first.',
    query: { entity: 'Only of this entity.', before: 'Only before this seq.', limit: 'At most 500.' },
    answer: 'Events, and where the next page begins.',
  },
  {
    method: 'get',
    path: `${SPACE}/proof`,
    summary: 'Digests of all events, to verify the chain.',
    query: { after: 'Digests after this seq.', limit: 'At most 5,000.' },
    answer: 'Digests and the head.',
  },
  {
    method: 'get',
    path: `${SPACE}/search`,
    summary: 'Entities whose text has all the words.',
    query: { q: 'Words; each may be the beginning of one.', limit: 'At most 500.' },
    answer: 'Entities found.',
  },
  {
    method: 'get',
    path: `${SPACE}/copies`,
    summary: 'Frozen copies of an entity, which its erasure does not touch.',
    query: { entity: 'The entity.' },
    answer: 'Entities with a copy.',
  },
  {
    method: 'get',
    path: `${SPACE}/people`,
    summary: 'The people whom the caller meets here.',
    answer: 'Cards with their version.',
  },
  ...filesBelow(
    `${SPACE}/files`,
    'Begins a resumable upload (tus 1.0.0); Upload-Metadata names circle and name.',
  ),
  ...filesBelow(
    `${SPACE}/personal/{item}/files`,
    'Begins a resumable upload of a photo or sound that only the caller can open, with a note of theirs.',
  ),
  {
    method: 'get',
    path: `${SPACE}/personal`,
    summary: 'What only the caller reads, and working maps open to the caller.',
    answer: 'Items.',
  },
  {
    method: 'put',
    path: `${SPACE}/personal/{id}`,
    summary: 'Keeps an item; the later changedAt wins.',
    body: json(ref('PersonalItem')),
    answer: 'The item as it is kept.',
  },
  {
    method: 'put',
    path: `${SPACE}/personal/{owner}/{id}`,
    summary: 'Writes an entry into the working map of somebody who allowed it.',
    body: json(ref('PersonalItem')),
    answer: 'The item as it is kept.',
  },
  {
    method: 'delete',
    path: `${SPACE}/personal/{id}`,
    summary: 'Deletes an item without trace.',
    answer: 'Nothing.',
  },
  {
    method: 'get',
    path: `${SPACE}/export`,
    summary: 'The space as one portable file.',
    answer: 'A .tablee file.',
    type: 'application/zip',
  },
  {
    method: 'post',
    path: '/api/import',
    summary: 'Takes a portable file in, verified first.',
    query: {
      as: '"copy" makes a copy under a new id.',
      sample: 'The name of a sample that comes with the program.',
    },
    body: BYTES,
    answer: 'The space and how many events are new.',
  },
];
