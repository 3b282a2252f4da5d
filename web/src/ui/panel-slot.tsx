import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';

interface Slot {
  readonly element: HTMLElement | null;
  /** Says that a page fills the panel; returns how to say that it no longer does. */
  claim(): () => void;
}

/** Where a page's side panel goes. */
export const PanelContext = createContext<Slot | undefined>(undefined);

/** The slot of a shell: the node to give it as panel while a page fills it, and the context for the page. */
export const usePanelSlot = (): { readonly context: Slot; readonly node: ReactNode | undefined } => {
  const [claims, setClaims] = useState(0);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const context = useMemo<Slot>(
    () => ({
      element,
      claim: () => {
        setClaims((n) => n + 1);
        return () => setClaims((n) => n - 1);
      },
    }),
    [element],
  );
  return { context, node: claims > 0 ? <div ref={setElement} /> : undefined };
};

/** Puts its children into the shell's side panel: beside the page from 1200 px, in its place below. */
export function InPanel({ children }: { readonly children: ReactNode }): ReactNode {
  const slot = useContext(PanelContext);
  const claim = slot?.claim;
  useEffect(() => claim?.(), [claim]);
  return slot?.element ? createPortal(children, slot.element) : null;
}
