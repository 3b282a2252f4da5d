import {
  type AnyRecord,
  isJsonObject,
  type Json,
  type JsonObject,
  policyTable,
  RECORD_COMMANDS,
  type Registry,
} from '@tablee/domain/kernel';
import { PROTOCOL, PROTOCOL_HEADER } from '@tablee/domain/protocol';
import * as z from 'zod';
import { PEOPLE_OPERATIONS } from '../people/operations.ts';
import { PROBLEMS } from './problem.ts';
import { batch, newSpace, personalItem } from './shape.ts';

/** One address of the interface, as it is documented. */
interface Operation {
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

// zod writes JSON Schema, which is JSON.
const schemaOf = (schema: z.ZodType): JsonObject => z.toJSONSchema(schema) as unknown as JsonObject;
const json = (schema: JsonObject): JsonObject => ({
  required: true,
  content: { 'application/json': { schema } },
});
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const BYTES: JsonObject = {
  required: true,
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
};

const SPACE = '/api/spaces/{space}';

/** The routes of this server that devices and programs use. A test compares them with the router. */
const OPERATIONS: readonly Operation[] = [
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
  {
    method: 'post',
    path: `${SPACE}/files`,
    summary: 'Begins a resumable upload (tus 1.0.0); Upload-Metadata names circle and name.',
    answer: 'The address of the upload.',
    type: 'text/plain',
  },
  {
    method: 'head',
    path: `${SPACE}/files/{file}`,
    summary: 'How far an upload came.',
    answer: 'Upload-Offset.',
    type: 'text/plain',
  },
  {
    method: 'patch',
    path: `${SPACE}/files/{file}`,
    summary: 'The next piece of an upload.',
    body: BYTES,
    answer: 'At the end the headers tablee-file-hash, -type and -size.',
    type: 'text/plain',
  },
  {
    method: 'delete',
    path: `${SPACE}/files/{file}`,
    summary: 'Gives up an upload.',
    answer: 'Nothing.',
    type: 'text/plain',
  },
  {
    method: 'get',
    path: `${SPACE}/files/{file}`,
    summary: 'A file by the SHA-256 of its content, as an attachment.',
    query: { name: 'The name under which it is saved.' },
    answer: 'The file.',
    type: 'application/octet-stream',
  },
  { method: 'get', path: `${SPACE}/personal`, summary: 'What only the caller reads.', answer: 'Items.' },
  {
    method: 'put',
    path: `${SPACE}/personal/{id}`,
    summary: 'Keeps an item; the later changedAt wins.',
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

const parametersOf = ({ path, query = {} }: Operation): Json => [
  ...[...path.matchAll(/\{(\w+)\}/g)].map(
    ([, name = '']): JsonObject => ({ name, in: 'path', required: true, schema: { type: 'string' } }),
  ),
  ...Object.entries(query).map(
    ([name, description]): JsonObject => ({ name, in: 'query', description, schema: { type: 'string' } }),
  ),
];

const answersOf = ({ answer, type = 'application/json' }: Operation): JsonObject => ({
  '200': {
    description: answer,
    content: { [type]: { schema: type === 'application/json' ? {} : { type: 'string' } } },
  },
  default: {
    description: 'A problem (RFC 9457).',
    content: { 'application/problem+json': { schema: ref('Problem') } },
  },
});

const pathsOf = (operations: readonly Operation[]): JsonObject => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const { method, path, summary, body } = operation;
    const held = paths[path] ?? {};
    held[method] = {
      summary,
      parameters: parametersOf(operation),
      ...(body === undefined ? {} : { requestBody: body }),
      responses: answersOf(operation),
    };
    paths[path] = held;
  }
  return paths;
};

/** The slots of a record as the commands `add` and `change` take them. */
const slotsSchema = (declaration: AnyRecord): JsonObject => {
  const properties: Record<string, Json> = {};
  const patternProperties: Record<string, Json> = {};
  for (const [name, field] of Object.entries(declaration.fields)) {
    const described = isJsonObject(field.schema) ? field.schema : {};
    const schema: JsonObject = { ...described, title: declaration.labels.en.fields[name] ?? name };
    if (field.slots !== 'perElement') properties[name] = schema;
    if (field.slots === 'perLanguage') patternProperties[`^${name}@[a-z]{2,3}`] = schema;
    if (field.slots === 'perElement') patternProperties[`^${name}#.+$`] = schema;
  }
  const { one, many } = declaration.labels.en;
  return {
    type: 'object',
    title: one,
    description: many,
    properties,
    patternProperties,
    additionalProperties: false,
  };
};

const payloadSchema = (schema: unknown): JsonObject => {
  try {
    // zod/mini and zod share their core, which writes JSON Schema.
    return z.toJSONSchema(schema as z.core.$ZodType) as unknown as JsonObject;
  } catch {
    return { type: 'object' };
  }
};

const schemasOf = (nouns: Registry): JsonObject => {
  const schemas: Record<string, Json> = {};
  for (const declaration of nouns.declarations.values()) {
    if (declaration.kind === 'record') schemas[`${declaration.name}.slots`] = slotsSchema(declaration);
    else
      for (const [name, { payload, labels }] of Object.entries(declaration.commands))
        schemas[`${declaration.name}.${name}`] = { ...payloadSchema(payload), title: labels.en };
  }
  return schemas;
};

const PROBLEM: JsonObject = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'correlationId', 'retryable'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: Object.keys(PROBLEMS) },
    detail: { type: 'string' },
    correlationId: { type: 'string' },
    retryable: { type: 'boolean' },
  },
};

/** The OpenAPI 3.1 document, made from the schemas that check requests and from the declarations of the nouns. */
export const openApiOf = (nouns: Registry): JsonObject => ({
  openapi: '3.1.0',
  info: {
    title: 'Tablée',
    version: String(PROTOCOL),
    description: `Everything the app does, a program may do with the same rights. Clients send the header ${PROTOCOL_HEADER}: ${PROTOCOL}. A command of a record type carries its slots; which commands exist, and who may issue them, is listed under x-policy.`,
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  paths: pathsOf([...OPERATIONS, ...PEOPLE_OPERATIONS]),
  components: {
    schemas: {
      NewSpace: schemaOf(newSpace),
      Batch: schemaOf(batch),
      PersonalItem: schemaOf(personalItem.extend({ value: z.unknown() })),
      Problem: PROBLEM,
      ...schemasOf(nouns),
    },
  },
  'x-record-commands': [...RECORD_COMMANDS],
  'x-policy': policyTable(nouns).map(({ command, circle, permission }) => ({
    command,
    circle,
    roles: [...permission.roles],
    ...(permission.own === undefined ? {} : { own: [...permission.own] }),
  })),
});

/** The documented addresses as the router writes them, for the test that compares both. */
export const documentedRoutes = (): readonly string[] =>
  OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
