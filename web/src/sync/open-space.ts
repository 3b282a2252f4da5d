import { partnership } from '@tablee/domain/modules';
import { PersonalStore } from './personal.ts';
import { shelfOf } from './shelves.ts';
import { SpaceStore } from './space-store.ts';
import { SpaceSync } from './sync.ts';
import type { OpenSpace } from './use-space.ts';

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
