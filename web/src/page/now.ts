/** The instant on this device, ISO 8601 UTC: for what stands open until an hour (decisions, meetings). */
export const now = (): string => new Date().toISOString();
