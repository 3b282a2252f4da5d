import type { AriaAttributes, MouseEvent, ReactNode } from 'react';
import { go } from './location.ts';

/** Props of {@link Link}. */
export interface LinkProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** Takes the place of the current entry of the history: tabs, filters, sort, panel. */
  readonly replace?: boolean;
  readonly current?: AriaAttributes['aria-current'];
  readonly lang?: string;
  /** For the focus to come back to. */
  readonly id?: string;
  /** Said in place of the words inside, which it begins with or holds in full. */
  readonly label?: string;
}

/** A link inside the app: no page load, real address (middle click and copy work). */
export function Link({
  href,
  children,
  className,
  replace = false,
  current,
  lang,
  label,
  id,
}: LinkProps): ReactNode {
  const follow = (event: MouseEvent): void => {
    const { ctrlKey, metaKey, altKey, shiftKey, button } = event;
    // A new tab, a new window, a copy: what the browser does with a link stays its own.
    if (ctrlKey || metaKey || altKey || shiftKey || button !== 0) return;
    event.preventDefault();
    go(href, { replace });
  };
  return (
    <a
      id={id}
      href={href}
      className={className ?? ''}
      aria-current={current}
      aria-label={label}
      lang={lang}
      onClick={follow}
    >
      {children}
    </a>
  );
}
