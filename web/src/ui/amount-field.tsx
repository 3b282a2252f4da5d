import {
  type AmountRefusal,
  currencyDecimals,
  formatNumber,
  readDecimal,
  readMoney,
} from '@tablee/domain/text';
import { type ReactNode, useState } from 'react';
import type { Translate } from '../locale/locale.ts';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import css from './field.module.css';
import { Field, type FieldFrameProps } from './field.tsx';

/** An amount that was read, in integer minor units. */
export interface MoneyValue {
  readonly minor: number;
  readonly currency: string;
}

/** Props of {@link MoneyField}. */
export interface MoneyFieldProps extends FieldFrameProps {
  /** Absent while nothing readable stands in the field. */
  readonly value: MoneyValue | undefined;
  readonly onChange: (value: MoneyValue | undefined) => void;
  /** ISO 4217 codes on offer, the usual one first. */
  readonly currencies: readonly string[];
}

/** The sentence for an amount that was not taken; nothing for an empty field. */
export function amountFault(refusal: AmountRefusal, t: Translate, example: string): string | undefined {
  switch (refusal.code) {
    case 'AmountMissing':
      return undefined;
    case 'AmountUnreadable':
      return t('ui.money.unreadable', { example });
    case 'TooManyDecimals':
      return t('ui.money.too-many-decimals', { n: refusal.decimals });
    case 'AmountTooLarge':
      return t('ui.money.too-large');
  }
}

/** An amount of money: accepts `40 000,50` and `40,000.50`, and shows how it was read. */
export function MoneyField(props: MoneyFieldProps): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const first = props.value;
  const [currency, setCurrency] = useState(first?.currency ?? props.currencies[0] ?? 'EUR');
  const decimals = currencyDecimals(currency);
  const written = (minor: number): string =>
    formatNumber(minor / 10 ** decimals, locale, {
      minDecimals: minor % 10 ** decimals === 0 ? 0 : decimals,
      maxDecimals: decimals,
    });
  const [text, setText] = useState(first ? written(first.minor) : '');
  const reading = readMoney(text, currency, locale);
  const take = (nextText: string, nextCurrency: string): void => {
    setText(nextText);
    setCurrency(nextCurrency);
    const next = readMoney(nextText, nextCurrency, locale);
    props.onChange(next.ok ? { minor: next.minor, currency: nextCurrency } : undefined);
  };
  const fault = reading.ok
    ? undefined
    : amountFault(reading, t, format.number(40_000.5, { minDecimals: Math.min(2, decimals) }));
  return (
    <Field {...props} error={props.error ?? fault}>
      {(ids) => (
        <>
          <div className={css['row']}>
            <input
              {...ids}
              className={`${css['control']} ${css['short']}`}
              inputMode="decimal"
              autoComplete="off"
              size={14}
              value={text}
              onChange={(event) => take(event.target.value, currency)}
            />
            <select
              className={`${css['control']} ${css['short']}`}
              aria-label={t('ui.money.currency')}
              value={currency}
              onChange={(event) => take(text, event.target.value)}
            >
              {props.currencies.map((code) => (
                <option key={code}>{code}</option>
              ))}
            </select>
          </div>
          <p className={css['reading']} aria-live="polite">
            {reading.ok &&
              t(reading.ambiguous ? 'ui.money.ambiguous' : 'ui.money.read-as', {
                amount: format.money(reading.minor, currency),
              })}
          </p>
        </>
      )}
    </Field>
  );
}

/** Props of {@link QuantityField}. */
export interface QuantityFieldProps extends FieldFrameProps {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  /** Fixed unit after the field, or several to choose from. */
  readonly unit: string;
  readonly units?: readonly string[];
  readonly onUnit?: (unit: string) => void;
  readonly maxDecimals?: number;
}

/** A number with its unit, read like money. */
export function QuantityField(props: QuantityFieldProps): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const maxDecimals = props.maxDecimals ?? 6;
  const [text, setText] = useState(props.value === undefined ? '' : formatNumber(props.value, locale));
  const reading = readDecimal(text.replace(/\s*%$/, ''), locale, maxDecimals);
  const fault = reading.ok ? undefined : amountFault(reading, t, format.number(1250.5));
  return (
    <Field {...props} error={props.error ?? fault}>
      {(ids) => (
        <>
          <div className={css['row']}>
            <input
              {...ids}
              className={`${css['control']} ${css['short']}`}
              inputMode="decimal"
              autoComplete="off"
              size={12}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                const next = readDecimal(event.target.value.replace(/\s*%$/, ''), locale, maxDecimals);
                props.onChange(next.ok ? next.value : undefined);
              }}
            />
            <Unit {...props} />
          </div>
          <p className={css['reading']} aria-live="polite">
            {reading.ok &&
              t(reading.ambiguous ? 'ui.money.ambiguous' : 'ui.money.read-as', {
                amount: format.quantity(reading.value, props.unit),
              })}
          </p>
        </>
      )}
    </Field>
  );
}

function Unit({ unit, units, onUnit }: Pick<QuantityFieldProps, 'unit' | 'units' | 'onUnit'>): ReactNode {
  const { t } = useLocale();
  if (!units || units.length < 2) return <span>{unit}</span>;
  return (
    <select
      className={`${css['control']} ${css['short']}`}
      aria-label={t('ui.quantity.unit')}
      value={unit}
      onChange={(event) => onUnit?.(event.target.value)}
    >
      {units.map((each) => (
        <option key={each}>{each}</option>
      ))}
    </select>
  );
}
