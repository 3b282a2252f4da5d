/** Conversations: private notes, those that were shared, and whom to call again. */
export * from './conversation.ts';
