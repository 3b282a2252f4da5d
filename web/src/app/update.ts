import { registerSW } from 'virtual:pwa-register';
import { useSyncExternalStore } from 'react';

let needed = false;
let apply: (reload?: boolean) => Promise<void> = async () => {};
const listeners = new Set<() => void>();

/** Registers the service worker in production; a newer version waits until the person asks for it. */
export function watchForUpdate(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  apply = registerSW({
    onNeedRefresh() {
      needed = true;
      for (const listener of listeners) listener();
    },
  });
}

/** Takes the newer version and reloads; what is written stays on the device. */
export const applyUpdate = (): Promise<void> => apply(true);

/** Whether a newer version waits: show the `update` strip with a button that calls {@link applyUpdate}. */
export const useUpdateNeeded = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => needed,
    () => false,
  );
