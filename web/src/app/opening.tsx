import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '../locale/use-text.tsx';
import { isNewDevice } from './known-device.ts';
import { PlainPage } from './plain-page.tsx';

/** Said while a page opens; nothing else moves. */
export function Opening(): ReactNode {
  const t = useText();
  return (
    <p className="note" aria-busy="true">
      {t('app.opening')}
    </p>
  );
}

/** Milliseconds since the page was asked for within which a device mostly has what it holds. */
const QUIET_MS = 400;

/**
 * A whole page that opens. A device that knows somebody draws it only when opening takes longer than usual: it would be
 * in the way of the page itself, and gone before it is read.
 */
export function OpeningPage({ children }: { readonly children?: ReactNode }): ReactNode {
  const [isShown, setShown] = useState(() => isNewDevice() || performance.now() > QUIET_MS);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), QUIET_MS - performance.now());
    return () => clearTimeout(timer);
  }, []);
  return (
    isShown && (
      <PlainPage>
        <Opening />
        {children}
      </PlainPage>
    )
  );
}
