import { type Actor, KEEPERS, PARTNER_ROLES } from '@tablee/domain/kernel';

/**
 * Whether an actor speaks for an organisation (`itself`: one of its own people, or the system when it passes on the
 * answer of a personal link), enters it for them (`behalf`: a keeper of the thread), or neither.
 */
export const voiceOf = (actor: Actor, organisation: string): 'itself' | 'behalf' | undefined => {
  if (actor.roles.has('system')) return 'itself';
  if (actor.organisation === organisation && PARTNER_ROLES.some((role) => actor.roles.has(role)))
    return 'itself';
  return KEEPERS.some((role) => actor.roles.has(role)) ? 'behalf' : undefined;
};
