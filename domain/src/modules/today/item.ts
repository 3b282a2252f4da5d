import type { Actor, Language, Registry, View } from '@tablee/domain/kernel';
import type { HeldNote } from '../conversation/index.ts';
import type { Place, Room } from '../partnership/index.ts';
import type { Sentence } from '../sentence/index.ts';
import type { Action } from './word.ts';

/** One thing that waits for somebody. */
export interface TodayItem {
  /** What kind of thing it is, stable: the key of its sentence without the area. */
  readonly kind: string;
  /** The entity to open; empty for a page as a whole. */
  readonly entity: string;
  readonly room: Room | Place;
  readonly sentence: Sentence;
  readonly action: Action;
  /** The verb on the button, in the reader's language. */
  readonly verb: string;
  /** The day (ISO) by which, when there is one. */
  readonly due: string | undefined;
  /** The circle that reads the thing, where it must be said: that of a shared conversation. */
  readonly circle?: string | undefined;
}

/** For whom and when today is computed. */
export interface Asking {
  readonly view: View;
  readonly me: Pick<Actor, 'id' | 'organisation' | 'roles'>;
  /** The instant, ISO 8601 UTC. */
  readonly now: string;
  /** The day in the partnership's zone, `YYYY-MM-DD`. */
  readonly today: string;
  readonly lang: Language;
  /** The reader's own private notes, when the device holds them. */
  readonly notes: readonly HeldNote[];
  /** The declarations, which name what is in conflict; a device shows the page before it has them. */
  readonly nouns: Registry | undefined;
}

/** Finds what waits for somebody in one area. */
export type Source = (asking: Asking) => readonly TodayItem[];
