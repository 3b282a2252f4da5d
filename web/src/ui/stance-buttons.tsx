import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import { Choice } from './choice.tsx';
import type { FieldFrameProps } from './field.tsx';
import { Icon } from './icon.tsx';

/** The four answers to a question asked by consensus. */
export type Stance = 'agree' | 'reservations' | 'standAside' | 'block';

/** Every stance, from support to block. */
export const STANCES: readonly Stance[] = ['agree', 'reservations', 'standAside', 'block'];

/** Props of {@link StanceButtons}. */
export interface StanceButtonsProps extends FieldFrameProps {
  readonly value: Stance | undefined;
  readonly onChange: (stance: Stance) => void;
  /** Those the rule allows; all four unless told otherwise. */
  readonly offered?: readonly Stance[];
}

/** A stance as radios that look like large buttons: sign and words. */
export function StanceButtons({ offered = STANCES, ...props }: StanceButtonsProps): ReactNode {
  const t = useText();
  const options = offered.map((stance) => ({
    value: stance,
    label: t(`ui.stance.${stance}`),
    sign: <Icon name={stance} />,
  }));
  return <Choice {...props} options={options} large />;
}
