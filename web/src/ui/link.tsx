import type { AriaAttributes, ReactNode } from 'react';
import { Link as RouterLink } from 'wouter';

/** Props of {@link Link}. */
export interface LinkProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** Takes the place of the current entry of the history: tabs, filters, sort, panel. */
  readonly replace?: boolean;
  readonly current?: AriaAttributes['aria-current'];
  readonly lang?: string;
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
}: LinkProps): ReactNode {
  return (
    <RouterLink
      href={href}
      className={className ?? ''}
      replace={replace}
      aria-current={current}
      aria-label={label}
      lang={lang}
    >
      {children}
    </RouterLink>
  );
}
