import { onceThere } from './once-there.ts';
import { PersonalStore } from './personal.ts';
import { shelfOf } from './shelves.ts';
import { SpaceStore } from './space-store.ts';
import { SpaceSync } from './sync.ts';
import type { OpenSpace } from './use-space.ts';

/** Shared by all spaces of the page: the rules are the same for each. */
const loadRules = onceThere(() => import('./rules.ts').then((module) => module.rules));

/** Opens a space for an account: the device's data at once, then the server's. */
export const openSpace = async (account: string, space: string): Promise<OpenSpace> => {
  const shelf = await shelfOf(account);
  const store = new SpaceStore(space, loadRules, shelf);
  await store.open();
  return { store, sync: new SpaceSync(store), personal: new PersonalStore(store, shelf), shelf };
};

/** Ends what was opened. */
export const closeSpace = (open: OpenSpace): void => {
  open.sync.close();
  open.personal.close();
};
