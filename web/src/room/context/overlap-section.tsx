import { changeRecord, type RecordEntity, valueOf } from '@tablee/domain/kernel';
import { initiative, overlapOf, overlapSentences, VERDICT } from '@tablee/domain/modules/context';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { useMay } from '#register/use-may.ts';
import { useAct, useView } from '#sync/use-space.ts';
import { Choice } from '#ui/choice.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';
import { PanelSection } from '#ui/side-panel.tsx';

const VERDICTS = ['align', 'join', 'complement'] as const;

/** What an initiative and our problem have in common, in words that can be checked, and what we make of it. */
export function OverlapSection({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const act = useAct();
  const may = useMay(initiative, entity);
  const sentences = overlapSentences(overlapOf(view, entity, today(), locale), locale);
  return (
    <PanelSection title={t('launch.overlap')}>
      <SentenceList
        form="plain"
        label={t('launch.overlap')}
        items={sentences.map(({ key, text }) => ({ key, text: format.text(text) }))}
      />
      {may.change && (
        <Choice
          label={t('launch.initiative-verdict')}
          options={VERDICTS.map((value) => ({
            value,
            label: format.text(VERDICT[value][locale]),
            hint: t(`launch.initiative-${value}`),
          }))}
          value={valueOf(initiative, entity, 'verdict')}
          onChange={(verdict) => void act.issue(changeRecord(act.ticket(), entity, { verdict }))}
        />
      )}
    </PanelSection>
  );
}
