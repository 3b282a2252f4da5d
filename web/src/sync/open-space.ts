import { partnership } from '@tablee/domain/modules';
import { PersonalStore } from './personal.ts';
import { Shelf } from './shelf.ts';
import { SpaceStore } from './space-store.ts';
import { SpaceSync } from './sync.ts';
import type { OpenSpace } from './use-space.ts';

const shelves = new Map<string, Promise<Shelf>>();

/** The account's shelf, opened once per page. */
export const shelfOf = (account: string): Promise<Shelf> => {
  const known = shelves.get(account) ?? Shelf.open(account);
  shelves.set(account, known);
  return known;
};

/** Opens a space for an account: the device's data at once, then the server's. */
export const openSpace = async (account: string, space: string): Promise<OpenSpace> => {
  const shelf = await shelfOf(account);
  const store = new SpaceStore(space, partnership, shelf);
  await store.open();
  return { store, sync: new SpaceSync(store), personal: new PersonalStore(store, shelf), shelf };
};

/** Ends what was opened. */
export const closeSpace = (open: OpenSpace): void => {
  open.sync.close();
  open.personal.close();
};

/** Leaves no trace of the account on this device. */
export const wipeAccount = async (account: string): Promise<void> => {
  const shelf = await shelves.get(account);
  shelf?.close();
  shelves.delete(account);
  await Shelf.wipe(account);
};
