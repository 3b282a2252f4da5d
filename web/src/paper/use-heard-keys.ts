import { type RefObject, useEffect } from 'react';

/** Hears the keys that are pressed inside a frame, as a second way to what its boxes offer by themselves. */
export const useHeardKeys = (
  frame: RefObject<HTMLElement | null>,
  hear: (event: KeyboardEvent) => void,
): void => {
  useEffect(() => {
    const held = frame.current;
    held?.addEventListener('keydown', hear);
    return () => held?.removeEventListener('keydown', hear);
  });
};
