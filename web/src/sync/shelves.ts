import { Shelf } from './shelf.ts';

const shelves = new Map<string, Promise<Shelf>>();

/** The account's shelf, opened once per page. */
export const shelfOf = (account: string): Promise<Shelf> => {
  const known = shelves.get(account) ?? Shelf.open(account);
  shelves.set(account, known);
  return known;
};

/** Leaves no trace of the account on this device. */
export const wipeAccount = async (account: string): Promise<void> => {
  const shelf = await shelves.get(account);
  shelf?.close();
  shelves.delete(account);
  await Shelf.wipe(account);
};
