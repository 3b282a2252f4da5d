import { type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import { actor } from '../actor/index.ts';
import { daysBetween, lastDay, recordsIn } from '../reading/index.ts';
import { conversation } from './conversation.ts';
import type { ConversationNote } from './note.ts';

/** After how many days without word a partner counts as quiet. */
export const QUIET_DAYS = 90;

/** A conversation as lists show it, private or shared. */
export interface Talk {
  readonly id: string;
  readonly withName: string;
  readonly organisation: string | undefined;
  /** The day on which it took place, when known. */
  readonly on: string | undefined;
  readonly followUp: string | undefined;
  /** True when only its author can read it. */
  readonly mine: boolean;
  /** The circle that reads it; `undefined` for a private note. */
  readonly circle: string | undefined;
  /** The person who noted it; `undefined` for a private note, and where nobody is named. */
  readonly by: string | undefined;
}

/** A private note with the id of its personal item. */
export interface HeldNote {
  readonly id: string;
  readonly note: ConversationNote;
}

/** True when everything that a shared conversation said was erased. */
const isGone = (entity: RecordEntity): boolean =>
  entity.slots['withName']?.erased === true && entity.slots['text']?.value === undefined;

/** Shared conversations in the view and the reader's own private notes, latest first; follow-ups already done are dropped. */
export const talks = (view: View, notes: readonly HeldNote[] = []): readonly Talk[] => {
  const shared = recordsIn(view, 'conversation')
    .filter((entity) => !isGone(entity))
    .map(
      (entity): Talk => ({
        id: entity.id,
        withName: valueOf(conversation, entity, 'withName') ?? '',
        organisation: valueOf(conversation, entity, 'organisation'),
        on: valueOf(conversation, entity, 'on'),
        followUp: valueOf(conversation, entity, 'followUp'),
        mine: false,
        circle: entity.circle,
        by: valueOf(conversation, entity, 'by'),
      }),
    );
  const own = notes.map(
    ({ id, note }): Talk => ({
      id,
      withName: note.withName,
      organisation: note.organisation,
      on: note.on,
      followUp: note.followedUp === true ? undefined : note.followUp,
      mine: true,
      circle: undefined,
      by: undefined,
    }),
  );
  return [...shared, ...own].sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1));
};

/** The conversations whose follow-up day has come (`today` included), earliest first. */
export const followUpsDue = (view: View, today: string, notes: readonly HeldNote[] = []): readonly Talk[] =>
  talks(view, notes)
    .filter((talk) => talk.followUp !== undefined && lastDay(talk.followUp) <= today)
    .sort((a, b) => ((a.followUp ?? '') < (b.followUp ?? '') ? -1 : 1));

/** A partner with whom nobody whose notes are in view has spoken for long. */
export interface QuietContact {
  readonly organisation: string;
  readonly name: string;
  /** The last day of a conversation. */
  readonly last: string;
  readonly days: number;
}

/**
 * Partners gone quiet: spoken with before, and not within `quiet` days. Those never spoken with are not listed:
 * silence of the record is not silence of the partner.
 */
export const quietContacts = (
  view: View,
  today: string,
  notes: readonly HeldNote[] = [],
  quiet = QUIET_DAYS,
): readonly QuietContact[] => {
  const last = new Map<string, string>();
  for (const talk of talks(view, notes))
    if (talk.organisation !== undefined && talk.on !== undefined) {
      const day = lastDay(talk.on);
      if (day > (last.get(talk.organisation) ?? '')) last.set(talk.organisation, day);
    }
  return recordsIn(view, 'actor')
    .flatMap((entity): QuietContact[] => {
      const day = last.get(entity.id);
      const days = day === undefined ? 0 : daysBetween(day, today);
      if (day === undefined || days <= quiet) return [];
      return [{ organisation: entity.id, name: valueOf(actor, entity, 'name') ?? '', last: day, days }];
    })
    .sort((a, b) => b.days - a.days);
};
