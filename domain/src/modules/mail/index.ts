/** E-mails that come in: what was read in a reply, and what waits to be sorted. */

export * from './mail.ts';
export * from './own-words.ts';
export * from './read-reply.ts';
export * from './reading-line.ts';
export * from './state.ts';
export * from './views.ts';
