import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../locale/use-text.tsx';
import css from './dialog.module.css';
import { Icon } from './icon.tsx';

/** Props of {@link Dialog}. */
export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The act and the way out, e.g. « Signer » and « Annuler ». */
  readonly actions?: ReactNode;
  /** `top` stands near the upper edge (search). */
  readonly place?: 'center' | 'top';
}

/** A modal dialog, only for search and for acts that bind (sign, publish, erase). Focus returns by the browser. */
export function Dialog({
  open,
  title,
  onClose,
  children,
  actions,
  place = 'center',
}: DialogProps): ReactNode {
  const t = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element || !open) return undefined;
    // Never two: an open dialog means that this one waits for it to be closed.
    if (!document.querySelector('dialog[open]')) element.showModal();
    return () => element.close();
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      className={css['dialog']}
      data-place={place}
      aria-labelledby={id}
      onClose={() => !dialog.current?.open && onClose()}
    >
      <div className={css['head']}>
        <h2 id={id}>{title}</h2>
        <button type="button" className={css['close']} onClick={onClose}>
          <Icon name="close" />
          <span className="visually-hidden">{t('ui.close')}</span>
        </button>
      </div>
      <div className={css['body']}>{children}</div>
      {actions && <div className={css['actions']}>{actions}</div>}
    </dialog>
  );
}
