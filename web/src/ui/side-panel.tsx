import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../locale/use-text.tsx';
import { CopyLink } from './copy-link.tsx';
import { Icon } from './icon.tsx';
import css from './side-panel.module.css';
import { PANEL_WIDTH, useMedia } from './use-media.ts';

/** Props of {@link SidePanel}. */
export interface SidePanelProps {
  readonly title: string;
  /** Above the title: sector, kind, number. */
  readonly kicker?: ReactNode;
  /** Closing; focus goes back to the element with this id, the row that opened the panel. */
  readonly onClose: () => void;
  readonly returnFocusTo?: string;
  /** Address of the thing, copied by « Copier le lien ». */
  readonly address?: string;
  readonly children: ReactNode;
}

/** The thing selected: a panel from 1200 px, a page below. Selecting leaves focus where it is; Esc closes. */
export function SidePanel(props: SidePanelProps): ReactNode {
  const t = useText();
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const beside = useMedia(PANEL_WIDTH);
  const { onClose, returnFocusTo } = props;
  useEffect(() => {
    // As a page of its own it takes focus like every page; beside the list, selecting leaves focus where it is.
    if (!beside) title.current?.focus({ preventScroll: true });
  }, [beside]);
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const focus = document.activeElement;
      const row = returnFocusTo === undefined ? null : document.getElementById(returnFocusTo);
      // The row that opened the panel keeps the focus: Esc pressed there means the panel, elsewhere it does not.
      const isOurs = [panel.current, row].some((place) => place?.contains(focus) ?? false);
      if (!isOurs && focus !== document.body) return;
      onClose();
      if (returnFocusTo) document.getElementById(returnFocusTo)?.focus();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [onClose, returnFocusTo]);
  const leave = (): void => {
    onClose();
    if (returnFocusTo) document.getElementById(returnFocusTo)?.focus();
  };
  const Frame = beside ? 'aside' : 'section';
  const Heading = beside ? 'h2' : 'h1';
  return (
    <Frame className={css['panel']} aria-labelledby={id} ref={panel}>
      <div className={css['head']}>
        <div>
          {props.kicker && <p className={css['kicker']}>{props.kicker}</p>}
          <Heading id={id} tabIndex={-1} ref={title}>
            {props.title}
          </Heading>
        </div>
        <button type="button" className={css['close']} onClick={leave}>
          <Icon name="close" />
          <span className="visually-hidden">{t('ui.close')}</span>
        </button>
      </div>
      {props.children}
      {props.address && <CopyLink address={props.address} />}
    </Frame>
  );
}

/** One part of a panel: details, conversation, links, history. */
export function PanelSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  // One level below the panel's title, which is the page's own below 1200 px.
  const Heading = useMedia(PANEL_WIDTH) ? 'h3' : 'h2';
  return (
    <section className={css['section']}>
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}

/** Details as pairs: « Enjeu : … ». Values keep their own form. */
export function Facts({
  items,
}: {
  readonly items: readonly { readonly key: string; readonly term: string; readonly value: ReactNode }[];
}): ReactNode {
  return (
    <dl className={css['facts']}>
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
