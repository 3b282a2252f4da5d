import type { FeedEvent } from '@tablee/domain/kernel';

/** What tabs of one account and space tell each other. */
export type TabMessage =
  | { readonly kind: 'events'; readonly seq: number; readonly events: readonly FeedEvent[] }
  | { readonly kind: 'reload' }
  | { readonly kind: 'outbox' }
  | { readonly kind: 'status'; readonly reachable: boolean };

/** One tab leads: it holds the feed and sends the outbox; the others follow it. */
export interface Tabs {
  readonly leads: boolean;
  tell(message: TabMessage): void;
  close(): void;
}

/**
 * Joins the tabs of `name`. `lead` is called once this tab leads (at once where the browser has no locks);
 * the lead passes on when the leading tab closes.
 */
export const joinTabs = (name: string, hear: (message: TabMessage) => void, lead: () => void): Tabs => {
  const channel = new BroadcastChannel(name);
  const ended = new AbortController();
  let leads = false;
  let closed = false;
  let release: () => void = () => undefined;
  channel.onmessage = (event: MessageEvent<TabMessage>) => hear(event.data);
  const start = (): void => {
    leads = true;
    lead();
  };
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (locks === undefined) start();
  else
    void locks
      .request(name, { signal: ended.signal }, () => {
        start();
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      })
      .catch(() => undefined); // aborted when this tab closes before it ever led
  return {
    get leads() {
      return leads;
    },
    tell: (message) => {
      // A request may still be answered after the page has closed its space.
      if (!closed) channel.postMessage(message);
    },
    close: () => {
      closed = true;
      release();
      if (!leads) ended.abort();
      channel.close();
    },
  };
};
