import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import css from './hand-over.module.css';
import { useCopy } from './use-copy.ts';

/** Props of {@link CopyForWhatsApp}. */
export interface CopyForWhatsAppProps {
  /** Ready to be pasted: four lines of the server with a personal link, or those of `useFourLines`. */
  readonly text: string;
  /** Shows the text too: what it holds can be read only now. */
  readonly shown?: boolean;
  /** Replaces « Copier pour WhatsApp ». */
  readonly label?: string;
  readonly kind?: 'primary' | 'quiet';
}

/** Everything that is passed on by a messenger: one press copies it; without a clipboard it can be selected. */
export function CopyForWhatsApp({
  text,
  shown = false,
  label,
  kind = 'quiet',
}: CopyForWhatsAppProps): ReactNode {
  const t = useText();
  const { said, failed, copy } = useCopy();
  return (
    <>
      {(shown || failed) && <pre className={css['text']}>{text}</pre>}
      <div>
        <ActionButton kind={kind} onPress={() => void copy(text, t('request.copied-text'))}>
          {label ?? t('request.copy-text')}
        </ActionButton>{' '}
        <span role="status" className="note">
          {said}
        </span>
      </div>
    </>
  );
}
