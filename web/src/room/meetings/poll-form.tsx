import type { RecordEntity } from '@tablee/domain/kernel';
import { MOST_DATES } from '@tablee/domain/modules/poll';
import { formatZone } from '@tablee/domain/text';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { deviceZone, instantIn } from '#register/zone.ts';
import { useAct } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './meetings.module.css';

interface Row {
  readonly key: number;
  readonly day: string;
  readonly time: string;
}

/** The dates on offer: a day and an hour per line, in the zone of this device. */
export function PollForm({
  entity,
  onDone,
}: {
  readonly entity: RecordEntity;
  readonly onDone: () => void;
}): ReactNode {
  const act = useAct();
  const { t, locale } = useLocale();
  const [rows, setRows] = useState<readonly Row[]>([0, 1, 2].map((key) => ({ key, day: '', time: '09:00' })));
  const [deadline, setDeadline] = useState('');
  const zone = deviceZone();
  const set = (key: number, change: Partial<Row>): void =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  const submit = async () => {
    const options = rows.flatMap((row) => {
      const instant = instantIn(row.day, row.time || '09:00', zone);
      return instant === undefined ? [] : [{ instant, zone }];
    });
    if (new Set(options.map((option) => option.instant)).size < 2)
      return [{ name: 'day-0', message: t('meeting.poll-two') }];
    await act.command(
      'poll.open',
      { entity: act.newId(), circle: entity.circle },
      { meeting: entity.id, options, ...(deadline.length === 10 ? { deadline } : {}) },
    );
    onDone();
    return undefined;
  };
  return (
    <Form label={t('meeting.poll-open')} submit={t('meeting.poll-offer')} onSubmit={submit} onCancel={onDone}>
      <p className="note">{t('meeting.poll-zone', { zone: formatZone(zone, locale) })}</p>
      {rows.map((row, index) => (
        <div key={row.key} className={css['when']}>
          <TextField
            name={`day-${row.key}`}
            label={t('meeting.poll-day', { n: index + 1 })}
            type="date"
            value={row.day}
            onChange={(day) => set(row.key, { day })}
            optional={index > 1}
          />
          <TextField
            name={`time-${row.key}`}
            label={t('meeting.poll-time', { n: index + 1 })}
            type="time"
            value={row.time}
            onChange={(time) => set(row.key, { time })}
          />
        </div>
      ))}
      {rows.length < MOST_DATES && (
        <div>
          <ActionButton
            kind="quiet"
            onPress={() =>
              setRows([...rows, { key: rows.length, day: '', time: rows.at(-1)?.time ?? '09:00' }])
            }
          >
            {t('meeting.poll-more')}
          </ActionButton>
        </div>
      )}
      <DateField
        name="deadline"
        label={t('meeting.poll-deadline')}
        value={deadline}
        onChange={setDeadline}
        precisions={['day']}
        optional
      />
    </Form>
  );
}
