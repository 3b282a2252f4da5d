import { formatZone } from '@tablee/domain/text';
import type { ReactNode } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { instantIn, wallClock } from '#register/zone.ts';
import { TextField } from '#ui/text-field.tsx';
import css from './decisions.module.css';

/** A last day (`YYYY-MM-DD`) and hour (`HH:MM`) as the clock of `zone` (IANA) shows them. */
export interface Deadline {
  readonly day: string;
  readonly time: string;
  readonly zone: string;
}

/** The deadline of an instant, as the clock of its zone shows it. */
export const deadlineOf = (instant: string, zone: string): Deadline => {
  const { date, time } = wallClock(instant, zone);
  return { day: date, time, zone };
};

/** The instant (UTC) of a deadline; nothing while its day or hour is not written out. */
export const instantOf = ({ day, time, zone }: Deadline): string | undefined => instantIn(day, time, zone);

/** Asks the last day and hour of a decision, and names the zone whose clock counts. */
export function DeadlineFields(props: {
  readonly value: Deadline;
  readonly onChange: (value: Deadline) => void;
}): ReactNode {
  const { value, onChange } = props;
  const { t, locale } = useLocale();
  return (
    <div className={css['line']}>
      <TextField
        name="day"
        label={t('decision.last-day')}
        type="date"
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
        size={12}
      />
      <TextField
        label={t('decision.last-hour', { zone: formatZone(value.zone, locale) })}
        type="time"
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
        size={8}
      />
    </div>
  );
}
