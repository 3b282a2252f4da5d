import { conflictPairs, type Leaning, type WorkingMap } from '@tablee/domain/modules/actor';
import { type PointerEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useText } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { SectorShape } from '#ui/sector-shape.tsx';
import { useMedia } from '#ui/use-media.ts';
import { figuresAt, GRID, placeInGrid, TRAY, trayPlaces } from './grid-layout.ts';
import type { MapEntry } from './map-entry.ts';
import { type Label, LINE, placeLabels } from './map-label.ts';
import { NODE, type Point } from './map-layout.ts';
import css from './working-map.module.css';

interface GridProps {
  readonly map: WorkingMap;
  readonly entries: readonly MapEntry[];
  readonly room: RoomPlace;
  readonly selected: string | undefined;
  readonly onPlace: (actor: string, influence: number, interest: number) => void;
}

/** For and against as a sign on the shape; the table and the panel say it in words. */
const SIGNS: { readonly [leaning in Leaning]: string } = {
  opposes: '−',
  reserved: '−',
  neutral: '',
  supports: '+',
  drives: '+',
};

interface Held {
  readonly id: string;
  readonly at: Point;
  readonly moved: boolean;
}

/** Influence and interest as a grid; actors are dragged into it, or placed by the fields of their panel. */
export function WorkingGrid(props: GridProps): ReactNode {
  const t = useText();
  const { map, entries, room } = props;
  const svg = useRef<SVGSVGElement>(null);
  const [held, setHeld] = useState<Held>();
  const isNarrow = useMedia('(max-width: 719px)');
  const laid = useMemo(() => layGrid(map, entries), [map, entries]);
  const pointOf = (event: PointerEvent<SVGElement>): Point => {
    const rect = svg.current?.getBoundingClientRect();
    const scale = rect === undefined || rect.width === 0 ? 1 : GRID.width / rect.width;
    return { x: (event.clientX - (rect?.left ?? 0)) * scale, y: (event.clientY - (rect?.top ?? 0)) * scale };
  };
  const take = (event: PointerEvent<SVGElement>, id: string): void => {
    if (event.button !== 0) return;
    svg.current?.setPointerCapture(event.pointerId);
    setHeld({ id, at: pointOf(event), moved: false });
  };
  const move = (event: PointerEvent<SVGElement>): void => {
    if (held === undefined || !map.writes) return;
    const at = pointOf(event);
    const moved = held.moved || Math.hypot(at.x - held.at.x, at.y - held.at.y) > 5;
    if (moved) setHeld({ id: held.id, at, moved });
  };
  const leave = (event: PointerEvent<SVGElement>): void => {
    if (held === undefined) return;
    setHeld(undefined);
    if (!held.moved) return room.open(held.id);
    const figures = figuresAt(pointOf(event));
    if (figures !== undefined) props.onPlace(held.id, figures.influence, figures.interest);
  };
  return (
    <section className={css['frame']} aria-label={t('map.frame')} tabIndex={isNarrow ? 0 : undefined}>
      <svg
        ref={svg}
        aria-hidden="true"
        viewBox={`0 0 ${GRID.width} ${GRID.height}`}
        className={css['grid']}
        focusable="false"
        onPointerMove={move}
        onPointerUp={leave}
        onPointerCancel={() => setHeld(undefined)}
      >
        <Ground />
        {laid.conflicts.map(({ key, from, to }) => (
          <Conflict key={key} from={from} to={to} />
        ))}
        {laid.waiting.length > 0 && (
          <text x={GRID.left} y={TRAY.top - 22} className={css['start']}>
            {t('map.grid.to-place')}
          </text>
        )}
        {entries.map((entry) => {
          const at = held?.id === entry.id && held.moved ? held.at : laid.places.get(entry.id);
          return (
            at && (
              <GridActor
                key={entry.id}
                entry={entry}
                at={at}
                label={held?.id === entry.id && held.moved ? undefined : laid.labels.get(entry.id)}
                leaning={map.entries.get(entry.id)?.leaning}
                waits={laid.waiting.includes(entry.id)}
                selected={entry.id === props.selected}
                mayMove={map.writes}
                moving={held?.id === entry.id && held.moved}
                onTake={(event) => take(event, entry.id)}
              />
            )
          );
        })}
        {laid.more > 0 && (
          <text x={GRID.left} y={TRAY.top + TRAY.rows * TRAY.row + 8} className={css['start']}>
            {t('map.grid.more', { n: laid.more })}
          </text>
        )}
      </svg>
    </section>
  );
}

interface LaidGrid {
  readonly places: ReadonlyMap<string, Point>;
  readonly labels: ReadonlyMap<string, Label>;
  readonly conflicts: readonly { readonly key: string; readonly from: Point; readonly to: Point }[];
  readonly waiting: readonly string[];
  /** How many wait beyond those that are drawn. */
  readonly more: number;
}

const layGrid = (map: WorkingMap, entries: readonly MapEntry[]): LaidGrid => {
  const inGrid = placeInGrid(entries.map(({ id }) => ({ id, entry: map.entries.get(id) })));
  const waiting = entries.map(({ id }) => id).filter((id) => !inGrid.has(id));
  const tray = trayPlaces(waiting);
  const conflicts = conflictPairs(map.entries).flatMap(([a, b]) => {
    const [from, to] = [inGrid.get(a), inGrid.get(b)];
    return from && to ? [{ key: `${a} ${b}`, from, to }] : [];
  });
  const labels = placeLabels(
    entries.flatMap(({ id, name }) => {
      const at = inGrid.get(id);
      return at ? [{ id, name, at }] : [];
    }),
    {
      width: GRID.width,
      height: GRID.bottom,
      lines: conflicts.map(({ from, to }) => [from, to]),
      held: QUARTERS.map(({ x, y }) => ({ left: x - 120, right: x + 120, top: y - 18, bottom: y + 5 })),
    },
  );
  return {
    places: new Map([...inGrid, ...tray]),
    labels,
    conflicts,
    waiting: waiting.slice(0, tray.size),
    more: waiting.length - tray.size,
  };
};

const MIDDLE = { x: (GRID.left + GRID.right) / 2, y: (GRID.top + GRID.bottom) / 2 };
const QUARTERS = [
  { quarter: 'content', x: (GRID.left + MIDDLE.x) / 2, y: GRID.top + 22 },
  { quarter: 'close', x: (GRID.right + MIDDLE.x) / 2, y: GRID.top + 22 },
  { quarter: 'watched', x: (GRID.left + MIDDLE.x) / 2, y: GRID.bottom - 10 },
  { quarter: 'informed', x: (GRID.right + MIDDLE.x) / 2, y: GRID.bottom - 10 },
] as const;

function Ground(): ReactNode {
  const t = useText();
  return (
    <>
      <rect
        x={GRID.left}
        y={GRID.top}
        width={GRID.right - GRID.left}
        height={GRID.bottom - GRID.top}
        className={css['field']}
      />
      <line x1={MIDDLE.x} x2={MIDDLE.x} y1={GRID.top} y2={GRID.bottom} className={css['half']} />
      <line x1={GRID.left} x2={GRID.right} y1={MIDDLE.y} y2={MIDDLE.y} className={css['half']} />
      {QUARTERS.map(({ quarter, x, y }) => (
        <text key={quarter} x={x} y={y} className={css['soft']}>
          {t(`map.quarter.${quarter}`)}
        </text>
      ))}
      <text x={GRID.right} y={GRID.bottom + 22} className={css['end']}>
        {t('map.grid.interest')} →
      </text>
      <text x={GRID.left} y={GRID.top - 12} className={css['start']}>
        ↑ {t('map.grid.influence')}
      </text>
    </>
  );
}

/** A line that is crossed in its middle: what stands between two. */
function Conflict({ from, to }: { readonly from: Point; readonly to: Point }): ReactNode {
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  return (
    <g className={css['conflict']}>
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} strokeDasharray="2 4" />
      <path d={`M${x - 6} ${y - 6}L${x + 6} ${y + 6}M${x + 6} ${y - 6}L${x - 6} ${y + 6}`} />
    </g>
  );
}

const SHORT = 23;

function GridActor(props: {
  readonly entry: MapEntry;
  readonly at: Point;
  readonly label: Label | undefined;
  readonly leaning: Leaning | undefined;
  /** In the tray below the grid: its name stands beside it. */
  readonly waits: boolean;
  readonly selected: boolean;
  readonly mayMove: boolean;
  readonly moving: boolean;
  readonly onTake: (event: PointerEvent<SVGElement>) => void;
}): ReactNode {
  const { entry, at, label } = props;
  const short = entry.name.length > SHORT ? `${entry.name.slice(0, SHORT - 1)}…` : entry.name;
  return (
    <g
      className={css['actor']}
      data-actor={entry.name}
      data-may-move={props.mayMove}
      data-moving={props.moving}
      data-selected={props.selected}
      data-missing={entry.missing}
      onPointerDown={props.onTake}
    >
      {label?.kind === 'led' && (
        <line x1={at.x} y1={at.y} x2={label.from.x} y2={label.from.y} className={css['leader']} />
      )}
      <circle cx={at.x} cy={at.y} r={NODE + 3} className={css['disc']} />
      <g transform={`translate(${at.x - NODE} ${at.y - NODE})`}>
        <SectorShape sector={entry.sector} missing={entry.missing} size={NODE * 2} />
      </g>
      {props.leaning !== undefined && (
        <text x={at.x} y={at.y + (entry.sector === 'civilSociety' ? 8 : 6)} className={css['sign']}>
          {SIGNS[props.leaning]}
        </text>
      )}
      {props.selected && <circle cx={at.x} cy={at.y} r={NODE + 5} className={css['halo']} />}
      {props.waits && (
        <text x={at.x + NODE + 6} y={at.y + 6} className={css['start']}>
          {short}
        </text>
      )}
      {label && !props.waits && <GridWords label={label} />}
    </g>
  );
}

function GridWords({ label }: { readonly label: Label }): ReactNode {
  const x = (label.box.left + label.box.right) / 2;
  const lines = label.kind === 'number' ? [`${label.number}`] : label.lines;
  return (
    <text className={css['words']}>
      {lines.map((line, index) => (
        <tspan key={`${index} ${line}`} x={x} y={label.box.top + LINE * (index + 1) - 5}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
