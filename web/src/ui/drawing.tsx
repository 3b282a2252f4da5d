import { type ReactNode, useId, useState } from 'react';
import { useText } from '../locale/use-text.tsx';
import { ActionButton } from './action-button.tsx';
import css from './drawing.module.css';

/** Props of {@link Drawing}. */
export interface DrawingProps {
  /** The sentence that says what the picture shows. */
  readonly caption: ReactNode;
  /** An SVG with `aria-hidden`; its nodes take the pointer. */
  readonly picture: ReactNode;
  /** The same content and selection as a table. */
  readonly table: ReactNode;
  /** What is shown at first; a phone starts with the table. */
  readonly start?: 'picture' | 'table';
  /** Buttons that move or zoom the picture. */
  readonly tools?: ReactNode;
}

const onPhone = (): boolean => typeof matchMedia === 'function' && matchMedia('(max-width: 639px)').matches;

/** A picture with its table twin, one press apart; the keyboard works in the table. */
export function Drawing({ caption, picture, table, start, tools }: DrawingProps): ReactNode {
  const t = useText();
  const id = useId();
  const [view, setView] = useState(start ?? (onPhone() ? 'table' : 'picture'));
  return (
    <figure className={css['figure']} aria-labelledby={id}>
      <div className={css['tools']}>
        <ActionButton pressed={view === 'picture'} onPress={() => setView('picture')}>
          {t('ui.drawing.picture')}
        </ActionButton>
        <ActionButton pressed={view === 'table'} onPress={() => setView('table')}>
          {t('ui.drawing.table')}
        </ActionButton>
        {view === 'picture' && tools}
      </div>
      {view === 'picture' ? <div className={css['picture']}>{picture}</div> : table}
      <figcaption id={id} className={css['caption']}>
        {caption}
      </figcaption>
    </figure>
  );
}
