import { type ReactNode, useState } from 'react';
import { useText } from '../locale/use-text.tsx';
import { ActionButton, ActionRow } from './action-button.tsx';
import { Choice } from './choice.tsx';
import css from './circle-selector.module.css';

/** A circle one may choose. */
export interface CircleOption {
  readonly id: string;
  /** « Noyau (6) », already written. */
  readonly label: string;
  /** The wider the circle, the larger; two with the same rank do not contain each other. */
  readonly rank: number;
  readonly hint?: string;
}

/** Props of {@link CircleSelector}. */
export interface CircleSelectorProps {
  readonly circles: readonly CircleOption[];
  readonly value: string;
  readonly onChange: (circle: string) => void;
  /** Replaces « Qui verra ceci ? ». */
  readonly label?: string;
  readonly name?: string;
  /** The thing exists already, so widening is confirmed; a new thing has no copies yet. */
  readonly confirmWidening?: boolean;
}

/** Whether a choice lets in people whom the present circle keeps out. */
export function isWider(circles: readonly CircleOption[], from: string, to: string): boolean {
  const rank = (id: string): number => circles.find((circle) => circle.id === id)?.rank ?? 0;
  return from !== to && rank(to) >= rank(from);
}

/** « Qui verra ceci ? »: radios, and a confirmation in place before more people can read. */
export function CircleSelector(props: CircleSelectorProps): ReactNode {
  const t = useText();
  const [wanted, setWanted] = useState<string>();
  const target = props.circles.find((circle) => circle.id === wanted);
  const choose = (id: string): void => {
    if (props.confirmWidening && isWider(props.circles, props.value, id)) setWanted(id);
    else {
      setWanted(undefined);
      props.onChange(id);
    }
  };
  return (
    <div className={css['selector']}>
      <Choice
        label={props.label ?? t('ui.circle.legend')}
        {...(props.name === undefined ? {} : { name: props.name })}
        options={props.circles.map(({ id, label, hint }) => ({
          value: id,
          label,
          ...(hint ? { hint } : {}),
        }))}
        value={wanted ?? props.value}
        onChange={choose}
      />
      {target && (
        <div className={css['confirm']} role="alert">
          <p>{t('ui.circle.widen', { who: target.label })}</p>
          <ActionRow>
            <ActionButton
              onPress={() => {
                setWanted(undefined);
                props.onChange(target.id);
              }}
            >
              {t('ui.circle.widen-yes')}
            </ActionButton>
            <ActionButton onPress={() => setWanted(undefined)}>{t('ui.circle.widen-no')}</ActionButton>
          </ActionRow>
        </div>
      )}
    </div>
  );
}
