import { lazy, type ReactNode } from 'react';
import TodayPage from '../room/today/today-page.tsx';

/** What a room gets: the thing of its address, if one is selected. */
export interface RoomProps {
  readonly thing?: string | undefined;
}

/** Fetches what knows the files of all other rooms, once; a first visit to Today does without. */
export const fetchRooms = () => import('./other-room-page.tsx');

const OtherRoom = lazy(fetchRooms);

/** The page that an address names: Today at once, any other as soon as its files are there. */
export function RoomPage({
  room,
  thing,
}: {
  readonly room: string;
  readonly thing: string | undefined;
}): ReactNode {
  return room === 'today' ? <TodayPage /> : <OtherRoom room={room} thing={thing} />;
}
