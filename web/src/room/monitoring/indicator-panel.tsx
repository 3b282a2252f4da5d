import { isPresent, type RecordEntity, valueOf } from '@tablee/domain/kernel';
import { figureState, seriesOf } from '@tablee/domain/modules/figure';
import { boundsOf, dayNumber, processesIn } from '@tablee/domain/modules/reading';
import { indicator, pathOf } from '@tablee/domain/modules/result';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { AskByLink } from '#request/ask-by-link.tsx';
import { useEntity, useView } from '#sync/use-space.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Drawing } from '#ui/drawing.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import { CURVE, type CurvePoint, lineOf, placesOf } from './curve-layout.ts';
import { FigureList } from './figure-lists.tsx';
import css from './monitoring.module.css';
import { useFigureWords } from './use-figures.ts';

/** One indicator beside the grid: its path and its approved values, drawn and as a table, then every figure. */
export function IndicatorPanel({ room, id }: { readonly room: RoomPlace; readonly id: string }): ReactNode {
  const view = useView();
  const entity = useEntity(id);
  const { t } = useLocale();
  const figures = processesIn(view, figureState)
    .filter((held) => held.state.indicator === id)
    .sort((a, b) => (boundsOf(a.state.period).first < boundsOf(b.state.period).first ? 1 : -1));
  return (
    <ThingPanel room={room} declaration={indicator} thing={id}>
      {entity?.kind === 'record' && isPresent(entity) && <Curve entity={entity} />}
      {figures.length > 0 && (
        <PanelSection title={t('figure.all')}>
          <div id="all-figures" />
          <FigureList room={room} labelledBy="all-figures" held={figures} />
        </PanelSection>
      )}
      {entity?.kind === 'record' && isPresent(entity) && (
        <PanelSection title={t('figure.asked')}>
          <AskByLink
            kind="figure"
            subject={id}
            circle={entity.circle}
            organisation={valueOf(indicator, entity, 'collector')}
          />
        </PanelSection>
      )}
    </ThingPanel>
  );
}

interface Row {
  readonly key: string;
  readonly kind: 'baseline' | 'milestone' | 'target' | 'figure';
  readonly day: string;
  readonly said: string;
  readonly point: CurvePoint;
}

const useRows = (entity: RecordEntity): readonly Row[] => {
  const view = useView();
  const words = useFigureWords();
  const path = pathOf(view, entity);
  const unit = path[0]?.value.unit;
  const series = seriesOf(view, entity.id).filter((each) => unit === undefined || each.value.unit === unit);
  const pointOf = (day: string, value: { readonly value: string }): CurvePoint => ({
    day: dayNumber(day),
    value: Number(value.value),
  });
  return [
    ...path.map(({ kind, day, value }) => ({
      key: `${kind}-${day}`,
      kind,
      day,
      said: words.value(value),
      point: pointOf(day, value),
    })),
    ...series.map(({ figure: id, day, value }) => ({
      key: id,
      kind: 'figure' as const,
      day,
      said: words.value(value),
      point: pointOf(day, value),
    })),
  ].sort((a, b) => a.point.day - b.point.day);
};

function Curve({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const words = useFigureWords();
  const rows = useRows(entity);
  if (rows.length < 2) return null;
  return (
    <Drawing
      caption={t('figure.path-caption', { name: words.indicator(entity.id) })}
      picture={<CurvePicture rows={rows} />}
      table={
        <DataTable
          caption={t('figure.path-table')}
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            { key: 'day', head: t('figure.day'), cell: (row) => format.date(row.day) },
            {
              key: 'kind',
              head: t('figure.point'),
              cell: (row) => t(`figure.point-${row.kind}`),
              onPhone: true,
            },
            {
              key: 'value',
              head: t('figure.f-value'),
              cell: (row) => row.said,
              align: 'end',
              onPhone: true,
            },
          ]}
        />
      }
    />
  );
}

function CurvePicture({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  const format = useFormat();
  const place = placesOf(rows.map((row) => row.point));
  const planned = rows.filter((row) => row.kind !== 'figure');
  const actual = rows.filter((row) => row.kind === 'figure');
  const [first, last] = [planned[0] ?? actual[0], planned.at(-1) ?? actual.at(-1)];
  const latest = actual.at(-1);
  const floor = CURVE.height - 8;
  return (
    <svg viewBox={`0 0 ${CURVE.width} ${CURVE.height}`} className={css['curve']} aria-hidden="true">
      <line x1="0" x2={CURVE.width} y1={floor - 14} y2={floor - 14} className={css['base']} />
      <polyline points={lineOf(planned.map((row) => place(row.point)))} className={css['planned']} />
      <polyline points={lineOf(actual.map((row) => place(row.point)))} className={css['actual']} />
      {actual.map((row) => {
        const { x, y } = place(row.point);
        return <circle key={row.key} cx={x} cy={y} r="4" className={css['dot']} />;
      })}
      {first && <Label row={first} place={place(first.point)} anchor="start" />}
      {last && last !== first && <Label row={last} place={place(last.point)} anchor="end" />}
      {latest && latest !== first && latest !== last && (
        <Label row={latest} place={place(latest.point)} anchor="middle" below />
      )}
      {first && (
        <text x="0" y={floor + 4} className={css['axis']}>
          {format.date(first.day.slice(0, 7))}
        </text>
      )}
      {last && (
        <text x={CURVE.width} y={floor + 4} textAnchor="end" className={css['axis']}>
          {format.date(last.day.slice(0, 7))}
        </text>
      )}
    </svg>
  );
}

function Label(props: {
  readonly row: Row;
  readonly place: { readonly x: number; readonly y: number };
  readonly anchor: 'start' | 'middle' | 'end';
  readonly below?: boolean;
}): ReactNode {
  const { row, place, anchor, below } = props;
  return (
    <text
      x={Math.min(CURVE.width - 2, Math.max(2, place.x))}
      y={below ? Math.min(place.y + 20, CURVE.height - 28) : place.y - 9}
      textAnchor={anchor}
      className={css[row.kind === 'figure' ? 'said' : 'axis']}
    >
      {row.said}
    </text>
  );
}
