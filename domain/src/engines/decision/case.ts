import * as z from 'zod/mini';
import { daySchema, exactSchema, idSchema, ruleSchema, textSchema } from './rule.ts';

/** An instant in UTC or with an offset, ISO 8601 with seconds. */
const instantSchema = z.iso.datetime({ offset: true });

const subgroupSchema = z.strictObject({ id: idSchema, title: textSchema });
const groupSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  subgroups: z.optional(z.array(subgroupSchema)),
  declaredSeats: z.optional(z.int().check(z.nonnegative())),
});
/** A constituency, its sub-groups, and how many seats the rules of the body declare for it. */
export type Group = z.infer<typeof groupSchema>;

const memberSchema = z.strictObject({
  id: idSchema,
  name: z.optional(z.string()),
  group: idSchema,
  subgroup: z.optional(idSchema),
  category: z.optional(idSchema),
  seats: z.optional(z.int().check(z.positive())),
  weight: z.optional(exactSchema),
  voting: z.optional(z.boolean()),
  vacant: z.optional(z.boolean()),
  deputies: z.optional(z.array(idSchema)),
});
/** One holder of a vote (or of a non-voting or vacant seat). One seat and weight 1 unless stated; voting unless stated. */
export type Member = z.infer<typeof memberSchema>;

/** Schema of the roll. */
export const rollSchema = z.strictObject({
  groups: z.array(groupSchema).check(z.minLength(1)),
  members: z.array(memberSchema),
});
/** Who may vote, by constituency and sub-group. */
export type Roll = z.infer<typeof rollSchema>;

/** The four stances of consensus, and the three of a vote. */
export const stanceSchema = z.enum(['agree', 'reservations', 'standAside', 'block', 'yes', 'no', 'abstain']);
/**
 * A stance. In a vote, `agree` and `reservations` count as yes, `standAside` as an abstention, `block` as no; in
 * consensus, `yes` counts as agree, `no` as block, `abstain` as the rule says.
 */
export type Stance = z.infer<typeof stanceSchema>;

/** The standing of a position; only `confirmed` counts formally. */
export const standingSchema = z.enum(['personal', 'clearance', 'adReferendum', 'confirmed']);
/** See {@link standingSchema}. */
export type Standing = z.infer<typeof standingSchema>;

/** Schema of a ballot. */
export const ballotSchema = z.strictObject({
  member: idSchema,
  stance: stanceSchema,
  reason: z.optional(z.string()),
  at: z.optional(instantSchema),
  standing: z.optional(standingSchema),
  castBy: z.optional(z.strictObject({ as: z.enum(['deputy', 'proxy']), person: idSchema })),
  step: z.optional(idSchema),
});
/**
 * One position of one member. Confirmed unless `standing` says otherwise; cast by the member unless `castBy` names a
 * deputy or the holder of a proxy. `step` names the step it was given for (the first that reads it otherwise).
 */
export type Ballot = z.infer<typeof ballotSchema>;

const proxySchema = z.strictObject({
  from: idSchema,
  to: idSchema,
  instruction: z.optional(stanceSchema),
  given: z.optional(instantSchema),
});
/** A written proxy: `from` is represented by `to`, bound by the instruction where there is one. */
export type Proxy = z.infer<typeof proxySchema>;

/** Schema of a whole case, the format of `tablee decide CASE.json`. */
export const caseSchema = z.strictObject({
  format: z.literal('tablee-decision/1'),
  question: z.optional(z.string()),
  on: daySchema,
  now: z.optional(instantSchema),
  rules: z.array(ruleSchema).check(z.minLength(1)),
  roll: rollSchema,
  motion: z.optional(
    z.strictObject({
      sentOn: z.optional(daySchema),
      proposers: z.optional(z.array(idSchema)),
      seconders: z.optional(z.array(idSchema)),
    }),
  ),
  advice: z.optional(
    z.array(
      z.strictObject({
        from: idSchema,
        askedOn: daySchema,
        receivedOn: z.optional(daySchema),
        opinion: z.optional(z.enum(['favourable', 'reserved', 'unfavourable'])),
        text: z.optional(z.string()),
      }),
    ),
  ),
  present: z.optional(z.array(idSchema)),
  recused: z.optional(z.array(z.strictObject({ member: idSchema, reason: z.optional(z.string()) }))),
  proxies: z.optional(z.array(proxySchema)),
  silence: z.optional(z.strictObject({ openedAt: instantSchema, closesAt: instantSchema })),
  castingVote: z.optional(z.enum(['yes', 'no'])),
  seed: z.optional(z.int().check(z.nonnegative())),
  ballots: z.array(ballotSchema),
});
/**
 * Everything a verdict is computed from. `on` picks the version of the rule in force; `now` is the instant of the
 * computation (needed by a silence procedure only; a ballot without `at` is in time). `present` lists the members who
 * attend themselves or by a deputy; whoever has a counted ballot, or is represented by a holder who attends, is present
 * as well.
 */
export type DecisionCase = z.infer<typeof caseSchema>;
