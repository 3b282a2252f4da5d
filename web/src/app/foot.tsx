import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import { Link } from '../ui/link.tsx';
import css from './foot.module.css';

/** A door that stands at the foot of every page. */
export interface FootLink {
  readonly kind: 'complaint' | 'help' | 'accessibility' | 'plain' | 'sign';
  readonly href: string;
}

/** Complaint door, help, accessibility, easy-to-read and sign-language pages, language. */
export function Foot({
  links,
  languages,
}: {
  readonly links: readonly FootLink[];
  readonly languages?: ReactNode;
}): ReactNode {
  const t = useText();
  return (
    <footer className={css['foot']}>
      <nav aria-label={t('shell.foot')}>
        <ul>
          {links.map(({ kind, href }) => (
            <li key={kind} data-kind={kind}>
              <Link href={href}>{t(`shell.foot.${kind}`)}</Link>
            </li>
          ))}
        </ul>
      </nav>
      {languages}
    </footer>
  );
}
