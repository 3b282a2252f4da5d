import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useText } from '../locale/use-text.tsx';
import { Compass, type CompassProps } from '../ui/compass.tsx';
import { useFocusKept } from '../ui/focus-kept.ts';
import { Icon } from '../ui/icon.tsx';
import { Link } from '../ui/link.tsx';
import { useLocation } from '../ui/location.ts';
import { pageOf } from '../ui/page-head.tsx';
import { Bar, type BarItem, type NavItem, RailSection } from '../ui/rail.tsx';
import { RingMark } from '../ui/ring.tsx';
import { SyncState, type SyncStatus } from '../ui/sync-state.tsx';
import { PANEL_WIDTH, RAIL_WIDTH, useMedia } from '../ui/use-media.ts';
import type { PhaseNumber } from './address.ts';
import { Foot, type FootLink } from './foot.tsx';
import type { SearchResult } from './search-dialog.tsx';
import css from './shell.module.css';

// Fetched at the first search: the first screen does without it.
const SearchDialog = lazy(() =>
  import('./search-dialog.tsx').then((module) => ({ default: module.SearchDialog })),
);

/** The partnership whose pages the shell holds. */
export interface ShellPartnership {
  readonly name: string;
  readonly href: string;
  /** « Exemple inventé », under the name. */
  readonly note?: string;
}

/** Props of {@link Shell}. Everything comes from outside: the shell knows no store. */
export interface ShellProps {
  readonly partnership?: ShellPartnership;
  /** Hue of the opened phase; marks the current line of the rail. */
  readonly phase?: PhaseNumber;
  readonly compass?: Omit<CompassProps, 'layout' | 'size' | 'note'>;
  readonly places: readonly NavItem[];
  /** Rooms of the opened phase that have begun. */
  readonly rooms?: { readonly heading: string; readonly items: readonly NavItem[] };
  /** Four at most: Aujourd’hui, Réunions, Phases, Plus. */
  readonly bar: readonly BarItem[];
  /** Absent outside a partnership, where nothing is sent. */
  readonly sync?: SyncStatus;
  readonly onSync?: () => void;
  /** « Vous : secrétariat », already written. */
  readonly you?: ReactNode;
  /** What the device holds under some words; called at each key. */
  readonly onSearch?: (query: string) => Promise<readonly SearchResult[]>;
  /** A `StateStrip`, the gravest one. */
  readonly strip?: ReactNode;
  /** A `SidePanel`; below 1200 px it takes the place of the page. */
  readonly panel?: ReactNode;
  readonly foot: readonly FootLink[];
  readonly languages?: ReactNode;
  readonly children: ReactNode;
}

/** Begins each page at its top, except when going back: then the browser restores the place. */
function useScrollToTop(): void {
  const [path] = useLocation();
  const page = pageOf(path);
  const last = useRef(page);
  const back = useRef(false);
  useEffect(() => {
    const note = (): void => {
      back.current = true;
    };
    addEventListener('popstate', note);
    return () => removeEventListener('popstate', note);
  }, []);
  useEffect(() => {
    if (last.current !== page && !back.current) scrollTo(0, 0);
    last.current = page;
    back.current = false;
  }, [page]);
}

function useSearchKey(open: () => void, active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      open();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [open, active]);
}

/** What rail and header show of {@link ShellProps}. */
interface HeadProps {
  readonly partnership: ShellPartnership | undefined;
  readonly compass: ShellProps['compass'] | undefined;
  readonly rooms: ShellProps['rooms'] | undefined;
  readonly places: readonly NavItem[];
  readonly sync: SyncStatus | undefined;
  readonly onSync: (() => void) | undefined;
  readonly you: ReactNode;
  readonly onOpenSearch: (() => void) | undefined;
}

function Rail(props: HeadProps): ReactNode {
  const t = useText();
  const { partnership, compass, rooms } = props;
  return (
    <div className={css['rail']}>
      <Link href="/" className={css['brand']}>
        <RingMark />
        <span>{t('shell.brand')}</span>
      </Link>
      {partnership && (
        <div className={css['partnership']}>
          <Link href={partnership.href}>{partnership.name}</Link>
          {partnership.note && <small>{partnership.note}</small>}
        </div>
      )}
      {compass && <Compass {...compass} layout="beside" />}
      <RailSection label={t('shell.places')} items={props.places} />
      {rooms && rooms.items.length > 0 && (
        <RailSection
          label={t('shell.rooms', { phase: rooms.heading })}
          heading={rooms.heading}
          items={rooms.items}
        />
      )}
      <div className={css['railFoot']}>
        {props.onOpenSearch && (
          <button
            type="button"
            className={css['tool']}
            onClick={props.onOpenSearch}
            aria-keyshortcuts="Control+K"
          >
            <Icon name="search" size={16} />
            {t('shell.search')}
          </button>
        )}
        {props.sync && props.onSync && <SyncState status={props.sync} onOpen={props.onSync} />}
        {props.you && <p className={css['you']}>{props.you}</p>}
      </div>
    </div>
  );
}

function PhoneHeader(props: Pick<HeadProps, 'partnership' | 'sync' | 'onSync' | 'onOpenSearch'>): ReactNode {
  const t = useText();
  return (
    <div className={css['phone']}>
      <Link href={props.partnership?.href ?? '/'} className={css['name']}>
        {props.partnership?.name ?? t('shell.brand')}
      </Link>
      <div className={css['phoneTools']}>
        {props.sync && props.onSync && <SyncState status={props.sync} onOpen={props.onSync} short />}
        {props.onOpenSearch && (
          <button type="button" className={css['iconTool']} onClick={props.onOpenSearch}>
            <Icon name="search" size={22} />
            <span className="visually-hidden">{t('shell.search')}</span>
          </button>
        )}
      </div>
    </div>
  );
}

/**
 * The frame of every page: skip link, rail (from 1000 px) or header and bar, strip, page, panel, foot, search.
 * Each page brings its own `PageHead`, which takes focus after a movement.
 */
export function Shell(props: ShellProps): ReactNode {
  const t = useText();
  const [path] = useLocation();
  const [searching, setSearching] = useState(false);
  const beside = useMedia(PANEL_WIDTH);
  const rail = useMedia(RAIL_WIDTH);
  const openSearch = useCallback(() => setSearching(true), []);
  const { partnership, sync, onSync } = props;
  const onOpenSearch = props.onSearch && openSearch;
  useScrollToTop();
  useFocusKept();
  useSearchKey(openSearch, props.onSearch !== undefined);
  // A movement closes the search, whichever way it came about.
  const [searchedAt, setSearchedAt] = useState(path);
  if (searchedAt !== path) {
    setSearchedAt(path);
    setSearching(false);
  }
  return (
    <div className={css['shell']} data-phase={props.phase} data-panel={props.panel !== undefined && beside}>
      <a className={css['skip']} href="#content">
        {t('shell.skip')}
      </a>
      <header className={css['header']}>
        {rail ? (
          <Rail
            partnership={partnership}
            compass={props.compass}
            rooms={props.rooms}
            places={props.places}
            sync={sync}
            onSync={onSync}
            you={props.you}
            onOpenSearch={onOpenSearch}
          />
        ) : (
          <PhoneHeader partnership={partnership} sync={sync} onSync={onSync} onOpenSearch={onOpenSearch} />
        )}
      </header>
      <div className={css['column']}>
        {props.strip}
        <main id="content" tabIndex={-1} className={css['main']}>
          {props.panel !== undefined && !beside && props.panel}
          {/* The page stays mounted behind the panel on narrow screens: it is what fills the panel. */}
          <div hidden={props.panel !== undefined && !beside}>{props.children}</div>
        </main>
        <Foot links={props.foot} languages={props.languages} />
      </div>
      {props.panel !== undefined && beside && <div className={css['panel']}>{props.panel}</div>}
      {!rail && (
        <div className={css['bar']}>
          <Bar label={t('shell.bar')} items={props.bar} />
        </div>
      )}
      {props.onSearch && searching && (
        <Suspense>
          <SearchDialog open={searching} onClose={() => setSearching(false)} onSearch={props.onSearch} />
        </Suspense>
      )}
    </div>
  );
}
