import { SHARED } from '../sync/file-place.ts';

/** Whether this page can hold what another app shared: not without a secure connection. */
const shelf = (): Promise<Cache> | undefined => globalThis.caches?.open(SHARED);

/** The photos and sounds that another app shared and that are not noted yet. */
export const sharedFiles = async (): Promise<readonly File[]> => {
  const held = await shelf();
  const keys = (await held?.keys()) ?? [];
  const files = await Promise.all(
    keys.map(async (key) => {
      const bytes = await (await held?.match(key))?.blob();
      const name = new URL(key.url).searchParams.get('name') ?? 'file';
      return bytes && new File([bytes], name, { type: bytes.type });
    }),
  );
  return files.flatMap((file) => file ?? []);
};

/** They are noted, or were let go: nothing of them stays. */
export const forgetShared = async (): Promise<void> => {
  await globalThis.caches?.delete(SHARED);
};
