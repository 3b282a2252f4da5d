/** Roadmap: activities, who answers for them, how far they are. */
export * from './activity.ts';
export * from './views.ts';
