import { useState } from 'react';
import { useText } from '../locale/use-text.tsx';

/** Copies a text and says so; `failed` once this browser has no clipboard, so that the text is shown to be selected. */
export const useCopy = (): {
  readonly said: string;
  readonly failed: boolean;
  copy(text: string, done: string): Promise<void>;
} => {
  const t = useText();
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState(false);
  return {
    said,
    failed,
    copy: async (text, done) => {
      try {
        await navigator.clipboard.writeText(text);
        setSaid(done);
      } catch {
        // Without a secure context there is no clipboard.
        setFailed(true);
        setSaid(t('request.copy-by-hand'));
      }
    },
  };
};
