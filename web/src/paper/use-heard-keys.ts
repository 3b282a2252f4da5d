import { type RefObject, useLayoutEffect } from 'react';

/** Hears the keys that are pressed inside a frame, as a second way to what its boxes offer by themselves. */
export const useHeardKeys = (
  frame: RefObject<HTMLElement | null>,
  hear: (event: KeyboardEvent) => void,
): void => {
  // Before the next key is taken: whoever types fast is ahead of the screen.
  useLayoutEffect(() => {
    const held = frame.current;
    held?.addEventListener('keydown', hear);
    return () => held?.removeEventListener('keydown', hear);
  });
};
