/** The name of the database that holds an account's files. */
export const filesOf = (account: string): string => `tablee-files-${account}`;

/** The name of the cache in which the service worker leaves what another app shared, until it is noted. */
export const SHARED = 'tablee-shared';
