import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import { ActionRow } from '../ui/action-button.tsx';
import css from './page.module.css';

/** Acts that are seldom wanted, behind « Plus », so that the first of a thing stands alone; put into an `ActionRow`. */
export function MoreActs({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useText();
  return (
    <details className={css['more']}>
      <summary>{t('wording.more-acts')}</summary>
      <ActionRow>{children}</ActionRow>
    </details>
  );
}
