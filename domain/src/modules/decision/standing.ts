import type { Verdict } from '@tablee/domain/engines/decision';
import { isObject, type JsonObject } from '@tablee/domain/kernel';
import type { Decision, DecisionPosition } from './state.ts';

/** True when the position counts: confirmed for the organisation, and known to be its own. */
export const counts = (position: DecisionPosition): boolean =>
  position.standing === 'confirmed' && position.acknowledged;

/** True from the deadline's instant on. */
export const isOver = (state: Pick<Decision, 'deadline'>, now: string): boolean =>
  Date.parse(now) >= Date.parse(state.deadline.instant);

/** The verdict of a closed decision. */
export const verdictOf = (state: Decision): Verdict | undefined =>
  state.closed === null ? undefined : (state.closed.verdict as unknown as Verdict); // written by `asFacts` alone

/** The organisations that the frozen roll gives a voice: the decider checked it when the decision was opened. */
const voicesIn = (roll: JsonObject): readonly string[] => {
  const members = Array.isArray(roll['members']) ? roll['members'] : [];
  return members
    .filter(isObject)
    .filter((member) => member['voting'] !== false && member['vacant'] !== true)
    .map((member) => member['id'])
    .filter((id) => typeof id === 'string');
};

/** The organisations on the roll with a voice and no position that counts, in the order of the roll. */
export const awaited = (state: Decision): readonly string[] =>
  voicesIn(state.roll)
    .filter((id) => !state.recused.some((one) => one.organisation === id))
    .filter((id) => {
      const held = Object.hasOwn(state.positions, id) ? state.positions[id] : undefined;
      return held === undefined || !counts(held);
    });
