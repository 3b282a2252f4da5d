import { ENOUGH, filesNamedIn, fileTypeOf, MAX_FILE } from '@tablee/domain/file';
import { type FileRef, sha256Of } from '@tablee/domain/kernel';
import { type FilePlace, fileShelfOf } from './file-shelf.ts';
import type { Shelf } from './shelf.ts';

/** Why a file is not kept, said before anything is sent. */
export type Unkept = 'TooLarge' | 'UnknownFileType' | 'NoRoom';

/** A file that this device keeps until the server has it, as commands name it; or why it does not. */
export type Keeping =
  | { readonly ok: true; readonly ref: FileRef }
  | { readonly ok: false; readonly code: Unkept };

/** What nobody named for a day was chosen and given up, in milliseconds. */
const GIVEN_UP = 86_400_000;
/** The longest name of a file, as commands take it. */
const LONGEST_NAME = 300;

const piece = async (file: Blob, from: number, to: number): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(from, to).arrayBuffer());

const hashOf = async (file: Blob): Promise<string> => {
  const bytes = await file.arrayBuffer();
  // A page on plain http has no WebCrypto.
  if (globalThis.crypto.subtle === undefined) return sha256Of(new Uint8Array(bytes));
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

const readUtf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes, { stream: true });

/** Lets go of files that no command and no note names: of forms that were never sent. */
const tidy = async (shelf: Shelf, space: string): Promise<void> => {
  const files = await fileShelfOf(shelf.account);
  const old = files
    .getRows()
    .filter((row) => row.space === space && Date.now() - Date.parse(row.at) > GIVEN_UP);
  if (old.length === 0) return;
  const [{ waiting, refused }, personal] = await Promise.all([shelf.outbox(space), shelf.personal(space)]);
  const named = new Set([
    ...[...waiting, ...refused].flatMap(({ command }) => filesNamedIn(command.payload)),
    ...personal.flatMap(({ item }) => filesNamedIn(item.value)),
  ]);
  await files.drop(old.filter(({ ref }) => !named.has(ref.hash)).map(({ key }) => key));
};

/**
 * Keeps a file on this device for a place in a space, and tells how commands and notes name it: at once, without the
 * network. It goes up before what names it. Type, size and content are read here by the rules of the server.
 */
export const keepFile = async (
  shelf: Shelf,
  space: string,
  place: FilePlace,
  file: File,
): Promise<Keeping> => {
  if (file.size > MAX_FILE) return { ok: false, code: 'TooLarge' };
  const name = file.name.slice(-LONGEST_NAME);
  const [start, end] = await Promise.all([
    piece(file, 0, ENOUGH),
    piece(file, Math.max(0, file.size - ENOUGH), file.size),
  ]);
  const type = fileTypeOf({ start, end, name }, readUtf8);
  if (type === undefined) return { ok: false, code: 'UnknownFileType' };
  const ref = { hash: await hashOf(file), name, size: file.size, type };
  try {
    await tidy(shelf, space);
    await (await fileShelfOf(shelf.account)).keep(space, place, { ref, bytes: file });
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'QuotaExceededError')
      return { ok: false, code: 'NoRoom' };
    throw fault;
  }
  // Asked once something is kept here that exists nowhere else: the browser then does not clear it to gain room.
  void globalThis.navigator.storage?.persist?.();
  return { ok: true, ref };
};
