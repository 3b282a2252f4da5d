import {
  addRecord,
  type Circle,
  type Command,
  type FileRef,
  file,
  isObject,
  type Json,
  type Ticket,
} from '@tablee/domain/kernel';
import { addMonths } from '../reading/index.ts';
import { conversation } from './conversation.ts';

const FILE = file();

/** How many photos and sounds a note takes. */
export const NOTE_FILES = 10;

/** For how many months a private note is kept unless its author says otherwise. */
export const NOTE_MONTHS = 12;

/**
 * A conversation readable by its author alone: the `value` of a personal item of kind `conversation`. It is not
 * in the ledger, and can be deleted without trace.
 */
export type ConversationNote = {
  /** With whom, as the author writes it; 300 characters at most. */
  readonly withName: string;
  readonly organisation?: string | undefined;
  readonly person?: string | undefined;
  /** The day of the conversation. */
  readonly on: string;
  /** 5,000 characters at most. */
  readonly text: string;
  readonly lang: string;
  readonly followUp?: string | undefined;
  /** True once the author has said that the follow-up is done. */
  readonly followedUp?: boolean | undefined;
  /** Photos and sounds, {@link NOTE_FILES} at most; they are where the note is, and go with it. */
  readonly files?: readonly FileRef[] | undefined;
  /** The day after which the note is deleted. */
  readonly expires: string;
};

type Reader<T> = (value: unknown) => value is T;

const matching =
  (form: RegExp): Reader<string> =>
  (value): value is string =>
    typeof value === 'string' && form.test(value);

const isDay = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const isId = matching(/^[a-z0-9][a-z0-9-]{0,39}$/);
const isLanguage = matching(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
/** Absent, or of the form. */
const maybe =
  <T>(is: Reader<T>): Reader<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || is(value);

const isFiles = (value: unknown): value is readonly FileRef[] =>
  Array.isArray(value) && value.length <= NOTE_FILES && value.every((each) => FILE.is(each));

const isNote = (value: unknown): value is ConversationNote =>
  isObject(value) &&
  matching(/^\s*\S[^]{0,299}$/)(value['withName']) &&
  maybe(isId)(value['organisation']) &&
  maybe(isId)(value['person']) &&
  isDay(value['on']) &&
  matching(/^[^]{0,5000}$/)(value['text']) &&
  isLanguage(value['lang']) &&
  maybe(isDay)(value['followUp']) &&
  maybe(isFlag)(value['followedUp']) &&
  maybe(isFiles)(value['files']) &&
  isDay(value['expires']);

/** Reads a private note; `undefined` for anything else. Written out by hand, since the first page reads
 * notes and needs no schema for anything else. */
export const readNote = (value: Json | undefined): ConversationNote | undefined =>
  isNote(value) ? known(value) : undefined;

/** A note as a personal item keeps it: what is not said is left out. */
export const noteValue = (note: ConversationNote): Json =>
  Object.fromEntries(
    Object.entries(note).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** The note alone, whatever else stood beside it. */
const known = ({ withName, on, text, lang, expires, ...rest }: ConversationNote): ConversationNote => ({
  withName: withName.trim(),
  on,
  text,
  lang,
  expires,
  ...(rest.organisation === undefined ? {} : { organisation: rest.organisation }),
  ...(rest.person === undefined ? {} : { person: rest.person }),
  ...(rest.followUp === undefined ? {} : { followUp: rest.followUp }),
  ...(rest.followedUp === undefined ? {} : { followedUp: rest.followedUp }),
  ...(rest.files === undefined ? {} : { files: rest.files }),
});

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

/**
 * The command that shares the words of a note with a circle: a deliberate act, after which others may hold copies. Its
 * photos and sounds stay with its author.
 */
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
