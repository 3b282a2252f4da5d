/** Correspondence: the letterhead, texts to start from, letters that leave and come in, their register. */
export * from './choice.ts';
export * from './compose.ts';
export * from './draft.ts';
export * from './facts.ts';
export * from './letter.ts';
export * from './letterhead.ts';
export * from './number.ts';
export * from './state.ts';
export * from './views.ts';
