/** Sheets of paper with codes: printed for whom, found by their code without network, typed in once. */

export * from './code.ts';
export * from './entry.ts';
export * from './paper.ts';
export * from './sheet.ts';
export * from './state.ts';
