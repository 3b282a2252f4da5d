import * as z from 'zod/mini';

const wholeNumber = z.int().check(z.gte(0));
const stance = z.enum(['agree', 'disagree', 'pass']);

const cell = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('exact'),
    agree: wholeNumber,
    disagree: wholeNumber,
    pass: wholeNumber,
    seen: wholeNumber,
  }),
  z.object({ state: z.literal('nearlyAll'), stance, seen: wholeNumber }),
  z.object({ state: z.literal('hidden') }),
]);

const mark = z.object({
  statement: z.string(),
  side: z.enum(['agree', 'disagree']),
  share: z.number(),
  ratio: z.number(),
  aboveHalf: z.number(),
  aboveOthers: z.number(),
});

const point = z.object({ x: z.number(), y: z.number() });

/**
 * What may be shown of a round of opinions, as `tablee opinions --json` prints it. Coordinates have no unit; shares
 * lie between 0 and 1; tests are in standard errors.
 */
export const opinionReportSchema = z.object({
  format: z.literal('tablee-opinions-1'),
  /** Whether names may be shown: `anonymous` reports keep the floors. */
  mode: z.enum(['anonymous', 'named']),
  floors: z.object({ perGroup: wholeNumber, inAll: wholeNumber }),
  people: wholeNumber,
  groupsFrom: z.enum(['given', 'found', 'none']),
  groups: z.array(
    z.object({
      name: z.string(),
      /** Absent for a group below the floor. */
      members: z.optional(wholeNumber),
      marks: z.array(mark),
    }),
  ),
  statements: z.array(
    z.object({
      name: z.string(),
      moderated: z.boolean(),
      total: cell,
      /** One cell per group, in the order of `groups`. */
      cells: z.array(cell),
    }),
  ),
  /** Group-aware consensus over the groups shown, highest first; `groups` says how many were counted. */
  consensus: z.array(z.object({ statement: z.string(), score: z.number(), groups: wholeNumber })),
  agreed: z.array(z.object({ statement: z.string(), share: z.number() })),
  rejected: z.array(z.object({ statement: z.string(), share: z.number() })),
  divides: z.array(
    z.object({
      statement: z.string(),
      most: z.string(),
      least: z.string(),
      gap: z.number(),
      test: z.number(),
    }),
  ),
  /** Absent where too few people or statements allow no drawing. */
  map: z.optional(
    z.object({
      share: z.tuple([z.number(), z.number()]),
      /** Where people stand, rounded to a coarse grid and in no order; `name` only in named rounds. */
      spots: z.array(
        z.object({
          x: z.number(),
          y: z.number(),
          people: wholeNumber,
          group: z.optional(z.string()),
          names: z.optional(z.array(z.string())),
        }),
      ),
      middles: z.array(z.object({ group: z.string(), x: z.number(), y: z.number() })),
      statements: z.array(z.extend(point, { statement: z.string() })),
    }),
  ),
});

/** What may be shown of a round of opinions. */
export type OpinionReport = z.infer<typeof opinionReportSchema>;
/** What may be shown of one group, or of everybody, on one statement. */
export type OpinionCell = z.infer<typeof cell>;
