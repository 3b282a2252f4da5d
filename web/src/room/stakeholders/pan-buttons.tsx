import { type ReactNode, useRef } from 'react';
import { useText } from '#locale/use-text.tsx';
import { ActionButton } from '#ui/action-button.tsx';
import { useMedia } from '#ui/use-media.ts';

/** Moves a drawing that is wider than the screen by half a screen, without a gesture. */
export function PanButtons(): ReactNode {
  const t = useText();
  const here = useRef<HTMLSpanElement>(null);
  const narrow = useMedia('(max-width: 719px)');
  if (!narrow) return null;
  const move = (side: 1 | -1): void => {
    const picture = here.current?.closest('figure')?.querySelector('svg[viewBox]')?.parentElement;
    picture?.scrollBy({ left: (side * picture.clientWidth) / 2, behavior: 'smooth' });
  };
  return (
    <>
      <span ref={here} hidden />
      <ActionButton onPress={() => move(-1)}>{t('stakeholder.pan-left')}</ActionButton>
      <ActionButton onPress={() => move(1)}>{t('stakeholder.pan-right')}</ActionButton>
    </>
  );
}
