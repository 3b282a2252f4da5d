import { path } from '@tablee/domain/protocol';
import { askAhead } from '../sync/ahead.ts';
import { recall } from './remembered-session.ts';
import { readSpace } from './space-address.ts';

/**
 * Begins what the opened address will need, all at once: the session, and for a partnership its page and, on a
 * device that holds nothing yet, its snapshot. On a slow line each step waited for costs more than its bytes.
 * Resolves once the page's code is there or has failed; the page says the fault itself.
 */
export const begin = async (address: string): Promise<void> => {
  askAhead(path.session);
  const space = readSpace(address);
  if (space === undefined) return;
  if (recall() === undefined) askAhead(path.snapshot(space));
  await import('./space-page.tsx').catch(() => undefined);
};
