import type { FileRef } from '@tablee/domain/kernel';
import { NOTE_FILES } from '@tablee/domain/modules/conversation';
import { useEffect, useState } from 'react';
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

/** A photo made small, without place or camera; a sound as it is; `undefined` for what is no picture that can be read. */
const made = async (file: File): Promise<File | undefined> =>
  file.type.startsWith('audio/') ? file : smallPicture(file);

const nothing = async (): Promise<readonly File[]> => [];

/**
 * Holds the photos and sounds of a note while it is written; `before` are those that it has, `coming` brings those that
 * another app shared (the same function each time).
 */
export const useNoteFiles = (before: readonly FileRef[] = [], coming = nothing): NoteFilesState => {
  const t = useText();
  const unkept = useUnkept();
  const [held, setHeld] = useState(before);
  const [fresh, setFresh] = useState<readonly File[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => {
    void coming()
      .then((files) => Promise.all(files.map(made)))
      .then((files) =>
        setFresh((all) => [...files.flatMap((file) => file ?? []), ...all].slice(0, NOTE_FILES)),
      );
  }, [coming]);
  return {
    held,
    fresh,
    said,
    add: async (files) => {
      setSaid('');
      for (const file of files) {
        const taken = await made(file);
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
