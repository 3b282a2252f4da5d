import { addRecord, type Circle, type Command, type Json, type Ticket } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, idFact, languageFact } from '../fact.ts';
import { addMonths } from '../reading/index.ts';
import { conversation } from './conversation.ts';

/** For how many months a private note is kept unless its author says otherwise. */
export const NOTE_MONTHS = 12;

const note = z.object({
  /** With whom, as the author writes it. */
  withName: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
  organisation: z.optional(idFact),
  person: z.optional(idFact),
  /** The day of the conversation. */
  on: dayFact,
  text: z.string().check(z.maxLength(5_000)),
  lang: languageFact,
  followUp: z.optional(dayFact),
  /** True once the author has said that the follow-up is done. */
  followedUp: z.optional(z.boolean()),
  /** The day after which the note is deleted. */
  expires: dayFact,
});

/**
 * A conversation readable by its author alone: the `value` of a personal item of kind `conversation`. It is not
 * in the ledger, and can be deleted without trace.
 */
export type ConversationNote = z.infer<typeof note>;

/** Reads a private note; `undefined` for anything else. */
export const readNote = (value: Json | undefined): ConversationNote | undefined => {
  const parsed = note.safeParse(value);
  return parsed.success ? parsed.data : undefined;
};

/** A new private note of today (`YYYY-MM-DD`), kept for {@link NOTE_MONTHS} months. */
export const newNote = (withName: string, text: string, lang: string, today: string): ConversationNote => ({
  withName,
  text,
  lang,
  on: today,
  expires: addMonths(today, NOTE_MONTHS),
});

/** What a shared conversation needs beside the note. */
export interface Sharing {
  /** The id of the new record: another one than the note's, so that the two cannot be linked. */
  readonly entity: string;
  readonly circle: Circle;
  /** The person who shares it. */
  readonly by: string;
}

/** The command that shares a note with a circle: a deliberate act, after which others may hold copies. */
export const shareNote = (ticket: Ticket, shared: ConversationNote, sharing: Sharing): Command =>
  addRecord(
    ticket,
    conversation.name,
    { entity: sharing.entity, circle: sharing.circle },
    {
      withName: shared.withName,
      by: sharing.by,
      on: shared.on,
      expires: shared.expires,
      ...(shared.text.trim() === '' ? {} : { text: { lang: shared.lang, text: shared.text } }),
      ...(shared.organisation === undefined ? {} : { organisation: shared.organisation }),
      ...(shared.person === undefined ? {} : { person: shared.person }),
      ...(shared.followUp === undefined ? {} : { followUp: shared.followUp }),
    },
  );
