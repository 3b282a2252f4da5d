import {
  type ConversationNote,
  type HeldNote,
  noteValue,
  readNote,
} from '@tablee/domain/modules/conversation';
import { useMemo } from 'react';
import { useOpenSpace, usePersonal } from '../sync/use-space.ts';

/** My own notes of conversations in this space, readable by me alone. */
export const useNotes = (): readonly HeldNote[] => {
  const items = usePersonal();
  return useMemo(
    () =>
      items.flatMap(({ id, kind, value }): readonly HeldNote[] => {
        const note = kind === 'conversation' ? readNote(value) : undefined;
        return note === undefined ? [] : [{ id, note }];
      }),
    [items],
  );
};

/** How notes are written: on this device at once, also without a network. */
export interface NoteKeeper {
  /** Keeps a new note, or a new version of the one with this id. */
  keep(note: ConversationNote, id?: string): Promise<string>;
  /** Deletes a note without trace. */
  drop(id: string): Promise<void>;
}

/** The way to write notes. */
export const useNoteKeeper = (): NoteKeeper => {
  const { personal } = useOpenSpace();
  return {
    keep: (note, id) => personal.put('conversation', noteValue(note), note.expires, id),
    drop: (id) => personal.drop(id),
  };
};
