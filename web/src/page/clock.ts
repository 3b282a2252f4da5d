/** The moment on this device, ISO in UTC. */
export const now = (): string => new Date().toISOString();

/** The day on this device, `YYYY-MM-DD` in UTC, as the ledger writes days. */
export const today = (): string => now().slice(0, 10);
