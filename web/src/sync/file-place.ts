/** The name of the database that holds an account's files. */
export const filesOf = (account: string): string => `tablee-files-${account}`;

/** Whether a JSON value names a file, which may still be on this device. */
export const namesFile = (value: unknown): boolean => /"hash":"[0-9a-f]{64}"/.test(JSON.stringify(value));

/** The name of the cache in which the service worker leaves what another app shared, until it is noted. */
export const SHARED = 'tablee-shared';
