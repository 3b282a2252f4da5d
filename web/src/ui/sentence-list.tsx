import type { ReactNode } from 'react';
import css from './sentence-list.module.css';

/** One sentence of a list: sign, sentence (its main noun phrase is the link), source line, one action. */
export interface Sentence {
  readonly key: string;
  /** An icon, a sector's shape or a rating's stroke. */
  readonly sign?: ReactNode;
  readonly text: ReactNode;
  /** Source, reason or date, in soft ink below. */
  readonly note?: ReactNode;
  /** A state line at the thing: waiting, refused, conflict. */
  readonly state?: ReactNode;
  /** One action, verb and object. */
  readonly action?: ReactNode;
  /** « hier », at the end of the line. */
  readonly when?: string;
}

/** Props of {@link SentenceList}. */
export interface SentenceListProps {
  readonly items: readonly Sentence[];
  /** Names the list for assistive technology when no heading stands above it. */
  readonly label?: string;
  /** Id of the heading above the list. */
  readonly labelledBy?: string;
  /** `lines` separates by hairlines (default); `plain` by space only. */
  readonly form?: 'lines' | 'plain';
}

/** Rows that read as sentences; no row is clickable as a whole. */
export function SentenceList({ items, label, labelledBy, form = 'lines' }: SentenceListProps): ReactNode {
  const hasSigns = items.some((item) => item.sign !== undefined);
  return (
    <ul
      className={css['list']}
      data-form={form}
      data-signs={hasSigns}
      aria-label={label}
      aria-labelledby={labelledBy}
    >
      {items.map((item) => (
        <li key={item.key} className={css['item']}>
          {hasSigns && <span className={css['sign']}>{item.sign}</span>}
          <div className={css['body']}>
            <p className={css['text']}>{item.text}</p>
            {item.note && <p className={css['note']}>{item.note}</p>}
            {item.state}
          </div>
          {item.when && <span className={css['when']}>{item.when}</span>}
          {item.action && <div className={css['action']}>{item.action}</div>}
        </li>
      ))}
    </ul>
  );
}

/** A titled part of a page: heading, optional count or link at the end, content. */
export function Section(props: {
  readonly title: string;
  readonly id?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={css['section']} aria-labelledby={props.id}>
      <div className={css['heading']}>
        <h2 id={props.id}>{props.title}</h2>
        {props.aside && <span className={css['when']}>{props.aside}</span>}
      </div>
      {props.children}
    </section>
  );
}
