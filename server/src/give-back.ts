import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives the memory back to the system that the start used and nobody holds any longer: by itself the engine would keep
 * it until there is work. Stops the process for some tens of milliseconds, once.
 */
export const giveMemoryBack = (): void => {
  // The collector is no part of the language: it is lent to a context made after the flag was set.
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
};
