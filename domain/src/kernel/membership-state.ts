import { type Circle, CORE, PARTNERS, PUBLIC, SECRETARIAT } from './circle.ts';
import { type Json, own } from './json.ts';
import type { Actor, Role } from './policy.ts';
import { processState } from './process-state.ts';
import { type Entities, ofType, type Stamp } from './state.ts';

/** A member of a space, as the ledger knows them: no name, no address (those are in the vault). */
export type Member = {
  readonly roles: readonly Role[];
  readonly organisation?: string;
  readonly circles?: readonly string[];
  readonly until?: string;
  /** The stamp of the last joining; readers' lists written before it no longer count. */
  readonly since: Stamp;
  readonly active: boolean;
};

/** What the ledger holds of a member. */
export const memberState = processState<Member>('member');

/** A named circle: its list lives in it, only its readers change it. */
export type NamedCircle = {
  readonly purpose: 'group' | 'protected' | 'other';
  /** Person → stamp of the event that made them a reader. */
  readonly readers: { readonly [person: string]: Stamp };
  readonly name: Json;
};

/** What the ledger holds of a named circle. */
export const circleState = processState<NamedCircle>('circle');

/** A happened event of membership: the feed says `reset` to those whose circles it changes. */
export const changesCircles = (type: string): boolean =>
  type.startsWith('member.') || type.startsWith('circle.');

/** The member's state; `undefined` for somebody who never joined. */
export const memberOf = (entities: Entities, person: string): Member | undefined => {
  const entity = entities.get(person);
  return entity?.kind === 'process' && entity.type === 'member' ? memberState.read(entity.state) : undefined;
};

/** True when somebody listed at `added` is listed since they last joined. */
export const isSince = (since: Stamp, added: Stamp): boolean =>
  typeof since === 'string' || typeof added === 'string' ? typeof added === 'string' : added >= since;

/** The circles of a member: by role, and the named circles whose list has them since they last joined. */
const circlesOf = (entities: Entities, person: string, held: Member): Set<Circle> => {
  const circles = new Set<Circle>([PUBLIC, PARTNERS]);
  if (held.roles.includes('secretariat')) circles.add(SECRETARIAT);
  if (held.roles.includes('core')) circles.add(CORE);
  for (const named of held.circles ?? []) circles.add(named);
  for (const entity of ofType(entities, 'circle')) {
    if (entity.kind !== 'process') continue;
    const added = own(circleState.read(entity.state).readers, person);
    if (added !== undefined && isSince(held.since, added)) circles.add(entity.id);
  }
  return circles;
};

/** The person as an actor of this space; `undefined` when they are not (or no longer) a member. */
export const actorOf = (entities: Entities, person: string): Actor | undefined => {
  const held = memberOf(entities, person);
  if (held === undefined || !held.active) return undefined;
  return {
    id: person,
    roles: new Set(held.roles),
    circles: circlesOf(entities, person, held),
    ...(held.organisation === undefined ? {} : { organisation: held.organisation }),
  };
};

/** The system, when time acts: reads every circle named, and decides on the same restricted view as anybody. */
export const systemActor = (entities: Entities): Actor => {
  const circles = new Set<Circle>([PUBLIC, PARTNERS, CORE, SECRETARIAT]);
  for (const entity of ofType(entities, 'circle')) circles.add(entity.id);
  return { id: 'system', roles: new Set(['system']), circles };
};

/** The active members who read a circle. */
export const readersOf = (entities: Entities, of: Circle): readonly string[] => {
  const found: string[] = [];
  for (const entity of ofType(entities, 'member'))
    if (actorOf(entities, entity.id)?.circles.has(of)) found.push(entity.id);
  return found.sort();
};
