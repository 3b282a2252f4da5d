import { isRoom, type Phase, ROOM_CARD } from '@tablee/domain/modules/partnership';
import { readSpace } from './space-address.ts';

/** Number of a phase. */
export type PhaseNumber = Phase;

/** What an address inside a partnership names. `room` may also be a page such as `phase-2`, `sync`, `history`. */
export interface Address {
  readonly space: string;
  readonly room: string;
  readonly thing: string | undefined;
}

/** Writes `/p/{space}/{room}/{thing}`. */
export function addressOf(space: string, room = 'today', thing?: string): string {
  const base = `/p/${encodeURIComponent(space)}/${room}`;
  return thing === undefined ? base : `${base}/${encodeURIComponent(thing)}`;
}

/** Where a decision is prepared: the form opens with the question and, where `about` names an agreement, its frozen text. */
export const decisionAddress = (space: string, question: string, about?: string): string =>
  `${addressOf(space, 'decisions')}?${new URLSearchParams({ question, ...(about === undefined ? {} : { about }) })}`;

/** Reads an address; `undefined` outside a partnership. A missing room is `today`. */
export function readAddress(path: string): Address | undefined {
  const space = readSpace(path);
  if (space === undefined) return undefined;
  const [room, thing] = path.split('/').slice(3);
  return {
    space,
    room: room || 'today',
    thing: thing ? decodeURIComponent(thing) : undefined,
  };
}

/** The phase in whose rail a room stands: its own, or the current one when the room is carried there; `undefined` for places and other pages. */
export const phaseOf = (room: string, current?: PhaseNumber): PhaseNumber | undefined => {
  if (!isRoom(room)) return undefined;
  const card = ROOM_CARD[room];
  return card.carried !== undefined && card.carried === current ? card.carried : card.phase;
};
