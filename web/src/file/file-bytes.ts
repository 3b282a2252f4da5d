import type { FileRef } from '@tablee/domain/kernel';
import { path } from '@tablee/domain/protocol';
import { fileShelfOf } from '../sync/file-shelf.ts';
import type { SpaceStore } from '../sync/space-store.ts';

/** The content of a file of a partnership: of this device while it waits, else of the server; `undefined` when neither gives it. */
export const bytesOf = async (store: SpaceStore, file: FileRef): Promise<Blob | undefined> => {
  const rows = (await fileShelfOf(store.account)).getRows();
  const kept = rows.find((row) => row.space === store.space && row.ref.hash === file.hash);
  if (kept !== undefined) return kept.bytes;
  const answer = await fetch(`${path.files(store.space)}/${file.hash}`).catch(() => undefined);
  return answer?.ok === true ? answer.blob() : undefined;
};
