import type { Language } from '@tablee/domain/kernel';
import type { Place, Room } from '../partnership/index.ts';

/** Something that is open and could go on the next agenda. */
export interface OpenPoint {
  readonly kind:
    | 'flag'
    | 'notReached'
    | 'objection'
    | 'decision'
    | 'review'
    | 'overdue'
    | 'voice'
    | 'context'
    | 'minutes'
    | 'actions'
    | 'request';
  /** The entity it comes from: what `agendaItem.from` takes. */
  readonly from: string;
  /** A title for the agenda, in the reader's language. */
  readonly title: string;
  readonly wanted: 'inform' | 'discuss' | 'decide';
  /** The page where it can be read before it is put on the agenda. */
  readonly room: Room | Place;
  /** How long it usually takes, in minutes. */
  readonly minutes: number;
}

/** A point before it is known where it stands and how long it takes. */
export type FoundPoint = Pick<OpenPoint, 'kind' | 'from' | 'title' | 'wanted'>;

/** For when and in which language open points are looked for. */
export interface OpenAsked {
  /** The instant, ISO 8601 UTC. */
  readonly now: string;
  /** The day in the partnership's zone, `YYYY-MM-DD`. */
  readonly today: string;
  readonly lang: Language;
}
