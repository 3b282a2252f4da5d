import { type Command, isCommand, isJsonObject, isObject } from '@tablee/domain/kernel';
import * as z from 'zod';
import { Refused } from './problem.ts';

/** The largest number of commands of one batch. */
export const MAX_COMMANDS = 100;

/** An id as devices and server make them. */
export const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const newId = z.string().regex(/^[a-z2-7]{20}$/);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/);

/** The body of `POST /api/spaces`. */
export const newSpace = z.object({
  space: newId,
  title: z.string().trim().min(1).max(300),
  problem: z.string().trim().min(1).max(20_000),
  language: z.enum(['fr', 'en']),
  languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)).max(40),
  zone: z
    .string()
    .regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/)
    .max(60),
  place: z.string().trim().min(1).max(300).optional(),
});

/** A command, as documentation and OpenAPI describe it; `commandsOf` checks it by the kernel's own rule. */
export const command = z.object({
  id,
  space: id,
  type: z.string().regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/),
  entity: id,
  circle: id,
  payload: z.record(z.string(), z.unknown()),
  base: z.record(z.string(), z.union([z.number(), z.string()])),
  saidAt: instant,
});

/** The body of `POST …/commands`. */
export const batch = z.object({ commands: z.array(command).min(1).max(MAX_COMMANDS) });

/** The body of `PUT …/personal/{id}`; in the working map of somebody else the id is `{owner}/{id}`. */
export const personalItem = z.object({
  id: z.string().regex(/^([a-z0-9][a-z0-9-]{0,59}\/)?[a-z0-9][a-z0-9-]{0,59}$/),
  kind: z.enum(['conversation', 'draft', 'working-map']),
  value: z.unknown().refine((value) => isJsonObject({ value })),
  expires: z.iso.date(),
  changedAt: instant,
  owner: z.optional(id),
  writes: z.optional(z.boolean()),
});

/** The value, or a refusal that names the members that are wrong. @throws Refused `InvalidRequest`. */
export const parsed = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const paths = result.error.issues.slice(0, 20).map((issue) => issue.path.join('.') || 'body');
  throw new Refused('InvalidRequest', [...new Set(paths)].join(', '));
};

/** Only what a command consists of: other members would travel into fingerprints unchecked. */
const bare = ({ id: commandId, space, type, entity, circle, payload, base, saidAt }: Command): Command => ({
  id: commandId,
  space,
  type,
  entity,
  circle,
  payload,
  base,
  saidAt,
});

/**
 * The commands of a batch.
 * @throws Refused `InvalidRequest`, `TooManyCommands`, or `InvalidCommand` with the position (from 0) of the first
 * that is wrong: nothing of such a batch is decided.
 */
export const commandsOf = (value: unknown): readonly Command[] => {
  const commands = isObject(value) ? value['commands'] : undefined;
  if (!Array.isArray(commands) || commands.length === 0) throw new Refused('InvalidRequest', 'commands');
  if (commands.length > MAX_COMMANDS) throw new Refused('TooManyCommands', String(MAX_COMMANDS));
  return commands.map((item: unknown, index) => {
    if (isCommand(item) && instant.safeParse(item.saidAt).success && isJsonObject(item.base))
      return bare(item);
    throw new Refused('InvalidCommand', `commands.${index}`);
  });
};
