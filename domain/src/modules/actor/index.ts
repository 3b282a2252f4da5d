/** Organisations of the shared map, their relations, and what the map tells. */
export * from './actor.ts';
export * from './choice.ts';
export * from './contact.ts';
export * from './contact-column.ts';
export * from './coverage.ts';
export * from './duplicate.ts';
export * from './guess.ts';
export * from './merge.ts';
export * from './merged.ts';
export * from './merger.ts';
export * from './name.ts';
export * from './relation.ts';
export * from './views.ts';
export * from './working-choice.ts';
export * from './working-map.ts';
