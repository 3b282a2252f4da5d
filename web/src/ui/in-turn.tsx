import { type ReactNode, useEffect, useState } from 'react';

/**
 * Draws its children one after the other, each in a frame of its own after the frame of what stands around them, so
 * that many of them never keep the page from answering. Begins again when `of` is another object.
 */
export function InTurn(props: { readonly of?: object; readonly children: readonly ReactNode[] }): ReactNode {
  const { of } = props;
  const all: readonly ReactNode[] = props.children.flat();
  const [turn, setTurn] = useState({ of, shown: 0 });
  const shown = turn.of === of ? turn.shown : 0;
  useEffect(() => {
    if (shown < all.length) setTurn({ of, shown: shown + 1 });
  }, [of, shown, all.length]);
  return all.slice(0, shown);
}

/** A value one frame later, for what may follow the answer: the frame that answers does without it. */
export const useFrameLater = <Value,>(value: Value): Value => {
  const [later, setLater] = useState({ value });
  useEffect(() => setLater({ value }), [value]);
  return later.value;
};
