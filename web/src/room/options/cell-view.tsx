import { addRecord, type RecordEntity, textIn, valueOf } from '@tablee/domain/kernel';
import { comparison, criterion, option } from '@tablee/domain/modules/evaluation';
import { recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useEffect, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { CellAddress } from './comparison-view.tsx';

const LEVELS = ['1', '2', '3', '4', '5'] as const;

/** The words of a box: « Étendre à trois quartiers, coût par an ». */
export const useCellName = (): ((at: CellAddress) => string) => {
  const view = useView();
  const { t } = useLocale();
  const format = useFormat();
  return (at) =>
    t('option.rate-this', {
      option: format.text(valueOf(option, recordIn(view, 'option', at.option), 'name') ?? ''),
      criterion: format.text(valueOf(criterion, recordIn(view, 'criterion', at.criterion), 'name') ?? ''),
    });
};

/** One box opened: every view with its reason, and the form for mine. */
export function CellView({
  at,
  onClose,
}: {
  readonly at: CellAddress;
  readonly onClose: () => void;
}): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const name = useCellName();
  const [adding, setAdding] = useState(false);
  // The box opens below the table: on a phone it would stay out of sight.
  useEffect(() => document.getElementById('cell')?.scrollIntoView({ block: 'nearest' }), []);
  const scores = comparison(view)
    .rows.flatMap((row) => row.cells)
    .filter((cell) => cell.option === at.option && cell.criterion === at.criterion)
    .flatMap((cell) => cell.scores);
  return (
    <Section title={name(at)} id="cell">
      <Views scores={scores} />
      {adding || scores.length === 0 ? (
        <ScoreForm
          at={at}
          onDone={scores.length === 0 ? onClose : () => setAdding(false)}
          onCancel={onClose}
        />
      ) : (
        <ActionRow>
          <ForWriters>
            <ActionButton onPress={() => setAdding(true)}>{t('option.rate')}</ActionButton>
          </ForWriters>
          <ActionButton kind="quiet" onPress={onClose}>
            {t('ui.close')}
          </ActionButton>
        </ActionRow>
      )}
    </Section>
  );
}

function Views({
  scores,
}: {
  readonly scores: readonly { readonly entity: RecordEntity; readonly value: number }[];
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  if (scores.length === 0) return null;
  return (
    <SentenceList
      label={t('option.views')}
      form="plain"
      items={scores.map(({ entity, value }) => {
        const reason = textIn(entity, 'reason', locale);
        return {
          key: entity.id,
          text: t('option.view-row', { value }),
          ...(reason === undefined ? {} : { note: format.text(reason.text, reason.lang) }),
        };
      })}
    />
  );
}

function ScoreForm(props: {
  readonly at: CellAddress;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const act = useAct();
  const { t, locale } = useLocale();
  const [value, setValue] = useState<(typeof LEVELS)[number]>();
  const [reason, setReason] = useState('');
  return (
    <Form
      label={t('option.rate')}
      submit={t('option.rate-do')}
      onCancel={props.onCancel}
      onSubmit={async () => {
        if (value === undefined) return [{ name: 'value', message: t('option.rate-missing') }];
        const text = reason.trim();
        await act.issue(
          addRecord(
            act.ticket(),
            'score',
            { entity: act.newId(), circle: 'partners' },
            {
              option: props.at.option,
              criterion: props.at.criterion,
              value: Number(value),
              ...(text === '' ? {} : { reason: { lang: locale, text } }),
            },
          ),
        );
        props.onDone();
        return undefined;
      }}
    >
      <Choice
        name="value"
        label={t('option.rate-value')}
        options={LEVELS.map((level) => ({ value: level, label: level }))}
        value={value}
        onChange={setValue}
      />
      <TextField
        name="reason"
        label={t('option.rate-why')}
        hint={t('option.rate-why-hint')}
        rows={2}
        value={reason}
        onChange={setReason}
        optional
      />
    </Form>
  );
}
