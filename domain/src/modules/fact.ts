import { INSTANT } from '@tablee/domain/kernel';
import * as z from 'zod/mini';

/** An entity's or a person's id, as facts carry it. */
export const idFact = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));

/** A day, ISO `2027-03-12`; a fact that time acts on has the precision of a day. */
export const dayFact = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

/** A language code. */
export const languageFact = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));

/** A free text of at most `max` characters; it becomes a part of the event, never a fact. */
export const freeText = (max = 5_000) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** The number of a version or of a cycle, from 1. */
export const ordinalFact = z.int().check(z.minimum(1), z.maximum(10_000));

/** The SHA-256 of what stands elsewhere: a file, a frozen text. */
export const hashFact = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A file that was sent beforehand, by the hash of its bytes; it becomes a part of the event, never a fact: its name is free text. */
export const fileFact = z.object({
  hash: hashFact,
  name: z.string().check(z.maxLength(300)),
  size: z.number(),
  type: z.string().check(z.maxLength(100)),
});

/** An instant and the zone in which it was meant. */
export const momentFact = z.object({
  instant: z.string().check(z.regex(INSTANT)),
  zone: z.string().check(z.maxLength(60), z.regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/)),
});

/** An exact decimal, as text. */
export const decimalFact = z.string().check(z.regex(/^-?\d{1,20}(\.\d{1,10})?$/));

/** The sector of an actor. */
export const sectorFact = z.enum(['state', 'private', 'civilSociety', 'science', 'other']);

/** How far a position is firm. */
export const standingFact = z.enum(['personal', 'inClearance', 'adReferendum', 'confirmed']);

/** How something said by an organisation came in. */
export const channelFact = z.enum(['app', 'link', 'email', 'paper', 'phone', 'meeting']);

/** How the answer to a request came in: what was said in a meeting answers none. */
export const answerChannelFact = z.enum(['link', 'paper', 'phone', 'email', 'app']);
