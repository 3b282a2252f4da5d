import type { SpaceStore } from '#sync/space-store.ts';

/** How many commands of an import may wait at once: each is guessed anew with every answer. */
const MOST_WAITING = 2;
/** How long an import waits for the network before it goes on without, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Resolves when the outbox has room for the next piece of a long act: at once without a network (everything waits on
 * the device), else when the server has taken most of what was sent.
 */
export const hasRoom = async (store: SpaceStore, most = MOST_WAITING): Promise<void> => {
  const until = performance.now() + PATIENCE_MS;
  // One turn for the page in any case.
  do await new Promise((resolve) => setTimeout(resolve, 30));
  while (isBusy(store, most) && performance.now() < until);
};

const isBusy = (store: SpaceStore, most: number): boolean => {
  const { reachable, waiting, signedOut } = store.getStatus();
  return reachable && !signedOut && waiting > most;
};
