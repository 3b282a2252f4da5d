import { useMemo } from 'react';
import { addressOf } from '#app/address.ts';
import { useOpenSpace } from '#sync/use-space.ts';
import { useLocation, useSearch } from '#ui/location.ts';

/** Where a room stands in the address, and how to move inside it. */
export interface RoomPlace {
  /** The room's own address, without thing and view. */
  readonly base: string;
  /** The view asked for in the address (`?view=table`). */
  readonly view: string | undefined;
  /** The address of a view; without name, that of the first one. */
  viewHref(view?: string): string;
  /** The address of a thing in this room; the view stays. */
  href(thing: string): string;
  /** Opens a thing beside the list, in place of the current entry of the browser's history. */
  open(thing: string): void;
  /** Closes the thing; the view stays. */
  close(): void;
}

/** The address of a room of the open space; the same object until space, room or view are others. */
export const useRoom = (room: string): RoomPlace => {
  const { store } = useOpenSpace();
  const [, go] = useLocation();
  const search = useSearch();
  return useMemo(() => {
    const base = addressOf(store.space, room);
    const kept = search === '' ? '' : `?${search}`;
    const href = (thing: string): string => `${addressOf(store.space, room, thing)}${kept}`;
    return {
      base,
      view: new URLSearchParams(search).get('view') ?? undefined,
      viewHref: (view) => (view === undefined ? base : `${base}?view=${encodeURIComponent(view)}`),
      href,
      open: (thing) => go(href(thing), { replace: true }),
      close: () => go(`${base}${kept}`, { replace: true }),
    };
  }, [store, room, search, go]);
};
