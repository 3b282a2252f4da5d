import { type ReactNode, useId } from 'react';
import { useText } from '../locale/use-text.tsx';
import css from './rating-mark.module.css';

/** A judgement in words. */
export type Rating = 'on-track' | 'at-risk' | 'off-track' | 'not-rated';

/** Every rating, best first. */
export const RATINGS: readonly Rating[] = ['on-track', 'at-risk', 'off-track', 'not-rated'];

const STROKES: Readonly<Record<Rating, string>> = {
  'on-track': 'M3.5 10.5l4.5 4.5l9-10',
  'at-risk': 'M10 3v9M10 16.5v.5',
  'off-track': 'M4.5 4.5l11 11M15.5 4.5l-11 11',
  'not-rated': 'M4 10h12',
};

/** The stroke of a rating alone; decorative, the word must stand beside it. */
export function RatingStroke({
  rating,
  size = 18,
}: {
  readonly rating: Rating;
  readonly size?: number;
}): ReactNode {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      className={css['stroke']}
      data-rating={rating}
      focusable="false"
    >
      <path d={STROKES[rating]} />
    </svg>
  );
}

/** Props of {@link RatingMark}. */
export interface RatingMarkProps {
  readonly rating: Rating;
  /** Reason, date and author, on request; typography already set. */
  readonly reason?: ReactNode;
}

/** Sign and word of a rating; the reason opens on request. */
export function RatingMark({ rating, reason }: RatingMarkProps): ReactNode {
  const t = useText();
  const mark = (
    <span className={css['mark']}>
      <RatingStroke rating={rating} />
      {t(`ui.rating.${rating}`)}
    </span>
  );
  if (reason === undefined) return mark;
  return (
    <details className={css['details']}>
      <summary>
        {mark}
        <span className="visually-hidden">, {t('ui.rating.why')}</span>
      </summary>
      <div className={css['reason']}>{reason}</div>
    </details>
  );
}

/** Sets a rating in words. `label` names what is rated. */
export function RatingSelect(props: {
  readonly label: string;
  readonly value: Rating;
  readonly onChange: (rating: Rating) => void;
}): ReactNode {
  const t = useText();
  const id = useId();
  return (
    <span className={css['select']}>
      <label htmlFor={id}>{props.label}</label>
      <span className={css['control']}>
        <RatingStroke rating={props.value} />
        <select
          id={id}
          value={props.value}
          onChange={(event) => {
            const chosen = RATINGS.find((rating) => rating === event.target.value);
            if (chosen) props.onChange(chosen);
          }}
        >
          {RATINGS.map((rating) => (
            <option key={rating} value={rating}>
              {t(`ui.rating.${rating}`)}
            </option>
          ))}
        </select>
      </span>
    </span>
  );
}
