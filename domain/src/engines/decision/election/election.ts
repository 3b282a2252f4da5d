import * as z from 'zod/mini';
import type { Exact } from '../fraction.ts';
import { exactSchema, idSchema, type Text, textSchema } from '../rule.ts';

/** The seven methods of counting. */
export const methodSchema = z.enum(['plurality', 'approval', 'points', 'score', 'dots', 'irv', 'stv']);
/** See {@link methodSchema}. */
export type Method = z.infer<typeof methodSchema>;

const weight = z.optional(z.int().check(z.positive()));
const candidateSchema = z.strictObject({
  id: idSchema,
  name: z.optional(z.string()),
  group: z.optional(idSchema),
  withdrawn: z.optional(z.boolean()),
});
/** Somebody who stands (or has withdrawn); `group` is the constituency whose seats they stand for. */
export type Candidate = z.infer<typeof candidateSchema>;

const electionBallotSchema = z.strictObject({
  weight,
  group: z.optional(idSchema),
  ranks: z.optional(z.array(z.array(idSchema).check(z.minLength(1)))),
  marks: z.optional(z.record(z.string(), z.int().check(z.nonnegative()))),
});
/**
 * One ballot, or `weight` equal ones. `ranks` lists the places from the first; several candidates at one place are
 * ranked equal; those left out come after all others. `marks` gives a number to each candidate: 1 for a cross, a score,
 * or a number of dots.
 */
export type ElectionBallot = z.infer<typeof electionBallotSchema>;

/**
 * How a tie is broken, tried in order: `earlierStages` looks back at the most recent stage where the tied differed
 * (IRV and STV only); `order` follows `tieOrder`; `lot` draws from `seed`. STV always looks at earlier stages first.
 */
export const tieBreakSchema = z.enum(['earlierStages', 'order', 'lot']);
/** See {@link tieBreakSchema}. */
export type TieBreak = z.infer<typeof tieBreakSchema>;

/** Schema of an election, the JSON format of `tablee count`. */
export const electionSchema = z.strictObject({
  format: z.literal('tablee-election/1'),
  title: z.optional(z.string()),
  method: methodSchema,
  seats: z.int().check(z.positive()),
  groups: z.optional(
    z.array(
      z.strictObject({ id: idSchema, title: z.optional(textSchema), seats: z.int().check(z.positive()) }),
    ),
  ),
  candidates: z.array(candidateSchema).check(z.minLength(1)),
  ballots: z.array(electionBallotSchema),
  equalRanks: z.optional(z.enum(['split', 'stop'])),
  unranked: z.optional(z.enum(['average', 'zero'])),
  points: z.optional(z.array(exactSchema)),
  maxMark: z.optional(z.int().check(z.positive())),
  dots: z.optional(z.int().check(z.positive())),
  tieBreaks: z.optional(z.array(tieBreakSchema)),
  tieOrder: z.optional(z.array(idSchema)),
  seed: z.optional(z.int().check(z.nonnegative())),
});
/**
 * An election as data. `equalRanks: "split"` (the default) shares a ballot equally among the candidates it ranks equal;
 * `"stop"` lets it count no further. `points` are those of the places in order (left out: number of candidates minus
 * place); equal ranks get the mean of their places; with `unranked: "average"` (the default) the unranked share the
 * places that remain, with `"zero"` they get nothing. `maxMark` limits a score, `dots` the sum of a ballot's dots.
 */
export type Election = z.infer<typeof electionSchema>;

/** Why a ballot counts for nobody. */
export type BallotFault = 'Empty' | 'MarkTooHigh' | 'TooManyDots' | 'TooManyCrosses' | 'EqualFirst';

/** Why a ballot counts for nobody, in words. */
export const FAULT_TEXT: Readonly<Record<BallotFault, Text>> = {
  Empty: { fr: 'ne désigne personne', en: 'names nobody who stands' },
  MarkTooHigh: { fr: 'une note dépasse le maximum', en: 'a mark above the highest' },
  TooManyDots: { fr: 'trop de points', en: 'too many dots' },
  TooManyCrosses: { fr: 'trop de croix', en: 'too many crosses' },
  EqualFirst: { fr: 'plusieurs premières places', en: 'several first places' },
};

/** A ballot that counts for nobody, by its number from 1. */
export interface InvalidBallot {
  readonly ballot: number;
  readonly weight: number;
  readonly code: BallotFault;
}

/** A stage of the count, as in the tables of returning officers. Votes are exact text; STV shows five decimals. */
export interface Stage {
  readonly number: number;
  readonly action: Text;
  /** Votes of each standing candidate at the end of the stage. */
  readonly votes: Readonly<Record<string, Exact>>;
  /** Change since the stage before; left out at the first. */
  readonly transfers?: Readonly<Record<string, Exact>>;
  /** Votes that have no further preference, so far. */
  readonly nonTransferable: Exact;
  /** Votes lost to rounding down, so far. */
  readonly lost: Exact;
  readonly elected: readonly string[];
  readonly excluded: readonly string[];
}

/** A tie that the declared tie-breaks do not settle. */
export interface OpenTie {
  readonly candidates: readonly string[];
  readonly over: 'seat' | 'exclusion' | 'transfer';
  readonly stage: number;
}

/** What a count gives: `short` when there are fewer candidates than seats, `tie` when it cannot go on. */
export interface CountResult {
  readonly method: Method;
  readonly group?: string;
  readonly seats: number;
  readonly outcome: 'complete' | 'short' | 'tie';
  /** In the order of their election. */
  readonly elected: readonly string[];
  readonly tie?: OpenTie;
  readonly quota?: Exact;
  /** Sum of the weights of the ballots that count. */
  readonly valid: number;
  readonly invalid: readonly InvalidBallot[];
  readonly stages: readonly Stage[];
  readonly notices: readonly Text[];
  readonly sentence: Text;
}
