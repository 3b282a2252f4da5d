import { useSyncExternalStore } from 'react';

/** Opens another address of the app without loading the page; with `replace` in place of the current entry of the history. */
export type Go = (to: string, options?: { readonly replace?: boolean }) => void;

const listeners = new Set<() => void>();

const tell = (): void => {
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  if (listeners.size === 0) addEventListener('popstate', tell);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('popstate', tell);
  };
};

const pathNow = (): string => location.pathname;
const searchNow = (): string => location.search;

/** Opens another address of the app; every {@link useLocation} and {@link useSearch} hears of it. */
export const go: Go = (to, options = {}) => {
  history[options.replace === true ? 'replaceState' : 'pushState'](null, '', to);
  tell();
};

/** The path of the address as it stands there (percent-encoded), and the way to another one; the way is always the same function. */
export const useLocation = (): readonly [path: string, go: Go] => [
  useSyncExternalStore(subscribe, pathNow),
  go,
];

/** The query of the address without its question mark, percent-encoded; empty when there is none. */
export const useSearch = (): string => useSyncExternalStore(subscribe, searchNow).slice(1);
