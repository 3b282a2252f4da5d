import { textOf } from '@tablee/domain/kernel';
import {
  CONFIRMED_HOW,
  type Firmness,
  POSITION_STANDING,
  type PositionStanding,
  STANDING_SIGN,
  type StandingStep,
} from '@tablee/domain/modules/wording';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';

/** A standing with what makes it firm, wherever a position is listed. */
interface Held {
  readonly standing: PositionStanding;
  readonly firmness?: Firmness;
}

/** The sign and the word of a standing, then with whom and until when, or by whom, how and when. */
export const useStandingWords = (): ((held: Held) => string) => {
  const { t, locale } = useLocale();
  const format = useFormat();
  return ({ standing, firmness }) => {
    const word = POSITION_STANDING[standing][locale].toLowerCase();
    const clearing = textOf(firmness?.with ?? undefined);
    const by = textOf(firmness?.by ?? undefined);
    const how = firmness?.how;
    const details = [
      ...(clearing === undefined ? [] : [t('standing.with', { who: clearing })]),
      ...(firmness?.until ? [t('standing.until', { date: format.date(firmness.until) })] : []),
      ...(by === undefined ? [] : [t('standing.by', { who: by })]),
      ...(how ? [CONFIRMED_HOW[how][locale].toLowerCase()] : []),
      ...(firmness?.on ? [t('standing.on', { date: format.date(firmness.on) })] : []),
    ];
    return `${STANDING_SIGN[standing]} ${format.text([word, ...details].join(', '))}`;
  };
};

/** What an organisation said before, folded away, the latest first; nothing while it said one thing only. */
export function StandingTrail<S extends string>(props: {
  readonly trail: readonly StandingStep<S>[] | undefined;
  readonly stanceWord: (stance: S) => string;
}): ReactNode {
  const { trail = [], stanceWord } = props;
  const { t } = useLocale();
  const format = useFormat();
  const words = useStandingWords();
  if (trail.length === 0) return null;
  return (
    <details>
      <summary>{t('standing.before', { n: trail.length })}</summary>
      <ul>
        {trail.toReversed().map((step) => (
          <li key={step.at}>
            {format.date(step.at.slice(0, 10))} · {stanceWord(step.stance)} · {words(step)}
          </li>
        ))}
      </ul>
    </details>
  );
}
