/** How long a journey waits for something to appear, in milliseconds; the machine may be slow and busy. */
export const PATIENCE = 60_000;
