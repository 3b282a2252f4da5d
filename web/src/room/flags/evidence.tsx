import { isObject, type Json } from '@tablee/domain/kernel';
import type { Flag } from '@tablee/domain/modules/flag';
import { periodName } from '@tablee/domain/modules/reading';
import type { ReactNode } from 'react';
import { type Format, useFormat, useLocale } from '#locale/use-text.tsx';
import { RefNames } from '#register/show-value.tsx';
import { Facts } from '#ui/side-panel.tsx';

const QUANTITIES = ['actual', 'expected', 'gap', 'before', 'after'] as const;
const DATES = ['day', 'checked', 'due', 'until', 'ended'] as const;
const DAYS = ['daysLate', 'daysLeft'] as const;

const quantity = (value: Json | undefined, format: Format): string | undefined => {
  if (!isObject(value)) return undefined;
  const { value: number, unit } = value;
  return typeof number === 'string' && typeof unit === 'string'
    ? format.quantity(Number(number), unit)
    : undefined;
};

const strings = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** What a flag rests on, as pairs: numbers with their unit, dates, the things behind it. */
export function Evidence({ flag }: { readonly flag: Flag }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const { evidence } = flag;
  const items: { key: string; term: string; value: ReactNode }[] = [];
  for (const key of QUANTITIES) {
    const said = quantity(evidence[key], format);
    if (said !== undefined) items.push({ key, term: t(`flag.e-${key}`), value: said });
  }
  for (const key of DATES) {
    const date = evidence[key];
    if (typeof date === 'string') items.push({ key, term: t(`flag.e-${key}`), value: format.date(date) });
  }
  for (const key of DAYS) {
    const n = evidence[key];
    if (typeof n === 'number') items.push({ key, term: t(`flag.e-${key}`), value: t('flag.e-days', { n }) });
  }
  const months = evidence['months'];
  if (typeof months === 'number')
    items.push({ key: 'months', term: t('flag.e-months'), value: t('flag.e-months-n', { n: months }) });
  const periods = strings(evidence['periods']);
  if (periods.length > 0)
    items.push({
      key: 'periods',
      term: t('flag.e-periods'),
      value: periods.map((period) => periodName(period, locale)).join(', '),
    });
  const activities = strings(evidence['activities']);
  if (activities.length > 0)
    items.push({ key: 'activities', term: t('flag.e-activities'), value: <RefNames ids={activities} /> });
  const result = evidence['result'];
  if (typeof result === 'string')
    items.push({ key: 'result', term: t('flag.e-result'), value: <RefNames ids={[result]} /> });
  return <Facts items={items} />;
}
