import { type Circle, canRead, isWithin, type Reader } from './circle.ts';
import type { FeedEvent } from './event.ts';
import { verbOf } from './registry.ts';

/** A move into a circle that not all earlier readers read: what was written before it is withheld from those outside. */
export interface Narrowing {
  readonly seq: number;
  readonly circle: Circle;
}

/**
 * Which events a reader may see. Kept by the server beside the state (it would tell outsiders too much in it):
 * per entity, the moves into narrower circles.
 */
export interface Visibility {
  readonly narrowings: Map<string, Narrowing[]>;
  /** Where each record that was about to move lived: set by `left` and `withdrawn`, read by `stated`. */
  readonly leaving: Map<string, { readonly seq: number; readonly circle: Circle }>;
}

/** No move yet. */
export const emptyVisibility = (): Visibility => ({ narrowings: new Map(), leaving: new Map() });

/** Follows one event; call it for every event of the space in order. */
export const follow = (
  visibility: Visibility,
  event: Pick<FeedEvent, 'seq' | 'type' | 'entity' | 'circle'>,
): void => {
  const verb = verbOf(event.type);
  if (verb === 'left' || verb === 'withdrawn')
    visibility.leaving.set(event.entity, { seq: event.seq, circle: event.circle });
  if (verb !== 'stated') return;
  const from = visibility.leaving.get(event.entity);
  visibility.leaving.delete(event.entity);
  if (from === undefined || isWithin(from.circle, event.circle)) return;
  const held = visibility.narrowings.get(event.entity) ?? [];
  held.push({ seq: from.seq, circle: event.circle });
  visibility.narrowings.set(event.entity, held);
};

const hasNoContent = (type: string): boolean => ['left', 'withdrawn'].includes(verbOf(type));

/** True when the reader may see the event: they read its circle, and every narrower one its record moved to since. */
export const isVisible = (
  visibility: Visibility,
  reader: Reader,
  event: Pick<FeedEvent, 'seq' | 'type' | 'entity' | 'circle'>,
): boolean =>
  canRead(reader, event.circle) &&
  // What says that a record went stays in view whatever moves follow, or a device would keep the record.
  (hasNoContent(event.type) ||
    (visibility.narrowings.get(event.entity) ?? []).every(
      (move) => event.seq >= move.seq || canRead(reader, move.circle),
    ));
