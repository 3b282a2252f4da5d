import * as z from 'zod/mini';

const wholeNumber = z.int().check(z.gte(0));
const scale = z.object({ least: wholeNumber, most: wholeNumber });
const summary = {
  median: z.number(),
  lower: z.number(),
  upper: z.number(),
  spread: z.number(),
  agreement: z.number(),
  mean: z.number(),
};

const cell = z.discriminatedUnion('state', [
  z.object({ state: z.literal('exact'), answers: wholeNumber, counts: z.array(wholeNumber), ...summary }),
  z.object({ state: z.literal('nearlyAll'), answers: wholeNumber, level: wholeNumber }),
  z.object({ state: z.literal('hidden') }),
]);

const change = z.object({
  mean: z.number(),
  low: z.number(),
  high: z.number(),
  median: z.number(),
  groups: wholeNumber,
});

const gap = z.object({ high: z.string(), low: z.string(), medians: z.number(), means: z.number() });

/** What may be shown of a self-assessment, as `tablee health --json` prints it. Levels are on the scale beside them. */
export const healthReportSchema = z.object({
  format: z.literal('tablee-health-1'),
  mode: z.enum(['anonymous', 'named']),
  floors: z.object({ perGroup: wholeNumber, inAll: wholeNumber }),
  round: z.string(),
  /** The round that changes are measured from. */
  since: z.optional(z.string()),
  answered: wholeNumber,
  invited: z.optional(wholeNumber),
  groups: z.array(
    z.object({
      name: z.string(),
      /** Absent below the floor. */
      answered: z.optional(wholeNumber),
      invited: z.optional(wholeNumber),
    }),
  ),
  questions: z.array(
    z.object({
      name: z.string(),
      scale,
      /** One per group, in the order of `groups`. */
      cells: z.array(cell),
      /** Everybody by head. */
      total: cell,
      /** The groups shown, each weighing the same; absent where none is. */
      overall: z.optional(z.object({ groups: wholeNumber, ...summary })),
      change: z.optional(change),
      /** Why no change is given although the question was asked before. */
      unchangedBecause: z.optional(z.literal('anotherScale')),
      /** The two groups furthest apart, and partners against the secretariat. */
      widest: z.optional(gap),
      secretariat: z.optional(gap),
    }),
  ),
});

/** What may be shown of a self-assessment. */
export type HealthReport = z.infer<typeof healthReportSchema>;
/** What may be shown of one group on one question. */
export type HealthCell = z.infer<typeof cell>;
/** Two sides that differ: the one that answered higher, the one that answered lower, and by how much. */
export type HealthGap = z.infer<typeof gap>;
