import { compass, conditions } from '@tablee/domain/modules/compass';
import { capital } from '@tablee/domain/modules/sentence';
import type { Today } from '@tablee/domain/modules/today';
import type { ReactNode } from 'react';
import { Text, useFormat, useLocale } from '#locale/use-text.tsx';
import { useView } from '#sync/use-space.ts';
import css from './today.module.css';

/** Where we are in one sentence, and what the last return was about. */
export function WhereSentence({ today }: { readonly today: Today }): ReactNode {
  const view = useView();
  const { locale } = useLocale();
  const format = useFormat();
  const found = compass(view, locale);
  const last = found.cycles.at(-1);
  const [head, ...rest] = today.where.text.split(/ ?: /);
  const tail = rest.join(' : ');
  const open = conditions(view, locale, found.phase).find((condition) => condition.state === 'notYet');
  // What stands below as the next step is not said twice.
  const isAdvised = today.next.some((item) => item.kind === 'advice');
  return (
    <>
      <p className={css['where']}>
        {tail === '' ? (
          format.text(today.where.text)
        ) : (
          <>
            <strong>{format.text(head ?? '')}.</strong> {format.text(capital(tail))}
          </>
        )}
      </p>
      {open !== undefined && !isAdvised && found.endedAt === undefined && last?.opened !== 'returned' && (
        <p className={css['why']}>{format.text(open.sentence.text)}</p>
      )}
      {last?.opened === 'returned' && (
        <p className={css['why']}>
          <Text
            id="today.returned"
            values={{ date: format.date(last.at.slice(0, 10)), reason: format.text(last.reason ?? '') }}
          />
        </p>
      )}
    </>
  );
}
