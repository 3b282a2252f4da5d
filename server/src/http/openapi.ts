import {
  type AnyRecord,
  isActed,
  isJsonObject,
  type Json,
  type JsonObject,
  policyTable,
  RECORD_COMMANDS,
  type Registry,
} from '@tablee/domain/kernel';
import { PROTOCOL, PROTOCOL_HEADER } from '@tablee/domain/protocol';
import * as z from 'zod';
import { LIBRARY_OPERATIONS } from '../document/library/library-operation.ts';
import { DOCUMENT_OPERATIONS } from '../document/operations.ts';
import { DOOR_OPERATIONS } from '../door/operations.ts';
import { LISTENING_OPERATIONS } from '../listening/operations.ts';
import { MAIL_OPERATIONS } from '../mail/operations.ts';
import { PEOPLE_OPERATIONS } from '../people/operations.ts';
import { SAMPLE_OPERATIONS } from '../sample/sample-operation.ts';
import { OPERATIONS, type Operation, ref } from './operation.ts';
import { PROBLEMS } from './problem.ts';
import { batch, newSpace, personalItem } from './shape.ts';

// zod writes JSON Schema, which is JSON.
const schemaOf = (schema: z.ZodType): JsonObject => z.toJSONSchema(schema) as unknown as JsonObject;

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
    // What an act decides is set by no record command.
    if (isActed(declaration, name)) continue;
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
  paths: pathsOf([
    ...OPERATIONS,
    ...PEOPLE_OPERATIONS,
    ...LISTENING_OPERATIONS,
    ...MAIL_OPERATIONS,
    ...DOCUMENT_OPERATIONS,
    ...LIBRARY_OPERATIONS,
    ...DOOR_OPERATIONS,
    ...SAMPLE_OPERATIONS,
  ]),
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
