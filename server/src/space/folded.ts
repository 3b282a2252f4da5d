import {
  type Actor,
  actorOf,
  changesCircles,
  type Entity,
  emptyState,
  emptyVisibility,
  evolve,
  follow,
  KERNEL_FORMAT,
  type Narrowing,
  type Registry,
  SNAPSHOT_FORMAT,
  type State,
  type Visibility,
} from '@tablee/domain/kernel';
import { type Head, isWhole, type KeptState, type LedgerEvent } from '../ledger/port.ts';
import type { Shelter } from './shelter.ts';

/** A space held in memory: what is durable and nothing more. */
export interface Folded {
  readonly space: string;
  readonly state: State;
  /** Which events a reader may see; kept beside the state, since it would tell outsiders too much in it. */
  readonly visibility: Visibility;
  /** Members and named circles alone: asking who somebody is must not walk through everything. */
  readonly membership: Map<string, Entity>;
  /** Whose words are kept from everybody else. */
  shelter: Shelter;
  /** Who somebody is here, as long as no member and no circle changes: every request asks. */
  readonly actors: Map<string, Actor>;
  head: Head;
  /** About how much memory it takes. */
  bytes: number;
  /** The seq of the state that was last kept in the store. */
  keptAt: number;
}

/** What one event adds to the memory of a space, about. */
const EVENT_BYTES = 400;

/** What makes a kept state: another format or version of a declaration means folding again. */
export const makerOf = (nouns: Registry): string =>
  [
    `kernel ${KERNEL_FORMAT}.${SNAPSHOT_FORMAT}`,
    ...[...nouns.declarations.values()].map(({ name, version }) => `${name} ${version}`).sort(),
  ].join(', ');

const followMembership = ({ membership, state, actors }: Folded, id: string): void => {
  actors.clear();
  const entity = state.entities.get(id);
  if (entity === undefined) membership.delete(id);
  else membership.set(id, entity);
};

/** The person as an actor of the space; `undefined` when they are not (or no longer) a member. */
export const actorIn = ({ membership, actors }: Folded, person: string): Actor | undefined => {
  const held = actors.get(person);
  if (held !== undefined) return held;
  const actor = actorOf(membership, person);
  if (actor !== undefined) actors.set(person, actor);
  return actor;
};

/** Folds events in their order, in place. */
export const foldInto = (nouns: Registry, folded: Folded, events: readonly LedgerEvent[]): void => {
  for (const event of events) {
    if (isWhole(event)) {
      evolve(nouns, folded.state, event);
      if (changesCircles(event.type)) followMembership(folded, event.entity);
      follow(folded.visibility, event);
    } else folded.state.seq = event.seq;
    folded.bytes += EVENT_BYTES;
  }
};

interface Kept {
  readonly entities: readonly Entity[];
  readonly narrowings: readonly (readonly [string, Narrowing[]])[];
  readonly leaving: readonly (readonly [string, { seq: number; circle: string }])[];
}

/** The text of a state to keep. */
export const keepable = (nouns: Registry, folded: Folded): KeptState => ({
  seq: folded.state.seq,
  maker: makerOf(nouns),
  text: JSON.stringify({
    entities: [...folded.state.entities.values()],
    narrowings: [...folded.visibility.narrowings],
    leaving: [...folded.visibility.leaving],
  } satisfies Kept),
});

/** A space from its kept state, or from nothing when there is none that this program made. */
export const openKept = (
  nouns: Registry,
  { space, head, shelter }: Pick<Folded, 'space' | 'head' | 'shelter'>,
  kept: KeptState | undefined,
): Folded => {
  const empty = {
    space,
    head,
    shelter,
    state: emptyState(),
    visibility: emptyVisibility(),
    membership: new Map<string, Entity>(),
    actors: new Map<string, Actor>(),
    bytes: 2_000,
    keptAt: 0,
  };
  if (kept === undefined || kept.maker !== makerOf(nouns) || kept.seq > head.seq) return empty;
  // Only keepable() writes this text, and its maker has just been compared.
  const held = JSON.parse(kept.text) as Kept;
  const isMembership = ({ type }: Entity): boolean => type === 'member' || type === 'circle';
  return {
    ...empty,
    membership: new Map(held.entities.filter(isMembership).map((entity) => [entity.id, entity])),
    state: { entities: new Map(held.entities.map((entity) => [entity.id, entity])), seq: kept.seq },
    visibility: { narrowings: new Map(held.narrowings), leaving: new Map(held.leaving) },
    bytes: 2_000 + kept.text.length,
    keptAt: kept.seq,
  };
};
