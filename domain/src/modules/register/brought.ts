import type { Json } from '@tablee/domain/kernel';
import * as z from 'zod/mini';

const ids = z.array(z.string());
const brought = z.object({
  act: z.enum(['import', 'merge']),
  noun: z.string(),
  /** How many rows came in; of a merger 1. */
  rows: z.number(),
  /** What was sent: taken back as it is while it still waits. */
  commands: ids,
  /** The records that are new. */
  added: z.array(z.object({ noun: z.string(), entities: ids })),
  /** What was written on records that were there: the value now, and the one before (absent: there was none). */
  filled: z.array(
    z.object({ entity: z.string(), slot: z.string(), value: z.unknown(), before: z.optional(z.unknown()) }),
  ),
  /** The persons who were written into the vault. */
  people: ids,
  /** Members who speak for another organisation since: who, and for which one before. */
  moved: z.array(z.object({ person: z.string(), from: z.string(), to: z.string() })),
});

/** What an act brought in, so that the whole of it can be undone: kept by its author alone, in no ledger. */
export type Brought = z.infer<typeof brought>;

const wrapped = z.object({ brought });

/** Reads what an act brought from the value of a personal item; `undefined` for any other item. */
export const readBrought = (value: Json): Brought | undefined => {
  const parsed = wrapped.safeParse(value);
  return parsed.success ? parsed.data.brought : undefined;
};
