import { MAX_FILE } from '@tablee/domain/file';
import type { FileRef } from '@tablee/domain/kernel';
import { useFormat, useText } from '../locale/use-text.tsx';
import { keepFile, type Unkept } from '../sync/keep-file.ts';
import { useOpenSpace } from '../sync/use-space.ts';

const MEGA = 1_000_000;

/** What became of a file that was chosen: how commands name it, or a sentence with the way on. */
export type Taken =
  | { readonly ok: true; readonly ref: FileRef }
  | { readonly ok: false; readonly why: string };

/** Sizes of files in the reader's words: « 1,2 Mo ». */
export const useSize = (): ((bytes: number) => string) => {
  const t = useText();
  const format = useFormat();
  return (bytes) =>
    format.quantity(Math.max(0.1, Math.round((bytes / MEGA) * 10) / 10), t('record.megabyte'));
};

/** Why a file is not taken, and what to do about it. */
export const useUnkept = (): ((code: Unkept) => string) => {
  const t = useText();
  const size = useSize();
  return (code) => {
    switch (code) {
      case 'TooLarge':
        return t('file.too-large', { size: size(MAX_FILE) });
      case 'UnknownFileType':
        return t('file.unknown', { kinds: t('record.file-kinds') });
      case 'NoRoom':
        return t('file.no-room');
    }
  };
};

/**
 * Takes a file that was chosen for the readers of a circle: kept on this device at once, and sent before the first
 * command that names it.
 */
export const useKeepFile = (): ((circle: string, file: File) => Promise<Taken>) => {
  const { store, shelf } = useOpenSpace();
  const unkept = useUnkept();
  return async (circle, file) => {
    const kept = await keepFile(shelf, store.space, { circle }, file);
    return kept.ok ? kept : { ok: false, why: unkept(kept.code) };
  };
};
