import { useSyncExternalStore } from 'react';

/** From here the thing selected stands in a panel beside the list; below it is a page. */
export const PANEL_WIDTH = '(min-width: 1200px)';

const lists = new Map<string, MediaQueryList>();

/** Each query is made once: asking the browser anew costs more than everything else that a component does to draw. */
const listOf = (query: string): MediaQueryList => {
  const list = lists.get(query) ?? matchMedia(query);
  lists.set(query, list);
  return list;
};

/** Whether a media query holds now; the component renders again when that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = listOf(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => listOf(query).matches,
    () => false,
  );
}
