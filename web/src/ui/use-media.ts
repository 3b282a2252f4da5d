import { useSyncExternalStore } from 'react';

/** From here the thing selected stands in a panel beside the list; below it is a page. */
export const PANEL_WIDTH = '(min-width: 1200px)';

/** Whether a media query holds now; the component renders again when that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}
