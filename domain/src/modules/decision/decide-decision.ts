import { type Rule, ruleInForce } from '@tablee/domain/engines/decision';
import {
  type Context,
  isJsonObject,
  type Json,
  type JsonObject,
  type Refusal,
  refuse,
  type View,
} from '@tablee/domain/kernel';
import type { Sector } from '../actor/index.ts';
import { CONSENSUS, rollOf, rollOfBody, ruleInUse, ruleOfBody } from '../governance/index.ts';
import { voiceOf } from '../voice.ts';
import { type Channel, type ConfirmedHow, firmnessIn, type PositionStanding } from '../wording/index.ts';
import { asFacts, decidedAt, rollIn, ruleOf, type TieBreak } from './case.ts';
import { awaited, counts, isOver, verdictOf } from './standing.ts';
import type { Deadline, Decision, DecisionRefusal, DecisionStance } from './state.ts';

/** What opens a decision. */
export interface Opening {
  readonly question: string;
  readonly options?: readonly string[] | undefined;
  readonly background?: string | undefined;
  readonly text?: { readonly entity: string; readonly version: number } | undefined;
  readonly rule?: string | undefined;
  readonly body?: string | undefined;
  readonly organisations?: readonly { readonly organisation: string; readonly sector: Sector }[] | undefined;
  readonly proposers?: readonly string[] | undefined;
  readonly meeting?: string | undefined;
  readonly deadline: Deadline;
}

/** What an organisation says. */
export interface Taking {
  readonly organisation: string;
  readonly stance: DecisionStance;
  readonly standing: PositionStanding;
  readonly channel: Channel;
  readonly person?: string | undefined;
  readonly reason?: string | undefined;
  readonly lift?: string | undefined;
  readonly proof?: string | undefined;
  readonly clearWith?: string | undefined;
  readonly clearUntil?: string | undefined;
  readonly confirmedBy?: string | undefined;
  readonly confirmedHow?: ConfirmedHow | undefined;
  readonly confirmedOn?: string | undefined;
}

type Parts = { readonly [part: string]: Json };
type Events<V extends string, F extends JsonObject> = {
  readonly ok: true;
  readonly events: readonly { readonly verb: V; readonly facts: F; readonly parts: Parts }[];
};

const no = (code: DecisionRefusal, detail?: Json): Refusal => refuse<DecisionRefusal>(code, detail);

/** Members must be plain facts: what is left out is not there. */
const facts = (value: object): JsonObject => {
  const plain: unknown = Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined));
  if (!isJsonObject(plain)) throw new Error('facts are plain data');
  return plain;
};

const parts = (texts: { readonly [part: string]: string | undefined }): Parts =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );

const ruleFor = (opening: Opening, view: View): Rule | undefined => {
  if (opening.rule !== undefined) return ruleInUse(view, opening.rule);
  return opening.body === undefined ? CONSENSUS : ruleOfBody(view, opening.body);
};

/** The facts of an opening: rule and roll are frozen as they stand. */
export type Opened = {
  readonly rule: JsonObject;
  readonly roll: JsonObject;
  readonly deadline: Deadline;
  readonly proposers: string[];
  readonly text?: { readonly entity: string; readonly version: number };
  readonly body?: string;
  readonly meeting?: string;
};

/** DCS-1, DCS-2: freezes rule and roll, and refuses what the rule itself would not admit. */
export const open = (
  opening: Opening,
  view: View,
  context: Context,
): { readonly ok: true; readonly facts: Opened; readonly parts: Parts } | Refusal => {
  if (isOver(opening, context.now)) return no('DeadlinePassed', { wayOn: 'laterDeadline' });
  const day = opening.deadline.instant.slice(0, 10);
  const rule = ruleFor(opening, view);
  if (rule === undefined || !ruleInForce([rule], day).ok) return no('NoRuleInForce', { wayOn: 'adoptRule' });
  const roll =
    opening.body === undefined
      ? rollOf((opening.organisations ?? []).map((one) => ({ ...one, seats: 1, voting: true })))
      : rollOfBody(view, opening.body, context.now.slice(0, 10));
  if (roll === undefined || roll.members.length === 0) return no('NoRoll', { wayOn: 'nameOrganisations' });
  const frozen = {
    rule: facts(rule),
    roll: facts(roll),
    deadline: opening.deadline,
    proposers: [...(opening.proposers ?? [])],
  };
  const trial = decidedAt({ ...frozen, positions: {}, recused: [], openedAt: context.now }, context.now);
  if (!trial.ok)
    return no('NotAdmissible', { wayOn: 'correctRule', problems: trial.problems.map(({ path }) => path) });
  if (trial.verdict.outcome === 'inadmissible')
    return no('NotAdmissible', {
      wayOn: 'laterDeadline',
      tests: asFacts(trial.verdict)['preconditions'] ?? [],
    });
  const options = Object.fromEntries(
    (opening.options ?? []).map((option, index) => [`option${index + 1}`, option]),
  );
  return {
    ok: true,
    facts: {
      ...frozen,
      ...(opening.text === undefined ? {} : { text: opening.text }),
      ...(opening.body === undefined ? {} : { body: opening.body }),
      ...(opening.meeting === undefined ? {} : { meeting: opening.meeting }),
    },
    parts: parts({ question: opening.question, background: opening.background, ...options }),
  };
};

/** Refused when nothing can be said any more: `Closed`, with a way on. */
const closedTo = (state: Decision, now: string): Refusal | undefined =>
  state.closed !== null || state.withdrawn !== null || isOver(state, now)
    ? no('Closed', { deadline: state.deadline, wayOn: 'writeToSecretariat' })
    : undefined;

/** A block always says why; an objection does where the silence procedure asks for it. */
const needsReason = (state: Decision, stance: DecisionStance): boolean =>
  stance === 'block' ||
  (stance === 'no' &&
    ruleOf(state).steps.some((step) => step.kind === 'silence' && step.objectionNeedsReason === true));

/** DCS-3 to DCS-6: a position, in time, by somebody entitled, with the reason that a block owes. */
export const take = (
  state: Decision,
  taking: Taking,
  context: Context,
): Events<'positionTaken', Taken> | Refusal => {
  const late = closedTo(state, context.now);
  if (late !== undefined) return late;
  const voice = voiceOf(context.actor, taking.organisation);
  if (voice === undefined) return no('NotYourOrganisation', { wayOn: 'askOrganisation' });
  const member = rollIn(state).members.find((one) => one.id === taking.organisation);
  if (member === undefined || member.voting === false || member.vacant)
    return no('NotEntitled', { wayOn: 'writeToSecretariat' });
  if (state.recused.some((one) => one.organisation === taking.organisation)) return no('Recused');
  if (needsReason(state, taking.stance) && taking.reason === undefined)
    return no('ReasonMissing', { wayOn: 'giveReason' });
  const { organisation, stance, standing, channel, person, proof } = taking;
  const firmness = firmnessIn(taking);
  const said = {
    organisation,
    stance,
    standing,
    channel,
    onBehalf: voice === 'behalf',
    reasoned: taking.reason !== undefined,
    ...(person === undefined ? {} : { person }),
    ...(proof === undefined ? {} : { proof }),
    ...firmness.facts,
  };
  return {
    ok: true,
    events: [
      {
        verb: 'positionTaken',
        facts: said,
        parts: { ...parts({ reason: taking.reason, lift: taking.lift }), ...firmness.parts },
      },
    ],
  };
};

/** The facts of a position. */
type Taken = {
  readonly organisation: string;
  readonly stance: DecisionStance;
  readonly standing: PositionStanding;
  readonly channel: Channel;
  readonly onBehalf: boolean;
  readonly reasoned: boolean;
  readonly person?: string;
  readonly proof?: string;
  readonly clearUntil?: string;
  readonly confirmedHow?: ConfirmedHow;
  readonly confirmedOn?: string;
};

/** DCS-7: only the organisation itself confirms what was entered for it. */
export const confirm = (
  state: Decision,
  organisation: string,
  context: Context,
): Events<'positionConfirmed', { readonly organisation: string }> | Refusal => {
  const late = closedTo(state, context.now);
  if (late !== undefined) return late;
  if (voiceOf(context.actor, organisation) !== 'itself')
    return no('NotYourOrganisation', { wayOn: 'askOrganisation' });
  const held = Object.hasOwn(state.positions, organisation) ? state.positions[organisation] : undefined;
  if (held === undefined || counts(held)) return no('NothingToConfirm');
  return { ok: true, events: [{ verb: 'positionConfirmed', facts: { organisation }, parts: {} }] };
};

/** DCS-14: a position that does not count yet is open again; one that counts stays with the organisation. */
export const release = (
  state: Decision,
  organisation: string,
  context: Context,
): Events<'positionReleased', { readonly organisation: string }> | Refusal => {
  const late = closedTo(state, context.now);
  if (late !== undefined) return late;
  if (voiceOf(context.actor, organisation) === undefined)
    return no('NotYourOrganisation', { wayOn: 'askOrganisation' });
  const held = Object.hasOwn(state.positions, organisation) ? state.positions[organisation] : undefined;
  if (held === undefined) return { ok: true, events: [] };
  if (counts(held)) return no('PositionStands');
  return { ok: true, events: [{ verb: 'positionReleased', facts: { organisation }, parts: {} }] };
};

/** DCS-8: an organisation with an interest leaves this decision; the base of the count changes. */
export const recuse = (
  state: Decision,
  organisation: string,
  reason: string | undefined,
  context: Context,
): Events<'recused', { readonly organisation: string }> | Refusal => {
  const late = closedTo(state, context.now);
  if (late !== undefined) return late;
  if (voiceOf(context.actor, organisation) === undefined)
    return no('NotYourOrganisation', { wayOn: 'askOrganisation' });
  if (!rollIn(state).members.some((one) => one.id === organisation)) return no('NotEntitled');
  if (state.recused.some((one) => one.organisation === organisation)) return { ok: true, events: [] };
  return { ok: true, events: [{ verb: 'recused', facts: { organisation }, parts: parts({ reason }) }] };
};

/** DCS-9: the deadline moves with a reason, to a time that is still to come. */
export const move = (
  state: Decision,
  to: Deadline,
  reason: string,
  context: Context,
): Events<'deadlineMoved', { readonly deadline: Deadline }> | Refusal => {
  const late = closedTo(state, context.now);
  if (late !== undefined) return late;
  if (isOver({ deadline: to }, context.now)) return no('DeadlinePassed', { wayOn: 'laterDeadline' });
  return { ok: true, events: [{ verb: 'deadlineMoved', facts: { deadline: to }, parts: parts({ reason }) }] };
};

/** DCS-10, DCS-11: closes with the engine's verdict: at the deadline, in the meeting, or once everybody has spoken. */
export const close = (
  state: Decision,
  tie: TieBreak,
  context: Context,
):
  | Events<
      'closed',
      { readonly verdict: JsonObject; readonly castingVote?: 'yes' | 'no'; readonly seed?: number }
    >
  | Refusal => {
  const again =
    verdictOf(state)?.outcome === 'tie' && (tie.castingVote !== undefined || tie.seed !== undefined);
  if (state.withdrawn !== null || (state.closed !== null && !again))
    return no('Closed', { wayOn: 'openAnother' });
  const waiting = awaited(state);
  if (!isOver(state, context.now) && state.meeting === null && waiting.length > 0)
    return no('StillOpen', { wayOn: 'waitOrRemind', awaited: waiting, deadline: state.deadline });
  const decided = decidedAt(state, context.now, tie);
  if (!decided.ok) return no('NotAdmissible', { problems: decided.problems.map(({ path }) => path) });
  if (decided.verdict.outcome === 'pending' && !isOver(state, context.now))
    return no('StillOpen', { wayOn: 'waitOrRemind', deadline: state.deadline });
  const { castingVote, seed } = tie;
  const said = {
    verdict: asFacts(decided.verdict),
    ...(castingVote === undefined ? {} : { castingVote }),
    ...(seed === undefined ? {} : { seed }),
  };
  return { ok: true, events: [{ verb: 'closed', facts: said, parts: {} }] };
};
