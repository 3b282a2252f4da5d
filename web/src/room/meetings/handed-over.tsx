import type { ReactNode } from 'react';
import { useFormat, useText } from '#locale/use-text.tsx';
import { CopyForWhatsApp } from '#request/copy-for-whatsapp.tsx';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import css from './meetings.module.css';

/** A text to pass on to somebody. */
export interface Passed {
  readonly key: string;
  readonly name: string;
  /** Four lines for a messenger. */
  readonly text?: string | undefined;
  readonly note?: string | undefined;
}

/** Texts to copy one by one, each with the name of whom it is for; readable only now. */
export function HandedOver(props: {
  readonly title: string;
  readonly items: readonly Passed[];
  readonly onDone: () => void;
}): ReactNode {
  const t = useText();
  const format = useFormat();
  return (
    <section className={css['handed']} aria-label={props.title}>
      <h3>{props.title}</h3>
      <p className="note">{t('meeting.handed-once')}</p>
      <ul>
        {props.items.map((item) => (
          <li key={item.key}>
            <p>
              <strong>{format.text(item.name)}</strong>
              {item.note !== undefined && <span className="note"> {item.note}</span>}
            </p>
            {item.text !== undefined && <CopyForWhatsApp text={item.text} shown />}
          </li>
        ))}
      </ul>
      <ActionRow>
        <ActionButton onPress={props.onDone}>{t('meeting.handed-done')}</ActionButton>
      </ActionRow>
    </section>
  );
}
