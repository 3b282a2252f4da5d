/** Test material: sample nouns, a simulated server and devices, arbitraries. Imported by tests only. */
export * from './sample-nouns.ts';
export * from './simulation.ts';
export * from './table.ts';
