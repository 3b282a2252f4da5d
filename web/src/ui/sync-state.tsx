import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Translate } from '../locale/locale.ts';
import { useText } from '../locale/use-text.tsx';
import { Icon, type IconName } from './icon.tsx';
import css from './sync-state.module.css';

/** Where the changes of this device stand. Times are already written in the reader's language. */
export type SyncStatus =
  | { readonly kind: 'starting' }
  | { readonly kind: 'received'; readonly time: string }
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'sending'; readonly count: number }
  | { readonly kind: 'offline'; readonly count: number; readonly time?: string }
  | { readonly kind: 'refused'; readonly count: number }
  | { readonly kind: 'conflict'; readonly count: number };

const ICONS: Readonly<Record<SyncStatus['kind'], IconName>> = {
  starting: 'clock',
  received: 'received',
  waiting: 'waiting',
  sending: 'sending',
  offline: 'offline',
  refused: 'returned',
  conflict: 'conflict',
};

/** The sentence of a state; `short` fits the phone's header. */
export function syncWords(status: SyncStatus, t: Translate, short = false): string {
  switch (status.kind) {
    case 'starting':
      return t('ui.sync.starting');
    case 'received':
      return t(short ? 'ui.sync.received-short' : 'ui.sync.received', { time: status.time });
    case 'waiting':
      return t(short ? 'ui.sync.waiting-short' : 'ui.sync.waiting', { n: status.count });
    case 'sending':
    case 'refused':
    case 'conflict':
      return t(`ui.sync.${status.kind}`, { n: status.count });
    case 'offline':
      if (short) return t('ui.sync.offline-short', { n: status.count });
      return status.time ? t('ui.sync.offline', { time: status.time }) : t('ui.sync.offline-never');
  }
}

/** The shortest time between two announcements, in milliseconds. */
export const ANNOUNCE_EVERY_MS = 60_000;

/** How long to wait before saying a new state, so that it is said at most once a minute. */
export const announceDelay = (now: number, lastSaid: number | undefined): number =>
  lastSaid === undefined ? 0 : Math.max(0, lastSaid + ANNOUNCE_EVERY_MS - now);

function useAnnounced(words: string): string {
  const [said, setSaid] = useState('');
  const last = useRef<number>(undefined);
  const first = useRef(true);
  useEffect(() => {
    // The state at opening is read with the page; only changes are announced.
    if (first.current) {
      first.current = false;
      return undefined;
    }
    const timer = setTimeout(
      () => {
        last.current = performance.now();
        setSaid(words);
      },
      announceDelay(performance.now(), last.current),
    );
    return () => clearTimeout(timer);
  }, [words]);
  return said;
}

/** A button with the state of the sending in words; opens what waits, was refused, or is to be chosen. */
export function SyncState(props: {
  readonly status: SyncStatus;
  readonly onOpen: () => void;
  readonly short?: boolean;
}): ReactNode {
  const t = useText();
  const words = syncWords(props.status, t, props.short);
  const said = useAnnounced(words);
  return (
    <>
      <button type="button" className={css['button']} data-kind={props.status.kind} onClick={props.onOpen}>
        <Icon name={ICONS[props.status.kind]} size={16} />
        <span>{words}</span>
      </button>
      <span role="status" className="visually-hidden">
        {props.short ? '' : said}
      </span>
    </>
  );
}
