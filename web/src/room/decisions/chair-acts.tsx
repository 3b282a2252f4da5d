import { processCommand } from '@tablee/domain/kernel';
import { awaited, type Decision } from '@tablee/domain/modules/decision';
import type { Running } from '@tablee/domain/modules/reading';
import { formatZone } from '@tablee/domain/text';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { instantIn, wallClock } from '#register/zone.ts';
import { useAct } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
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
  const issue = (verb: string, payload: Parameters<typeof processCommand>[3]): Promise<void> =>
    act.issue(
      processCommand(act.ticket(), `decision.${verb}`, { entity: held.id, circle: held.circle }, payload),
    );
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
  readonly issue: (verb: string, payload: Parameters<typeof processCommand>[3]) => Promise<void>;
  readonly onDone: () => void;
}): ReactNode {
  const { verb, held } = props;
  const { instant, zone } = held.state.deadline;
  const { t, locale } = useLocale();
  const wall = wallClock(instant, zone);
  const [day, setDay] = useState(wall.date);
  const [time, setTime] = useState(wall.time);
  const [reason, setReason] = useState('');
  return (
    <Form
      label={t(`decision.${verb}`)}
      submit={t(`decision.${verb}`)}
      onCancel={props.onDone}
      onSubmit={async () => {
        if (reason.trim() === '') return [{ name: 'reason', message: t('record.refused.ReasonMissing') }];
        const to = instantIn(day, time, zone);
        if (verb === 'move' && (to === undefined || Date.parse(to) <= Date.now()))
          return [{ name: 'day', message: t('decision.deadline-passed') }];
        await props.issue(
          verb,
          verb === 'move' && to !== undefined
            ? { deadline: { instant: to, zone }, reason: reason.trim() }
            : { reason: reason.trim() },
        );
        props.onDone();
        return undefined;
      }}
    >
      {verb === 'move' && (
        <div className={css['line']}>
          <TextField
            name="day"
            label={t('decision.last-day')}
            type="date"
            value={day}
            onChange={setDay}
            size={12}
          />
          <TextField
            label={t('decision.last-hour', { zone: formatZone(zone, locale) })}
            type="time"
            value={time}
            onChange={setTime}
            size={8}
          />
        </div>
      )}
      <TextField
        name="reason"
        label={t('decision.reason')}
        value={reason}
        onChange={setReason}
        maxLength={2_000}
      />
    </Form>
  );
}
