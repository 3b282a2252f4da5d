import type { ReactNode } from 'react';
import css from './action-button.module.css';
import { classNames } from './class-name.ts';
import { Link } from './link.tsx';

/** Props of {@link ActionButton}. */
export interface ActionButtonProps {
  /** Verb and object: « Noter un échange ». */
  readonly children: ReactNode;
  /** `primary` is filled: one per view. `secondary` has an edge, `quiet` is underlined. */
  readonly kind?: 'primary' | 'secondary' | 'quiet';
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
  /** Goes to an address instead of acting. */
  readonly href?: string;
  readonly replace?: boolean;
  /** The act is under way; the button stays focusable and says so. */
  readonly busy?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly describedBy?: string;
}

/** A button that names its act, or a link that looks like one. */
export function ActionButton(props: ActionButtonProps): ReactNode {
  const className = classNames(css['button'], css[props.kind ?? 'secondary']);
  if (props.href !== undefined) {
    return (
      <Link href={props.href} className={className} replace={props.replace ?? false}>
        {props.children}
      </Link>
    );
  }
  return (
    <button
      type={props.type ?? 'button'}
      className={className}
      onClick={props.busy ? undefined : props.onPress}
      aria-disabled={props.busy || undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-describedby={props.describedBy}
    >
      {props.children}
    </button>
  );
}

/** Buttons side by side, full width one under the other on a phone. */
export function ActionRow({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={css['row']}>{children}</div>;
}
