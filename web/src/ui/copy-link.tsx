import { type ReactNode, useState } from 'react';
import { useText } from '../locale/use-text.tsx';
import { ActionButton } from './action-button.tsx';

/** Copies the absolute address of a thing; where the browser refuses, the address is shown to copy by hand. */
export function CopyLink({ address }: { readonly address: string }): ReactNode {
  const t = useText();
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'by-hand'>('idle');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(new URL(address, location.href).href);
      setOutcome('copied');
    } catch {
      // Without a secure context there is no clipboard; the address below can still be selected.
      setOutcome('by-hand');
    }
  };
  return (
    <div>
      <ActionButton kind="quiet" onPress={() => void copy()}>
        {t('ui.copy-link')}
      </ActionButton>
      <span role="status"> {outcome === 'copied' && t('ui.link-copied')}</span>
      {outcome === 'by-hand' && <p>{new URL(address, location.href).href}</p>}
    </div>
  );
}
