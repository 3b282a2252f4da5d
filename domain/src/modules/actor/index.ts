/** Organisations of the shared map, their relations, and what the map tells. */
export * from './actor.ts';
export * from './choice.ts';
export * from './relation.ts';
export * from './views.ts';
