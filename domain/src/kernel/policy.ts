import type { Circle, Reader } from './circle.ts';

/** The roles within a space. A platform's steward has none of them by being steward. */
export const ROLES = [
  'secretariat',
  'core',
  'chair',
  'leader',
  'focal',
  'deputy',
  'coordinator',
  'observer',
  'helper',
] as const;
/** A role within a space. */
export type Role = (typeof ROLES)[number];

/** Who acts: a member of the space, or the system at a due date. Taken from the session, never from the command. */
export interface Actor extends Reader {
  /** The member's id in this space (a person id), or `system`. */
  readonly id: string;
  readonly roles: ReadonlySet<Role | 'system'>;
  /** The organisation (entity id of an actor record) for which the member is here. */
  readonly organisation?: string;
}

/** Who may issue a command: one of the roles; with `own`, those of `owners` only for their own organisation or person. */
export interface Permission {
  readonly roles: readonly (Role | 'system')[];
  /** These roles too, where the thing belongs to their organisation (or to themselves). */
  readonly own?: readonly Role[];
}

/** Those who write in a partnership: all but observers. */
export const WRITERS: readonly Role[] = [
  'secretariat',
  'core',
  'chair',
  'leader',
  'focal',
  'deputy',
  'coordinator',
  'helper',
];
/** Those who speak for a partner organisation. */
export const PARTNER_ROLES: readonly Role[] = ['leader', 'focal', 'deputy'];
/** Those who keep the thread. */
export const KEEPERS: readonly Role[] = ['secretariat', 'core', 'chair'];

/** True when the permission lets the actor do it; `isOwn` says whether the thing belongs to the actor. */
export const isAllowed = (permission: Permission, actor: Actor, isOwn: boolean): boolean =>
  permission.roles.some((role) => actor.roles.has(role)) ||
  (isOwn && (permission.own ?? []).some((role) => actor.roles.has(role)));

/** One row of the policy table: printed in the documents and tested in full. */
export interface PolicyRow {
  readonly command: string;
  readonly circle: Circle;
  readonly permission: Permission;
}
