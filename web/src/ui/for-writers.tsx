import { createContext, type ReactNode, useContext } from 'react';

/** True around pages of somebody who only reads: what would be refused is not offered there. */
export const ReadsOnly = createContext(false);

/** Acts that only people who may write are offered; nothing for an observer. */
export function ForWriters({ children }: { readonly children: ReactNode }): ReactNode {
  return useContext(ReadsOnly) ? null : children;
}
