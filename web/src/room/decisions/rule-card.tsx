import type { RuleCard } from '@tablee/domain/engines/decision';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import css from './decisions.module.css';

/** The rule in sentences, shown before anybody answers. */
export function RuleCardView({
  card,
  kicker,
}: {
  readonly card: RuleCard;
  readonly kicker?: string;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const [first, ...rest] = [...card.lines].sort((a, b) => weight(b.fr) - weight(a.fr));
  return (
    <section className={css['card']} aria-label={t('decision.rule')}>
      <p className={css['kicker']}>{kicker ?? t('decision.rule-first')}</p>
      <p className={css['main']}>{first && format.text(first[locale])}</p>
      <details>
        <summary>{t('decision.rule-whole')}</summary>
        <ul>
          {rest.map((line) => (
            <li key={line.fr}>{format.text(line[locale])}</li>
          ))}
        </ul>
        <p className="note">
          {format.text(card.title[locale].replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => format.date(day)))}
        </p>
      </details>
    </section>
  );
}

// The sentence that says how something is adopted comes first: it is what people need before they answer.
const weight = (french: string): number => (/adopt/i.test(french) ? 1 : 0);
