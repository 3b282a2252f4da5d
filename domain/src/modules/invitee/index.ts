/** Whom a meeting may expect: organisations at the table, and who speaks for them on that day. */
export * from './invitee.ts';
