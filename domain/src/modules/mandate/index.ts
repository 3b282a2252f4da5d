/** Who speaks for an organisation: by which letter, until when, and what hangs on them when the holder changes. */
export * from './hanging.ts';
export * from './mandate.ts';
export * from './office-acts.ts';
export * from './office-change.ts';
export * from './office-change-state.ts';
export * from './views.ts';
