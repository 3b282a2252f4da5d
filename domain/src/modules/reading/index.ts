/** How views read: what is present, days and periods, exact numbers. */
export * from './day.ts';
export * from './exact.ts';
export * from './order.ts';
export * from './period.ts';
export * from './present.ts';
