import { path } from '@tablee/domain/protocol';
import { askAhead } from '../sync/ahead.ts';
import { isNewDevice } from './known-device.ts';

/**
 * Asks at once for what the opened address will need: the session, and for a partnership on a device that holds
 * nothing yet its snapshot. On a slow line each step waited for costs more than its bytes, so this runs before the
 * app's own code is there. Resolves once all have come or failed; who takes an answer says its fault.
 */
export const askForFirst = async (space: string | undefined): Promise<void> => {
  const isNew = space !== undefined && isNewDevice();
  await Promise.allSettled([askAhead(path.session), isNew && askAhead(path.snapshot(space))]);
};
