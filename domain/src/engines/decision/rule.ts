import * as z from 'zod/mini';
import { EXACT_PATTERN } from './fraction.ts';

/** The same sentence or title in French and in English. */
export const textSchema = z.strictObject({ fr: z.string(), en: z.string() });
/** The same sentence or title in French and in English, with plain spaces (typography is applied at display). */
export type Text = z.infer<typeof textSchema>;

/** A fraction as text, from 0 upwards: `"2/3"`, `"14"`. */
export const exactSchema = z.string().check(z.regex(EXACT_PATTERN), z.regex(/^[^-]/));
/** A share of a whole, between 0 and 1, as text. */
export const shareSchema = exactSchema.check(
  z.refine((text) => {
    if (!EXACT_PATTERN.test(text)) return false;
    const [num = '0', den = '1'] = text.split('/');
    return BigInt(num) <= BigInt(den);
  }, 'expected a share between 0 and 1 such as "2/3"'),
);
/** Day without a time zone, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();
/** Identifier of a rule, group, member or step: letters, digits, dot, hyphen, underscore, colon; 1 to 80 characters. */
export const idSchema = z.string().check(z.regex(/^[\p{L}\p{N}._:-]{1,80}$/u));

const op = z.enum(['atLeast', 'moreThan']);
/** The bound of a test: at least or more than a share of the base, or a number of votes. */
export const boundSchema = z.union([
  z.strictObject({ op, share: shareSchema }),
  z.strictObject({ op, count: z.int().check(z.nonnegative()) }),
]);
/** See {@link boundSchema}. */
export type Bound = z.infer<typeof boundSchema>;

const groups = z.optional(z.array(idSchema).check(z.minLength(1)));
/**
 * Where a test applies: to the whole electorate, in each constituency, in each sub-group, or in at least `atLeast`
 * constituencies. `groups` narrows it to those constituencies; left out, all constituencies with a voting seat.
 */
export const scopeSchema = z.discriminatedUnion('over', [
  z.strictObject({ over: z.literal('whole'), groups }),
  z.strictObject({ over: z.literal('eachGroup'), groups }),
  z.strictObject({ over: z.literal('eachSubgroup'), groups }),
  z.strictObject({ over: z.literal('someGroups'), atLeast: z.int().check(z.positive()), groups }),
]);
/** See {@link scopeSchema}. */
export type Scope = z.infer<typeof scopeSchema>;

/**
 * How voters add up: `head` one each; `seat` as many as the seats held; `weight` as the roll says; `power` as
 * {@link Rule} `power` shares it out between constituencies and sub-groups.
 */
export const measureSchema = z.enum(['head', 'seat', 'weight', 'power']);
/** See {@link measureSchema}. */
export type Measure = z.infer<typeof measureSchema>;

/**
 * What a majority is a share of: `cast` yes, no and abstentions; `withoutAbstentions` yes and no; `present` everyone
 * present or represented who may vote; `allSeats` everyone who may vote, present or not.
 */
export const baseSchema = z.enum(['cast', 'withoutAbstentions', 'present', 'allSeats']);
/** See {@link baseSchema}. */
export type Base = z.infer<typeof baseSchema>;

const quorumSchema = z.strictObject({
  kind: z.literal('quorum'),
  scope: scopeSchema,
  measure: z.optional(measureSchema),
  bound: boundSchema,
});
const majoritySchema = z.strictObject({
  kind: z.literal('majority'),
  scope: scopeSchema,
  base: baseSchema,
  measure: z.optional(measureSchema),
  across: z.optional(z.enum(['pooled', 'equalGroups'])),
  bound: boundSchema,
});
/** Presence of a share or number of those who may vote; the measure is `head` unless stated. */
export type Quorum = z.infer<typeof quorumSchema>;
/**
 * Votes in favour against a bound. `across: "equalGroups"` (whole only) takes the mean of the constituencies' shares,
 * so that each weighs the same whatever its size or turnout; `pooled` (the default) adds all votes together.
 */
export type Majority = z.infer<typeof majoritySchema>;
/** A test, or several joined by AND (`all`) or OR (`any`), to any depth. */
export type Condition =
  | Quorum
  | Majority
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] };

/** See {@link Condition}. */
export const conditionSchema: z.ZodMiniType<Condition> = z.discriminatedUnion('kind', [
  quorumSchema,
  majoritySchema,
  z.strictObject({
    kind: z.literal('all'),
    of: z.array(z.lazy(() => conditionSchema)).check(z.minLength(1)),
  }),
  z.strictObject({
    kind: z.literal('any'),
    of: z.array(z.lazy(() => conditionSchema)).check(z.minLength(1)),
  }),
]);

const ballotsOfStep = z.optional(z.enum(['same', 'own']));
const consensusStepSchema = z.strictObject({
  kind: z.literal('consensus'),
  id: idSchema,
  maxBlocks: z.optional(z.int().check(z.nonnegative())),
  maxStandAside: z.optional(boundSchema),
  abstention: z.optional(z.enum(['standAside', 'block'])),
  blockNeedsReason: z.optional(z.boolean()),
  ballots: ballotsOfStep,
});
const voteStepSchema = z.strictObject({
  kind: z.literal('vote'),
  id: idSchema,
  adoptIf: conditionSchema,
  tie: z.optional(z.enum(['unsettled', 'rejected', 'castingVote', 'lot'])),
  ballots: ballotsOfStep,
});
const silenceStepSchema = z.strictObject({
  kind: z.literal('silence'),
  id: idSchema,
  minimumDays: z.optional(z.int().check(z.nonnegative())),
  objectionsToStop: z.optional(z.int().check(z.positive())),
  objectionNeedsReason: z.optional(z.boolean()),
});
/**
 * Consensus: adopted when at least one voter agrees (with or without reservations), at most `maxBlocks` (0) block and
 * no more than `maxStandAside` of those who took a position stand aside. A plain abstention stands aside unless
 * `abstention` says that it blocks. With `blockNeedsReason` a block without a reason is refused and listed.
 */
export type ConsensusStep = z.infer<typeof consensusStepSchema>;
/** Vote: adopted when `adoptIf` holds; `tie` (default `unsettled`) says what happens at exactly half. */
export type VoteStep = z.infer<typeof voteStepSchema>;
/** Silence procedure: adopted at the deadline unless `objectionsToStop` (1) voters objected. No quorum applies. */
export type SilenceStep = z.infer<typeof silenceStepSchema>;
/**
 * The ways to decide, tried in order: the next one is used when consensus or silence failed. `ballots: "same"` (the
 * default) reads the positions already given; `"own"` waits for ballots that name the step.
 */
export const stepSchema = z.discriminatedUnion('kind', [
  consensusStepSchema,
  voteStepSchema,
  silenceStepSchema,
]);
/** See {@link stepSchema}. */
export type Step = z.infer<typeof stepSchema>;

const capSchema = z.strictObject({
  category: z.optional(idSchema),
  within: z.enum(['whole', 'group', 'subgroup']),
  share: shareSchema,
});
/**
 * A cap on weights. With `category`: all its members together are scaled down to `share` of the total that results.
 * Without: no single member counts for more than `share` of the total before capping.
 */
export type Cap = z.infer<typeof capSchema>;

/** What a motion needs before it may be put: notice in days, proposers, seconders, constituencies among them. */
const admissibilitySchema = z.strictObject({
  noticeDays: z.optional(
    z.strictObject({
      min: z.int().check(z.nonnegative()),
      max: z.optional(z.int().check(z.nonnegative())),
    }),
  ),
  proposers: z.optional(z.int().check(z.nonnegative())),
  seconders: z.optional(z.int().check(z.nonnegative())),
  groupsNamed: z.optional(z.int().check(z.positive())),
});

/** Whether votes may be carried for others, how many by one holder, in all and by category, and across which groups. */
const proxiesSchema = z.strictObject({
  allowed: z.boolean(),
  maxPerHolder: z.optional(z.int().check(z.nonnegative())),
  maxPerHolderByCategory: z.optional(z.record(z.string(), z.int().check(z.nonnegative()))),
  sameGroup: z.optional(z.boolean()),
});

const adviceSchema = z.strictObject({
  from: idSchema,
  title: textSchema,
  needed: z.enum(['asked', 'received']),
});

/** Schema of a decision rule; unknown fields are refused. */
export const ruleSchema = z.strictObject({
  id: idSchema,
  version: z.int().check(z.positive()),
  validFrom: daySchema,
  validUntil: z.optional(daySchema),
  title: textSchema,
  source: z.optional(z.string()),
  binding: z.optional(z.boolean()),
  admissibility: z.optional(admissibilitySchema),
  advice: z.optional(z.array(adviceSchema)),
  proxies: z.optional(proxiesSchema),
  deputies: z.optional(z.boolean()),
  vacantSeats: z.optional(z.enum(['leftOut', 'counted'])),
  recusedCountForQuorum: z.optional(z.boolean()),
  caps: z.optional(z.array(capSchema)),
  power: z.optional(
    z.strictObject({
      groups: z.enum(['equal', 'weight']),
      subgroups: z.optional(z.enum(['equal', 'weight'])),
    }),
  ),
  quorum: z.optional(conditionSchema),
  steps: z.array(stepSchema).check(z.minLength(1)),
});
/**
 * A decision rule as data: dated (`validFrom`, `validUntil` inclusive) and versioned. What is left out has these
 * defaults: binding; no admissibility test; no advice; proxies not allowed; deputies allowed; vacant seats left out of
 * every base; the recused left out of the quorum as of the vote; no cap; no quorum.
 */
export type Rule = z.infer<typeof ruleSchema>;
