import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Link } from './link.tsx';
import css from './rail.module.css';

/** A place or a room in the rail or the bar. `waits` counts what waits for the reader, never a total. */
export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly waits?: number;
  readonly current?: boolean;
}

/** An item of the phone bar: icon and word. */
export interface BarItem extends NavItem {
  readonly icon: IconName;
}

function Waits({ n }: { readonly n: number }): ReactNode {
  const t = useText();
  return (
    <>
      <span className={css['waits']} aria-hidden="true">
        {n}
      </span>
      <span className="visually-hidden">, {t('ui.waits', { n })}</span>
    </>
  );
}

/** Props of {@link RailSection}. */
export interface RailSectionProps {
  /** Name of this navigation for assistive technology. */
  readonly label: string;
  /** Shown above the list, in the phase's hue. */
  readonly heading?: string;
  readonly items: readonly NavItem[];
}

/** A list of links in the rail, always in the same order. */
export function RailSection({ label, heading, items }: RailSectionProps): ReactNode {
  return (
    <nav aria-label={label} className={css['section']}>
      {heading && <p className={css['heading']}>{heading}</p>}
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} className={css['item']} current={item.current ? 'page' : undefined}>
              <span>{item.label}</span>
              {item.waits ? <Waits n={item.waits} /> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The phone's bar of four, above the safe area. */
export function Bar({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly BarItem[];
}): ReactNode {
  return (
    <nav aria-label={label} className={css['bar']}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} className={css['tab']} current={item.current ? 'page' : undefined}>
              <Icon name={item.icon} size={22} />
              <span>{item.label}</span>
              {item.waits ? <Waits n={item.waits} /> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
