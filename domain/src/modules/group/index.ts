/** Rooms of groups: what a constituency or an organisation words among itself, and what leaves it. */
export * from './erasable.ts';
export * from './file-in.ts';
export * from './group.ts';
export * from './has-group.ts';
export * from './state.ts';
export * from './statement.ts';
export * from './views.ts';
