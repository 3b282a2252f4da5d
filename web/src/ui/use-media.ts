import { useSyncExternalStore } from 'react';

/** From here the thing selected stands in a panel beside the list; below it is a page. */
export const PANEL_WIDTH = '(min-width: 1200px)';

/** From here the rail stands beside the page; below it are a header and a bar. */
export const RAIL_WIDTH = '(min-width: 1000px)';

/** A media query as a store. */
interface Media {
  readonly subscribe: (changed: () => void) => () => void;
  readonly matches: () => boolean;
}

const known = new Map<string, Media>();

/** Each query is made once: asking the browser anew costs more than everything else that a component does to draw. */
const mediaOf = (query: string): Media => {
  const held = known.get(query);
  if (held !== undefined) return held;
  const list = matchMedia(query);
  const media: Media = {
    subscribe: (changed) => {
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    matches: () => list.matches,
  };
  known.set(query, media);
  return media;
};

const never = (): boolean => false;

/** Whether a media query holds now; the component renders again when that changes. */
export function useMedia(query: string): boolean {
  const { subscribe, matches } = mediaOf(query);
  return useSyncExternalStore(subscribe, matches, never);
}
