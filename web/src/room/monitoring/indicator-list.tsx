import { latestApproved } from '@tablee/domain/modules/figure';
import { recordsIn } from '@tablee/domain/modules/reading';
import { checkPath, pathOf } from '@tablee/domain/modules/result';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { useView } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { useFigureWords } from './use-figures.ts';

/** Each indicator with its latest approved value, held against its path. */
export function IndicatorList({ room }: { readonly room: RoomPlace }): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const format = useFormat();
  const words = useFigureWords();
  return (
    <Section title={t('figure.indicators')} id="indicators">
      <SentenceList
        labelledBy="indicators"
        items={recordsIn(view, 'indicator').map((entity) => {
          const latest = latestApproved(view, entity.id);
          const check = latest && checkPath(view, entity, latest.value, latest.day);
          const name = words.indicator(entity.id);
          const text =
            latest === undefined
              ? t('figure.indicator-none', { name })
              : t('figure.indicator-row', { name, value: words.value(latest.value) });
          return {
            key: entity.id,
            text: (
              <span id={`row-${entity.id}`} tabIndex={-1}>
                <Link href={room.href(entity.id)} replace>
                  {text}
                </Link>
              </span>
            ),
            ...(check === undefined
              ? pathOf(view, entity).length < 2
                ? { note: t('figure.path-none') }
                : {}
              : { note: t('figure.path-asked', { value: words.value(check.expected.value) }) }),
            ...(latest === undefined ? {} : { when: format.date(latest.day.slice(0, 7)) }),
          };
        })}
      />
    </Section>
  );
}
