/** Meetings, from agenda to minutes. */

export * from './action.ts';
export * from './agenda-item.ts';
export * from './attendance.ts';
export * from './card.ts';
export * from './cost.ts';
export * from './invitation.ts';
export * from './meeting.ts';
export * from './minute-line.ts';
export * from './minutes.ts';
export * from './minutes-state.ts';
export * from './photo.ts';
export * from './roll.ts';
export * from './slip.ts';
export * from './views.ts';
