import type { FileRef } from '@tablee/domain/kernel';
import { NOTE_FILES } from '@tablee/domain/modules/conversation';
import { useState } from 'react';
import { smallPicture } from '../file/small-picture.ts';
import { useUnkept } from '../file/use-keep-file.ts';
import { useText } from '../locale/use-text.tsx';
import { keepFile } from '../sync/keep-file.ts';
import type { Shelf } from '../sync/shelf.ts';

/** The photos and sounds of a note that is being written. */
export interface NoteFilesState {
  /** Those that the note has already. */
  readonly held: readonly FileRef[];
  /** Those that were taken or chosen since. */
  readonly fresh: readonly File[];
  /** What happened to the last one, in words; empty when all is well. */
  readonly said: string;
  /** Adds photos, made small and without place or camera, and sounds. */
  add(files: readonly File[]): Promise<void>;
  remove(file: FileRef | File): void;
  /** Keeps all of them on this device for the note, before the note; answers how it names them, or a sentence. */
  keep(shelf: Shelf, space: string, item: string): Promise<readonly FileRef[] | string>;
}

/** Holds the photos and sounds of a note while it is written; `before` are those that it has. */
export const useNoteFiles = (before: readonly FileRef[] = []): NoteFilesState => {
  const t = useText();
  const unkept = useUnkept();
  const [held, setHeld] = useState(before);
  const [fresh, setFresh] = useState<readonly File[]>([]);
  const [said, setSaid] = useState('');
  return {
    held,
    fresh,
    said,
    add: async (files) => {
      setSaid('');
      for (const file of files) {
        const taken = file.type.startsWith('audio/') ? file : await smallPicture(file);
        if (taken === undefined) setSaid(t('file.unreadable', { name: file.name }));
        else setFresh((all) => [...all, taken].slice(0, Math.max(0, NOTE_FILES - held.length)));
      }
    },
    remove: (file) => {
      setHeld((all) => all.filter((each) => each !== file));
      setFresh((all) => all.filter((each) => each !== file));
    },
    keep: async (shelf, space, item) => {
      const kept: FileRef[] = [];
      for (const file of fresh) {
        const taken = await keepFile(shelf, space, { item }, file);
        if (!taken.ok) return `${file.name} : ${unkept(taken.code)}`;
        kept.push(taken.ref);
      }
      const all = [...held, ...kept];
      // The same photo twice is one file.
      return all.filter(({ hash }, at) => all.findIndex((each) => each.hash === hash) === at);
    },
  };
};
