import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import { ActionButton, ActionRow } from '../ui/action-button.tsx';
import { CopyForWhatsApp } from './copy-for-whatsapp.tsx';
import css from './hand-over.module.css';
import { useCopy } from './use-copy.ts';

/** Something to pass on by hand; most links are readable only now, since the server keeps no more than their digest. */
export interface HandOver {
  readonly url: string;
  /** A few lines for a messenger, the link included. */
  readonly text: string;
  /** An SVG of the link. */
  readonly qr?: string;
}

/** A link with everything that passes it on: text for a messenger, copy, QR. */
export function HandOverText(props: {
  readonly title: string;
  readonly handOver: HandOver;
  /** Ends the hand-over of what is readable only now; absent for a link that can be shown again. */
  readonly onDone?: () => void;
}): ReactNode {
  const t = useText();
  const { onDone } = props;
  const { url, text, qr } = props.handOver;
  const { said, copy } = useCopy();
  return (
    <section className={css['over']} aria-label={props.title}>
      <p>
        <strong>{props.title}</strong>
      </p>
      {onDone !== undefined && <p className="note">{t('request.once')}</p>}
      <CopyForWhatsApp text={text} shown kind="primary" />
      <ActionRow>
        <ActionButton onPress={() => void copy(url, t('request.copied-link'))}>
          {t('request.copy-url')}
        </ActionButton>
        {onDone !== undefined && (
          <ActionButton kind="quiet" onPress={onDone}>
            {t('request.done')}
          </ActionButton>
        )}
      </ActionRow>
      <p role="status">{said}</p>
      {qr !== undefined && (
        <img
          className={css['qr']}
          src={`data:image/svg+xml;utf8,${encodeURIComponent(qr)}`}
          alt={t('request.qr')}
          width={160}
          height={160}
        />
      )}
    </section>
  );
}
