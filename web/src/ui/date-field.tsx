import { type DatePrecision, readDate } from '@tablee/domain/text';
import { type ReactNode, useId, useState } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import css from './field.module.css';
import { type FieldFrameProps, FieldGroup } from './field.tsx';

/** Props of {@link DateField}. */
export interface DateFieldProps extends FieldFrameProps {
  /** ISO: `2019`, `2019-03`, `2019-03-12`, or empty. */
  readonly value: string;
  readonly onChange: (iso: string) => void;
  /** Precisions on offer, the usual one first; all three unless told otherwise. A deadline takes `['day']`. */
  readonly precisions?: readonly DatePrecision[];
  /** IANA zone of a deadline, already named: « heure de Lusaka ». */
  readonly zone?: string;
}

const ALL: readonly DatePrecision[] = ['day', 'month', 'year'];
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;

interface ControlProps {
  readonly value: string;
  readonly onChange: (iso: string) => void;
}

function DayControl({ value, onChange, label }: ControlProps & { readonly label: string }): ReactNode {
  return (
    <input
      type="date"
      aria-label={label}
      className={`${css['control']} ${css['short']}`}
      value={value.length === 10 ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function YearControl({ value, onChange }: ControlProps): ReactNode {
  const { t } = useLocale();
  return (
    <label className={css['part']}>
      {t('ui.date.year')}
      <input
        className={`${css['control']} ${css['short']}`}
        inputMode="numeric"
        autoComplete="off"
        size={5}
        maxLength={4}
        value={value.slice(0, 4)}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
      />
    </label>
  );
}

function MonthControl({ value, onChange }: ControlProps): ReactNode {
  const { t, locale } = useLocale();
  const [year = '', month = ''] = value.split('-');
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  // While the year is not complete the month waits in the value, so that nothing typed is lost.
  const join = (nextYear: string, nextMonth: string): void =>
    onChange(nextMonth ? `${nextYear}-${nextMonth}` : nextYear);
  return (
    <>
      <label className={css['part']}>
        {t('ui.date.month-name')}
        <select
          className={`${css['control']} ${css['short']}`}
          value={month.slice(0, 2)}
          onChange={(event) => join(year, event.target.value)}
        >
          <option value="" />
          {MONTHS.map((code, index) => (
            <option key={code} value={code}>
              {name.format(Date.UTC(2024, index))}
            </option>
          ))}
        </select>
      </label>
      <YearControl value={year} onChange={(next) => join(next, month.slice(0, 2))} />
    </>
  );
}

/** The precision in use: that of the value where it is a date, else the first on offer. */
const precisionOf = (value: string, offered: readonly DatePrecision[]): DatePrecision =>
  readDate(value)?.precision ?? offered[0] ?? 'day';

/** The same date at another precision: cut, never filled with an invented day. */
export function atPrecision(iso: string, precision: DatePrecision): string {
  const length = { year: 4, month: 7, day: 10 }[precision];
  return iso.length >= length ? iso.slice(0, length) : iso;
}

/** A date as precise as it is known; reads « mars 2019 », never an invented first of the month. */
export function DateField(props: DateFieldProps): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const id = useId();
  const offered = props.precisions ?? ALL;
  const [precision, setPrecision] = useState(() => precisionOf(props.value, offered));
  const choose = (text: string): void => {
    const next = offered.find((each) => each === text) ?? precision;
    setPrecision(next);
    props.onChange(atPrecision(props.value, next));
  };
  const reads = readDate(props.value) ? format.date(props.value) : undefined;
  const { label, ...frame } = props;
  return (
    <FieldGroup {...frame} legend={label}>
      <div className={css['row']}>
        {offered.length > 1 && (
          <label className={css['part']} htmlFor={id}>
            {t('ui.date.precision')}
            <select
              id={id}
              className={`${css['control']} ${css['short']}`}
              value={precision}
              onChange={(event) => choose(event.target.value)}
            >
              {offered.map((each) => (
                <option key={each} value={each}>
                  {t(`ui.date.${each}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        {precision === 'day' && <DayControl value={props.value} onChange={props.onChange} label={label} />}
        {precision === 'month' && <MonthControl value={props.value} onChange={props.onChange} />}
        {precision === 'year' && <YearControl value={props.value} onChange={props.onChange} />}
      </div>
      <p className={css['reading']} aria-live="polite">
        {reads && t('ui.date.reads', { date: props.zone ? `${reads} (${props.zone})` : reads })}
      </p>
    </FieldGroup>
  );
}

/** Props of {@link PeriodField}. */
export interface PeriodFieldProps extends Omit<DateFieldProps, 'value' | 'onChange'> {
  readonly start: string;
  readonly end: string;
  readonly onChange: (start: string, end: string) => void;
}

/** A period: two dates, each as precise as it is known. */
export function PeriodField({
  start,
  end,
  onChange,
  label,
  precisions,
  ...frame
}: PeriodFieldProps): ReactNode {
  const { t } = useLocale();
  const limits = precisions ? { precisions } : {};
  return (
    <FieldGroup {...frame} legend={label}>
      <DateField
        label={t('ui.date.from')}
        value={start}
        onChange={(next) => onChange(next, end)}
        {...limits}
      />
      <DateField label={t('ui.date.to')} value={end} onChange={(next) => onChange(start, next)} {...limits} />
    </FieldGroup>
  );
}
