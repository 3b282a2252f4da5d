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

/** How many days before its end a private note says so. */
export const WARNING_DAYS = 30;

/** True when a note will be deleted within {@link WARNING_DAYS} days: its author is told, and may keep it longer. */
export const expiresSoon = (note: ConversationNote, today: string): boolean =>
  daysBetween(today, note.expires) <= WARNING_DAYS;

/** With whom talks took place, month by month. */
export interface Engagement {
  readonly organisation: string;
  readonly name: string;
  /** Talks in each of the last twelve months, the current one last. */
  readonly months: readonly number[];
  readonly total: number;
}

const MONTHS = 12;
const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** How often partners were spoken with over the last twelve months, by the notes in view; the most often first, those never spoken with left out. */
export const engagement = (
  view: View,
  today: string,
  notes: readonly HeldNote[] = [],
): readonly Engagement[] => {
  const counts = new Map<string, number[]>();
  for (const { organisation, on } of talks(view, notes)) {
    if (organisation === undefined || on === undefined) continue;
    const ago = monthNumber(today) - monthNumber(lastDay(on));
    if (ago < 0 || ago >= MONTHS) continue;
    const months = counts.get(organisation) ?? Array.from({ length: MONTHS }, () => 0);
    months[MONTHS - 1 - ago] = (months[MONTHS - 1 - ago] ?? 0) + 1;
    counts.set(organisation, months);
  }
  return recordsIn(view, 'actor')
    .flatMap((entity): Engagement[] => {
      const months = counts.get(entity.id);
      if (months === undefined) return [];
      const total = months.reduce((sum, month) => sum + month, 0);
      return [{ organisation: entity.id, name: valueOf(actor, entity, 'name') ?? '', months, total }];
    })
    .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
};
