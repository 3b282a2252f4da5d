import { type Comparison, widestGaps } from '@tablee/domain/modules/evaluation';
import type { ReactNode } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { ActionButton } from '#ui/action-button.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { useCellName } from './cell-view.tsx';
import type { CellAddress } from './comparison-view.tsx';

/** How many boxes are named: what is worth talking about first, not a ranking. */
const SHOWN = 3;

/** Where views on the same box are furthest apart. */
export function Gaps(props: {
  readonly table: Comparison;
  readonly onCell: (cell: CellAddress) => void;
}): ReactNode {
  const { t } = useLocale();
  const name = useCellName();
  const gaps = widestGaps(props.table).slice(0, SHOWN);
  if (gaps.length === 0) return null;
  const cells = props.table.rows.flatMap((row) => row.cells);
  return (
    <Section title={t('option.gaps')} id="gaps">
      <SentenceList
        labelledBy="gaps"
        items={gaps.map((gap) => {
          const values =
            cells
              .find((cell) => cell.option === gap.option && cell.criterion === gap.criterion)
              ?.scores.map((score) => score.value) ?? [];
          return {
            key: `${gap.option}-${gap.criterion}`,
            text: t('option.gap-row', {
              cell: name(gap),
              low: Math.min(...values),
              high: Math.max(...values),
            }),
            action: (
              <ActionButton kind="quiet" onPress={() => props.onCell(gap)}>
                {t('option.views')}
              </ActionButton>
            ),
          };
        })}
      />
    </Section>
  );
}
