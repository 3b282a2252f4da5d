/** Test material: sample nouns, a simulated server and devices, a world that acts at random. Imported by tests only. */
export * from './meeting.ts';
export * from './sample-nouns.ts';
export * from './simulation.ts';
export * from './space.ts';
export * from './table.ts';
export * from './world.ts';
