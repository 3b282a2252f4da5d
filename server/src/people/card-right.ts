import {
  type Actor,
  type Circle,
  CORE,
  type Entities,
  KEEPERS,
  memberOf,
  PARTNERS,
  PUBLIC,
  SECRETARIAT,
} from '@tablee/domain/kernel';
import type { Card, PeopleStore } from './port.ts';
import { type Refused, refused } from './refusal.ts';
import type { SpaceDesk } from './space-desk.ts';

/** Marks the card of somebody who was invited and has not come yet: the whole secretariat sees it. */
export const INVITED = 'invitation';

/** Oneself, the secretariat for members and guests, and whoever wrote the card of somebody without account. */
export const mayWrite = (entities: Entities, by: Actor, card: Card): boolean => {
  if (card.id === by.id) return true;
  const isMember = memberOf(entities, card.id) !== undefined;
  if (by.roles.has('secretariat') && (isMember || card.purpose === INVITED)) return true;
  return card.addedBy === by.id && card.account === undefined;
};

/** Members are known to all; others only to whoever wrote them down. */
const mayKnow = (entities: Entities, by: Actor, card: Card): boolean =>
  memberOf(entities, card.id) !== undefined || card.addedBy === by.id;

/** What rights are looked up in. */
interface RightTools {
  readonly store: PeopleStore;
  readonly spaces: SpaceDesk;
}

/** The card, for whoever may write it: others are told no more of it than they know. */
export const permitted = async (
  { store, spaces }: RightTools,
  space: string,
  by: Actor,
  person: string,
): Promise<Card | Refused> => {
  const card = await store.cards.byId(space, person);
  const entities = await spaces.read(space);
  if (card === undefined || entities === undefined || card.erased !== undefined) return refused('NotFound');
  return mayWrite(entities, by, card)
    ? card
    : refused(mayKnow(entities, by, card) ? 'NotAllowed' : 'NotFound');
};

/** The circles in which `by` looks after whoever is named: all of theirs, for a coordinator those of their groups. */
const keptBy = (by: Actor): ReadonlySet<Circle> => {
  if (KEEPERS.some((role) => by.roles.has(role))) return by.circles;
  return new Set(
    by.roles.has('coordinator') ? [...by.circles].filter((circle) => !EVERYBODYS.has(circle)) : [],
  );
};

/** Circles that are no group's own. */
const EVERYBODYS: ReadonlySet<Circle> = new Set([PUBLIC, PARTNERS, CORE, SECRETARIAT]);

/**
 * The card, for whoever may put its person in safety. In danger nobody waits for whoever wrote it: those who keep the
 * partnership may protect anybody of whom they read, and who coordinates a group anybody named in its own circle.
 */
export const protectable = async (
  tools: RightTools,
  space: string,
  by: Actor,
  person: string,
): Promise<Card | Refused> => {
  const found = await permitted(tools, space, by, person);
  const circles = keptBy(by);
  if (!('ok' in found) || circles.size === 0) return found;
  const card = await tools.store.cards.byId(space, person);
  if (card === undefined || card.erased !== undefined) return found;
  const traces = await tools.spaces.traces(space, { circles }, { id: person, name: undefined });
  return traces?.isNamed ? card : found;
};
