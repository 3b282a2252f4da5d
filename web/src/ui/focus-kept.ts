import { useEffect } from 'react';

let last: EventTarget | null | undefined;

/** True when what had the focus has left the page, so that the next Tab would begin again at the top. */
export const isFocusLost = (): boolean =>
  last instanceof Element && !last.isConnected && document.activeElement === document.body;

/** The nearest title around a place, in order from the inside; titles take focus without being a stop of Tab. */
const titleNear = (path: readonly Element[]): HTMLElement | undefined => {
  for (const place of path) {
    if (!place.isConnected) continue;
    const titles = place.querySelectorAll<HTMLElement>(':is(h1, h2)[tabindex="-1"]');
    const shown = [...titles].find((title) => title.offsetParent !== null);
    if (shown !== undefined) return shown;
  }
  return undefined;
};

/**
 * Keeps somebody who works by keyboard where they are: when the thing that had the focus goes away (a form that was
 * sent, a button that was replaced), the nearest title takes it. For the frame of every page, once.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let path: readonly Element[] = [];
    const note = (event: FocusEvent): void => {
      last = event.target;
      path = event.composedPath().filter((each) => each instanceof Element);
    };
    const watcher = new MutationObserver(() => {
      if (isFocusLost()) titleNear(path)?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', note);
    watcher.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', note);
      watcher.disconnect();
    };
  }, []);
}
