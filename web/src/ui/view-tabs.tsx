import type { ReactNode } from 'react';
import { Link } from './link.tsx';
import css from './view-tabs.module.css';

/** One view of a page: its address and its name. */
export interface View {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
}

/** Views of one page as links that replace the address; the current one says so. */
export function ViewTabs({
  label,
  views,
}: {
  readonly label: string;
  readonly views: readonly View[];
}): ReactNode {
  return (
    <nav aria-label={label} className={css['tabs']}>
      <ul>
        {views.map((view) => (
          <li key={view.href}>
            <Link href={view.href} replace className={css['tab']} current={view.current ? 'page' : undefined}>
              {view.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
