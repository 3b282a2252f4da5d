import type { ReactNode } from 'react';
import css from './page.module.css';

/** A quiet line in soft ink: source, date, what this is. */
export function Note({ children }: { readonly children: ReactNode }): ReactNode {
  return <p className={css['note']}>{children}</p>;
}

/** What was just done, said where it was done, with the next steps beside it. */
export function Said({
  children,
  ways,
}: {
  readonly children: ReactNode;
  readonly ways?: ReactNode;
}): ReactNode {
  return (
    <div className={css['said']} role="status">
      <span>{children}</span>
      {ways}
    </div>
  );
}

/** Parts of a page under one another; `tight` for parts of one thing. */
export function Stack({
  children,
  tight = false,
}: {
  readonly children: ReactNode;
  readonly tight?: boolean;
}): ReactNode {
  return <div className={css[tight ? 'tight' : 'stack']}>{children}</div>;
}
