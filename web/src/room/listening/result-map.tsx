import type { RoundReading } from '@tablee/domain/modules/listening';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Drawing } from '#ui/drawing.tsx';
import css from './listening.module.css';
import { useGroupName } from './use-group-name.ts';

/** Where people stand, on a coarse grid and without names, with the same as a table; else why there is no map. */
export function ResultMap({ reading }: { readonly reading: RoundReading }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const groupName = useGroupName(reading);
  const { map } = reading;
  if (map === undefined) return <p>{t('listening.map-none')}</p>;
  const place = (value: number): number => Math.round(value * 100) / 100;
  return (
    <Drawing
      caption={t('listening.map-caption', { n: map.spots.length })}
      picture={
        <svg viewBox="0 0 200 200" className={css['map']} aria-hidden="true" focusable="false">
          <path d="M100 4v192M4 100h192" className={css['axis']} />
          {map.spots.map(({ x, y, people, group }) => (
            <circle
              key={`${x} ${y} ${group ?? ''}`}
              className={css['spot']}
              cx={100 + 90 * x}
              cy={100 - 90 * y}
              r={Math.min(7, 1.5 + Math.sqrt(people))}
            />
          ))}
          {map.middles.map(({ group, x, y }) => (
            <text key={group} x={100 + 90 * x} y={100 - 90 * y} className={css['middle']}>
              {groupName(group)}
            </text>
          ))}
        </svg>
      }
      table={
        <DataTable
          caption={t('listening.map-table')}
          rows={map.spots}
          rowKey={({ x, y, group }) => `${x} ${y} ${group ?? ''}`}
          columns={[
            {
              key: 'place',
              head: t('listening.map-place'),
              cell: ({ x, y }) => `${format.number(place(x))} ; ${format.number(place(y))}`,
            },
            {
              key: 'people',
              head: t('listening.map-people'),
              cell: ({ people }) => format.number(people),
              sortBy: ({ people }) => people,
              align: 'end',
              onPhone: true,
            },
            {
              key: 'group',
              head: t('listening.map-group'),
              cell: ({ group }) => groupName(group ?? ''),
              sortBy: ({ group }) => groupName(group ?? ''),
              onPhone: true,
            },
          ]}
        />
      }
    />
  );
}
