import { path } from '@tablee/domain/protocol';
import { askAhead } from '../sync/ahead.ts';
import { recall } from './remembered-session.ts';
import { readSpace } from './space-address.ts';

/**
 * Asks at once for what the opened address will need: the session, and for a partnership on a device that holds
 * nothing yet its snapshot. On a slow line each step waited for costs more than its bytes. Resolves once all have
 * come or failed; who takes an answer says its fault.
 */
export const askForFirst = async (address: string): Promise<void> => {
  const space = readSpace(address);
  const isNew = space !== undefined && recall() === undefined;
  await Promise.allSettled([askAhead(path.session), isNew && askAhead(path.snapshot(space))]);
};
