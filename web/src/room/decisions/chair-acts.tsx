import type { JsonObject } from '@tablee/domain/kernel';
import { awaited, type Decision } from '@tablee/domain/modules/decision';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { ReasonForm } from '#page/reason-form.tsx';
import { useAct } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { DeadlineFields, deadlineOf, instantOf } from './deadline-fields.tsx';
import css from './decisions.module.css';

/** What keepers of the thread do: state the result when everybody has counted, move the deadline, withdraw; with reasons. */
export function ChairActs({
  held,
  isOver,
}: {
  readonly held: Running<Decision>;
  readonly isOver: boolean;
}): ReactNode {
  const { state } = held;
  const act = useAct();
  const { t } = useLocale();
  const [open, setOpen] = useState<'move' | 'withdraw'>();
  const mayClose = isOver || state.meeting !== null || awaited(state).length === 0;
  const issue = (verb: string, payload: JsonObject): Promise<void> =>
    act.command(`decision.${verb}`, { entity: held.id, circle: held.circle }, payload);
  if (open !== undefined)
    return <WithReason verb={open} held={held} issue={issue} onDone={() => setOpen(undefined)} />;
  return (
    <div className={css['after']}>
      <ActionRow>
        {mayClose && (
          <ActionButton onPress={() => void issue('close', {})}>{t('decision.close')}</ActionButton>
        )}
        {!isOver && (
          <ActionButton kind="quiet" onPress={() => setOpen('move')}>
            {t('decision.move')}
          </ActionButton>
        )}
        <ActionButton kind="quiet" onPress={() => setOpen('withdraw')}>
          {t('decision.withdraw')}
        </ActionButton>
      </ActionRow>
    </div>
  );
}

function WithReason(props: {
  readonly verb: 'move' | 'withdraw';
  readonly held: Running<Decision>;
  readonly issue: (verb: string, payload: JsonObject) => Promise<void>;
  readonly onDone: () => void;
}): ReactNode {
  const { verb, held, issue } = props;
  const { instant, zone } = held.state.deadline;
  const { t } = useLocale();
  const [deadline, setDeadline] = useState(() => deadlineOf(instant, zone));
  const to = instantOf(deadline);
  const isAhead = (): boolean => to !== undefined && Date.parse(to) > Date.now();
  const passed = [{ name: 'day', message: t('decision.deadline-passed') }];
  return (
    <ReasonForm
      act={t(`decision.${verb}`)}
      question={t('decision.reason')}
      faults={() => (verb === 'withdraw' || isAhead() ? [] : passed)}
      onSend={(reason) =>
        issue(verb, verb === 'move' && to ? { deadline: { instant: to, zone }, reason } : { reason })
      }
      onDone={props.onDone}
    >
      {verb === 'move' && <DeadlineFields value={deadline} onChange={setDeadline} />}
    </ReasonForm>
  );
}
