/** Conversations: private notes, those that were shared, and whom to call again. */
export * from './conversation.ts';
export * from './note.ts';
export * from './views.ts';
