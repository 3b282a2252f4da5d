/** Where a device remembers the session. */
export const SESSION_KEY = 'tablee-session';

/** Whether this device remembers nobody: then it holds no partnership either. */
export const isNewDevice = (): boolean => {
  try {
    return localStorage.getItem(SESSION_KEY) === null;
  } catch {
    // Storage can be forbidden; such a device holds nothing.
    return true;
  }
};
