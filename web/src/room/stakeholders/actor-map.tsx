import { links, type Link as Relation, type Sector } from '@tablee/domain/modules/actor';
import { type ReactNode, useMemo } from 'react';
import { useText } from '#locale/use-text.tsx';
import { PictureSpot } from '#page/picture-spot.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { useView } from '#sync/use-space.ts';
import { SectorShape } from '#ui/sector-shape.tsx';
import css from './actor-map.module.css';
import type { MapEntry } from './map-entry.ts';
import { type Label, LINE, placeLabels, type Segment } from './map-label.ts';
import {
  type Box,
  MAP,
  mapCenter,
  NODE,
  type Point,
  placeActors,
  polar,
  RADIUS,
  wedgeOf,
} from './map-layout.ts';

/** The parts of the circle clockwise from the top; `other` has one only when somebody stands in it. */
const wedgesOf = (entries: readonly MapEntry[]): readonly Sector[] =>
  entries.some((entry) => entry.sector === 'other')
    ? ['private', 'civilSociety', 'other', 'science', 'state']
    : ['private', 'civilSociety', 'science', 'state'];

const RINGS = ['core', 'partner', 'concerned'] as const;
const SECTOR_NAMES_AT = 1.22;

interface Laid {
  readonly wedges: readonly Sector[];
  readonly places: ReadonlyMap<string, Point>;
  readonly labels: ReadonlyMap<string, Label>;
  readonly relations: readonly (Relation & { readonly line: Segment })[];
}

/** Where the name of each part stands, in degrees: in the corners of the drawing, where no actor is. */
const NAME_ANGLES: { readonly [count: number]: readonly number[] } = {
  4: [45, 135, 225, 315],
  5: [42, 126, 180, 234, 318],
};

const nameSpot = (index: number, count: number): Point => {
  const { x, y } = polar(NAME_ANGLES[count]?.[index] ?? 0, RADIUS.concerned * SECTOR_NAMES_AT);
  return { x: Math.min(Math.max(x, 70), MAP.width - 70), y: Math.min(Math.max(y, 22), MAP.height - 4) };
};

/** The name of a ring stands inside it, on the line between two sectors, low in the drawing. */
const ringSpot = (ring: keyof typeof RADIUS, count: number): Point =>
  polar(wedgeOf(2, count).start, RADIUS[ring] - 8);

const boxAround = ({ x, y }: Point, half: number): Box => ({
  left: x - half,
  right: x + half,
  top: y - LINE,
  bottom: y + 4,
});

const lay = (entries: readonly MapEntry[], relations: readonly Relation[]): Laid => {
  const wedges = wedgesOf(entries);
  const places = placeActors(
    entries.map(({ id, name, ring, sector }) => ({ id, name, ring, wedge: wedges.indexOf(sector) })),
    wedges.length,
  );
  const drawn = relations.flatMap((relation) => {
    const from = places.get(relation.from);
    const to = places.get(relation.to);
    return from && to ? [{ ...relation, line: [from, to] as const }] : [];
  });
  const held = [
    ...wedges.map((_, index) => boxAround(nameSpot(index, wedges.length), 70)),
    ...RINGS.map((ring) => boxAround(ringSpot(ring, wedges.length), 62)),
  ];
  // The middle is the tightest: who stands there chooses first.
  const order = [...entries].sort((a, b) => RINGS.indexOf(a.ring) - RINGS.indexOf(b.ring));
  const labels = placeLabels(
    order.map(({ id, name }) => ({ id, name, at: places.get(id) ?? mapCenter })),
    drawn.map(({ line }) => line),
    held,
  );
  return { wedges, places, labels, relations: drawn };
};

/** A line between two organisations, bent a little so that two of them never lie on one another. */
const curve = ([a, b]: Segment): string => {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const middle = { x: (a.x + b.x) / 2 - dy * 0.06, y: (a.y + b.y) / 2 + dx * 0.06 };
  return `M${a.x} ${a.y}Q${middle.x} ${middle.y} ${b.x} ${b.y}`;
};

/** Rings and sectors with everybody in their place; words never touch, and what finds no room gets a number. */
export function ActorMap(props: {
  readonly entries: readonly MapEntry[];
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}): ReactNode {
  const t = useText();
  const view = useView();
  const { entries, selected } = props;
  const laid = useMemo(() => lay(entries, links(view)), [entries, view]);
  const numbered = entries.flatMap((entry) => {
    const label = laid.labels.get(entry.id);
    return label?.kind === 'number' ? [{ entry, number: label.number }] : [];
  });
  return (
    <>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${MAP.width} ${MAP.height}`}
        className={css['map']}
        focusable="false"
      >
        <Ground wedges={laid.wedges} />
        {laid.relations.map((relation) => (
          <path
            key={relation.id}
            d={curve(relation.line)}
            className={css['link']}
            data-strength={relation.strength}
            data-near={relation.from === selected || relation.to === selected}
          />
        ))}
        {entries.map((entry) => (
          <ActorNode
            key={entry.id}
            entry={entry}
            at={laid.places.get(entry.id) ?? mapCenter}
            label={laid.labels.get(entry.id)}
            room={props.room}
            selected={entry.id === selected}
          />
        ))}
      </svg>
      {numbered.length > 0 && (
        <ol className={css['numbers']} aria-label={t('stakeholder.numbers')}>
          {numbered.map(({ entry, number }) => (
            <li key={entry.id}>
              {number} {entry.name}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Ground({ wedges }: { readonly wedges: readonly Sector[] }): ReactNode {
  const t = useText();
  return (
    <>
      {RINGS.map((ring) => (
        <circle key={ring} cx={mapCenter.x} cy={mapCenter.y} r={RADIUS[ring]} className={css['ring']} />
      ))}
      {wedges.map((sector, index) => {
        const from = polar(wedgeOf(index, wedges.length).start, 0);
        const to = polar(wedgeOf(index, wedges.length).start, RADIUS.concerned + 10);
        return <line key={sector} x1={from.x} y1={from.y} x2={to.x} y2={to.y} className={css['axis']} />;
      })}
      {RINGS.map((ring) => {
        const { x, y } = ringSpot(ring, wedges.length);
        return (
          <text key={ring} x={x} y={y} className={css['band']}>
            {t(`stakeholder.ring.${ring}`)}
          </text>
        );
      })}
      {wedges.map((sector, index) => {
        const { x, y } = nameSpot(index, wedges.length);
        return (
          <g key={sector} transform={`translate(${x} ${y})`}>
            <g transform={`translate(${-t(`ui.sector.${sector}`).length * 4.9 - 22} -12)`}>
              <SectorShape sector={sector} size={13} />
            </g>
            <text className={css['sector']}>{t(`ui.sector.${sector}`)}</text>
          </g>
        );
      })}
    </>
  );
}

function ActorNode(props: {
  readonly entry: MapEntry;
  readonly at: Point;
  readonly label: Label | undefined;
  readonly room: RoomPlace;
  readonly selected: boolean;
}): ReactNode {
  const { entry, at, label } = props;
  return (
    <PictureSpot
      room={props.room}
      id={entry.id}
      className={css['actor']}
      selected={props.selected}
      empty={entry.missing}
    >
      {label?.kind === 'led' && (
        <line x1={at.x} y1={at.y} x2={label.from.x} y2={label.from.y} className={css['leader']} />
      )}
      <circle cx={at.x} cy={at.y} r={NODE + 3} className={css['ground']} />
      <g transform={`translate(${at.x - NODE} ${at.y - NODE})`}>
        <SectorShape sector={entry.sector} missing={entry.missing} size={NODE * 2} />
      </g>
      {props.selected && <circle cx={at.x} cy={at.y} r={NODE + 8} className={css['halo']} />}
      {label && <Words label={label} />}
    </PictureSpot>
  );
}

function Words({ label }: { readonly label: Label }): ReactNode {
  const x = (label.box.left + label.box.right) / 2;
  const lines = label.kind === 'number' ? [`${label.number}`] : label.lines;
  return (
    <text className={css['words']}>
      {lines.map((line, index) => (
        <tspan key={line} x={x} y={label.box.top + LINE * (index + 1) - 5}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
