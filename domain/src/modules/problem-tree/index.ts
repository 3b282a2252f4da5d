/** The problem tree, what shows it, and whom it touches. */
export * from './affected.ts';
export * from './evidence.ts';
export * from './order-key.ts';
export * from './outline.ts';
export * from './tree.ts';
export * from './tree-node.ts';
