import { mapEnds, mapMarks, mapRows, type RoundReading } from '@tablee/domain/modules/listening';
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
  const { map } = reading;
  if (map === undefined) return <p>{t('listening.map-none')}</p>;
  return (
    <>
      <Drawing
        caption={t('listening.map-caption', { n: map.spots.length })}
        picture={<Picture reading={reading} />}
        table={<Places reading={reading} />}
      />
      <ul className={css['ends']}>
        {mapEnds(reading).map(({ towards, line }) => (
          <li key={towards}>
            {t(`listening.map-${towards}-end`)} <span lang={line.lang}>{format.text(line.text)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How places of different groups are drawn: full, hollow, soft, dashed; the sign of a middle says which is whose. */
const LOOKS = 4;

function Picture({ reading }: { readonly reading: RoundReading }): ReactNode {
  const groupName = useGroupName(reading);
  const { map, groups, groupsFrom } = reading;
  const look = (group: string | undefined): number =>
    Math.max(
      0,
      groups.findIndex(({ name }) => name === group),
    ) % LOOKS;
  const marks = mapMarks(reading);
  const isTold = map?.spots.some(({ group }) => group !== undefined) === true;
  return (
    <>
      <svg viewBox="0 0 200 200" className={css['map']} aria-hidden="true" focusable="false">
        <path d="M100 4v192M4 100h192" className={css['axis']} />
        {map?.spots.map(({ x, y, people, group }) => (
          <circle
            key={`${x} ${y} ${group ?? ''}`}
            className={css['spot']}
            data-look={look(group)}
            cx={100 + 90 * x}
            cy={100 - 90 * y}
            r={Math.min(6, 1 + Math.sqrt(people))}
          />
        ))}
        {marks.map(({ sign, group, x, y }) => (
          <g key={group} transform={`translate(${100 + 90 * x} ${100 - 90 * y})`}>
            <circle className={css['mark']} r={7} />
            <text className={css['middle']} y={3}>
              {sign}
            </text>
          </g>
        ))}
      </svg>
      <ul className={css['legend']}>
        {marks.map(({ sign, group }) => (
          <li key={group}>
            {groupsFrom === 'given' && <strong>{sign}</strong>}
            {isTold && (
              <svg viewBox="0 0 12 12" width={12} height={12} aria-hidden="true" focusable="false">
                <circle className={css['spot']} data-look={look(group)} cx={6} cy={6} r={4} />
              </svg>
            )}
            {groupName(group)}
          </li>
        ))}
      </ul>
    </>
  );
}

type MapRow = ReturnType<typeof mapRows>[number];

/** The middles of the groups, which are what the map says; each point only for who asks. */
function Places({ reading }: { readonly reading: RoundReading }): ReactNode {
  const { t } = useLocale();
  const rows = mapRows(reading);
  const points = rows.filter(({ of }) => of !== 'middle');
  return (
    <>
      <Rows
        reading={reading}
        caption={t('listening.map-middles')}
        rows={rows.filter(({ of }) => of === 'middle')}
      />
      <details>
        <summary>{t('listening.map-points', { n: points.length })}</summary>
        <Rows reading={reading} caption={t('listening.map-table')} rows={points} />
      </details>
    </>
  );
}

function Rows(props: {
  readonly reading: RoundReading;
  readonly caption: string;
  readonly rows: readonly MapRow[];
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const groupName = useGroupName(props.reading);
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'what',
          head: t('listening.map-group'),
          cell: ({ of, group }) =>
            of === 'middle'
              ? t('listening.map-middle', { group: groupName(group ?? '') })
              : group === undefined
                ? t('listening.map-untold')
                : groupName(group),
          sortBy: ({ of, group }) => `${of} ${group ?? ''}`,
        },
        {
          key: 'people',
          head: t('listening.map-people'),
          cell: ({ people }) =>
            people === undefined ? t('listening.map-untold') : t('listening.map-n', { n: people }),
          sortBy: ({ people }) => people,
          align: 'end',
          onPhone: true,
        },
        {
          key: 'across',
          head: t('listening.map-across'),
          cell: ({ across }) => format.number(across),
          sortBy: ({ across }) => across,
          align: 'end',
        },
        {
          key: 'up',
          head: t('listening.map-up'),
          cell: ({ up }) => format.number(up),
          sortBy: ({ up }) => up,
          align: 'end',
        },
      ]}
      phone="scroll"
    />
  );
}
