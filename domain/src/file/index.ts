/** Files that people bring: which kinds are taken in, how large they may be, where a text names them. */
export * from './file-type.ts';
export * from './named.ts';
