import { standingWords } from '@tablee/domain/modules/request';
import {
  type Firmness,
  type PositionStanding,
  STANDING_SIGN,
  type StandingStep,
} from '@tablee/domain/modules/wording';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';

/** A sign that stands beside its words: assistive technology reads the words alone. */
export function Sign({ children }: { readonly children: string }): ReactNode {
  return <span aria-hidden="true">{children} </span>;
}

/** A standing with what makes it firm, wherever a position is listed. */
export interface Held {
  readonly standing: PositionStanding;
  readonly firmness?: Firmness;
}

/** The sign and the word of a standing, then with whom and until when, or by whom, how and when. */
export function StandingWords({ held }: { readonly held: Held }): ReactNode {
  const { locale } = useLocale();
  const format = useFormat();
  const words = standingWords(held, locale);
  return (
    <>
      <Sign>{STANDING_SIGN[held.standing]}</Sign>
      {format.text(words.charAt(0).toLowerCase() + words.slice(1))}
    </>
  );
}

/** What an organisation said before, folded away, the latest first; nothing while it said one thing only. */
export function StandingTrail<S extends string>(props: {
  readonly trail: readonly StandingStep<S>[] | undefined;
  readonly stanceWord: (stance: S) => string;
}): ReactNode {
  const { trail = [], stanceWord } = props;
  const { t } = useLocale();
  const format = useFormat();
  if (trail.length === 0) return null;
  return (
    <details>
      <summary>{t('standing.before', { n: trail.length })}</summary>
      <ul>
        {trail.toReversed().map((step) => (
          <li key={step.at}>
            {format.date(step.at.slice(0, 10))} · {stanceWord(step.stance)} · <StandingWords held={step} />
          </li>
        ))}
      </ul>
    </details>
  );
}
