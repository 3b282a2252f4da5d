import { textIn, textOf } from '@tablee/domain/kernel';
import { endingView, GOAL_OUTCOME, type GoalLine, type GoalOutcome } from '@tablee/domain/modules/ending';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { Part, type PartProps, useMaySettle, useSettle } from './part.tsx';

const OUTCOMES = ['met', 'missed', 'closed'] as const;

/** Each goal met, missed or closed, with its reason. */
export function GoalsPart({ held }: PartProps): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const may = useMaySettle(held);
  const [open, setOpen] = useState<string>();
  const { goals, settled } = endingView(view, held.state);
  const row = ({ entity, outcome }: GoalLine): string => {
    const said = textIn(entity, 'statement', locale);
    const goal =
      said === undefined ? t('record.untitled') : format.text(said.text, said.lang).replace(/\.$/, '');
    return outcome === undefined
      ? t('ending.goal-open', { goal })
      : t('ending.goal-row', { goal, outcome: format.text(GOAL_OUTCOME[outcome][locale]).toLowerCase() });
  };
  return (
    <Part id="goals" settled={settled.goals}>
      {goals.length === 0 && <p className="note">{t('ending.no-goals')}</p>}
      <SentenceList
        labelledBy="part-goals"
        items={goals.map((goal) => {
          const { id } = goal.entity;
          const reason = textOf(held.state.goals[id]?.reason ?? undefined);
          return {
            key: id,
            text: row(goal),
            ...(reason === undefined ? {} : { note: format.text(reason) }),
            ...(open === id
              ? { state: <GoalForm held={held} goal={id} onDone={() => setOpen(undefined)} /> }
              : {}),
            action: may && open !== id && (
              <ActionButton kind="quiet" onPress={() => setOpen(id)}>
                {t('ending.goal-say')}
              </ActionButton>
            ),
          };
        })}
      />
    </Part>
  );
}

function GoalForm(props: PartProps & { readonly goal: string; readonly onDone: () => void }): ReactNode {
  const settle = useSettle(props.held);
  const { t, locale } = useLocale();
  const format = useFormat();
  const [outcome, setOutcome] = useState<GoalOutcome | undefined>(
    props.held.state.goals[props.goal]?.outcome,
  );
  const [reason, setReason] = useState('');
  return (
    <Form
      label={t('ending.goal-say')}
      submit={t('ending.goal-say')}
      onCancel={props.onDone}
      onSubmit={async () => {
        if (outcome === undefined) return [{ name: 'outcome', message: t('ending.goal-missing') }];
        const text = reason.trim();
        if (outcome !== 'met' && text === '')
          return [{ name: 'reason', message: t('ending.goal-why-missing') }];
        await settle('settleGoal', {
          result: props.goal,
          outcome,
          ...(text === '' ? {} : { reason: text }),
        });
        props.onDone();
        return undefined;
      }}
    >
      <Choice
        name="outcome"
        label={t('ending.goal-say')}
        options={OUTCOMES.map((value) => ({ value, label: format.text(GOAL_OUTCOME[value][locale]) }))}
        value={outcome}
        onChange={setOutcome}
      />
      <TextField
        name="reason"
        label={t('ending.goal-why')}
        rows={2}
        value={reason}
        onChange={setReason}
        {...(outcome === 'met' ? { optional: true } : {})}
      />
    </Form>
  );
}
