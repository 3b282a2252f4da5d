import { useSyncExternalStore } from 'react';

let waiting: ServiceWorker | undefined;
const listeners = new Set<() => void>();

function note(worker: ServiceWorker | null): void {
  // The very first worker is no update: nothing older controls the page.
  if (!worker || !navigator.serviceWorker.controller) return;
  waiting = worker;
  for (const listener of listeners) listener();
}

async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.register('/sw.js');
  note(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => worker.state === 'installed' && note(worker));
  });
}

/**
 * Registers the service worker in production; a newer version waits until the person asks for it. Where the
 * browser refuses (private window, no secure context), the app works on without its offline shell.
 */
export function watchForUpdate(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => void register().catch(() => undefined), { once: true });
  if (document.readyState === 'complete') void register().catch(() => undefined);
}

/** Takes the newer version and reloads; what is written stays on the device. Does nothing when none waits. */
export function applyUpdate(): void {
  if (!waiting) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage({ type: 'SKIP_WAITING' });
}

/** Whether a newer version waits: show the `update` strip with a button that calls {@link applyUpdate}. */
export const useUpdateNeeded = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== undefined,
    () => false,
  );
