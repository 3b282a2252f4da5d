import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type FileShelf, fileShelfOf, type KeptFile } from '../sync/file-shelf.ts';

const NONE: readonly KeptFile[] = [];
const still = (): (() => void) => () => undefined;

/** The files of an account that wait on this device; a new list after each change. */
export const useKeptFiles = (account: string): readonly KeptFile[] => {
  const [shelf, setShelf] = useState<FileShelf>();
  useEffect(() => {
    void fileShelfOf(account).then(setShelf);
  }, [account]);
  return useSyncExternalStore(shelf?.subscribe ?? still, shelf?.getRows ?? (() => NONE));
};

/** The address of bytes on this device, for as long as the component is shown. */
export const useBytesAddress = (bytes: Blob | undefined): string | undefined => {
  const url = useMemo(() => bytes && URL.createObjectURL(bytes), [bytes]);
  useEffect(() => {
    return () => {
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [url]);
  return url;
};
