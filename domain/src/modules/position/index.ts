/** Who stands where, read as one: on texts worded in common, on the versions of a document, in decisions. */
export * from './held.ts';
export * from './text.ts';
