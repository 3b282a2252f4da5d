import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../locale/use-text.tsx';
import { ForWriters } from './for-writers.tsx';
import { Icon } from './icon.tsx';
import { useLocation } from './location.ts';
import css from './page-head.module.css';

/** Who can read a page: one line, and the names behind it. */
export interface Readers {
  /** « noyau (6), administration du serveur », already written. */
  readonly summary: string;
  readonly names?: readonly string[];
}

/** Props of {@link PageHead}. */
export interface PageHeadProps {
  readonly title: string;
  /** A short line above the title: date, kind, number. */
  readonly kicker?: ReactNode;
  /** One sentence computed from the data that answers the room's question. */
  readonly opening?: ReactNode;
  readonly readers?: Readers;
  /** The primary action of the view; one only, and not for those who only read. */
  readonly action?: ReactNode;
  /** `everybody` offers the action to those who only read too: it writes nothing that is shared. */
  readonly actionFor?: 'everybody';
  /** Title of the browser's tab; the title unless told otherwise. */
  readonly documentTitle?: string;
  /** On a phone the title is for assistive technology alone, so that what waits shows higher (Today). */
  readonly quietOnPhone?: boolean;
  /** What counts as another page for focus; by default the address without thing, search and hash. */
  readonly focusKey?: string;
}

// The first page of a visit keeps the browser's own focus; only later movements carry it to the title.
let lastFocused: string | undefined;

/** The part of an address that names a page: `/p/{space}/{room}`. */
export const pageOf = (path: string): string => path.split('/').slice(0, 4).join('/');

/** Title (focused after navigation), opening sentence, who can read this, primary action. */
export function PageHead(props: PageHeadProps): ReactNode {
  const [path] = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const key = props.focusKey ?? pageOf(path);
  const documentTitle = props.documentTitle ?? props.title;
  useEffect(() => {
    document.title = documentTitle;
  }, [documentTitle]);
  useEffect(() => {
    if (lastFocused !== undefined && lastFocused !== key) heading.current?.focus({ preventScroll: true });
    lastFocused = key;
  }, [key]);
  return (
    <header className={css['head']} data-quiet={props.quietOnPhone || undefined}>
      <div className={css['words']}>
        {props.kicker && <p className={css['kicker']}>{props.kicker}</p>}
        <h1 tabIndex={-1} ref={heading}>
          {props.title}
        </h1>
        {props.opening && <p className={css['opening']}>{props.opening}</p>}
        {props.readers && <ReadersLine {...props.readers} />}
      </div>
      {props.action && (
        <div className={css['action']}>
          {props.actionFor === 'everybody' ? props.action : <ForWriters>{props.action}</ForWriters>}
        </div>
      )}
    </header>
  );
}

/** « Lisible par : noyau (6), administration du serveur », opening the names. */
export function ReadersLine({ summary, names }: Readers): ReactNode {
  const t = useText();
  const line = t('ui.readable-by', { who: summary });
  if (!names || names.length === 0) return <p className={css['readers']}>{line}</p>;
  return (
    <details className={css['readers']}>
      <summary>
        <span>{line}</span>
        <Icon name="down" size={16} />
      </summary>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </details>
  );
}
