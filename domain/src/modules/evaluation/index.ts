/** Findings, and the ways on compared. */
export * from './finding.ts';
export * from './score.ts';
export * from './views.ts';
