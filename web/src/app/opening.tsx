import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';

/** Said while a page opens; nothing else moves. */
export function Opening(): ReactNode {
  const t = useText();
  return (
    <p className="note" aria-busy="true">
      {t('app.opening')}
    </p>
  );
}
