/** Meetings, from agenda to minutes. */

export * from './action.ts';
export * from './agenda-item.ts';
export * from './attendance.ts';
export * from './meeting.ts';
export * from './minute-line.ts';
export * from './minutes.ts';
export * from './views.ts';
