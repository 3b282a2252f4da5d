import { type MouseEvent, memo, type ReactNode, type RefObject, useMemo, useRef, useState } from 'react';
import { useText } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { InTurn } from '#ui/in-turn.tsx';
import { SectorShape } from '#ui/sector-shape.tsx';
import { useMedia } from '#ui/use-media.ts';
import css from './actor-map.module.css';
import { type LabelPart, useDrag, useKeptMiddle, useScale, useSeenParts } from './map-frame.ts';
import { type Label, LINE } from './map-label.ts';
import { mapCenter, polar, RADIUS, wedgeOf } from './map-layout.ts';
import { curve, lineTo } from './map-line.ts';
import {
  actorAt,
  nameSpot,
  type Picture,
  type PictureActor,
  type PictureRequest,
  placeIn,
  RINGS,
  ringSpot,
} from './map-picture.ts';
import type { Drawn } from './use-picture.ts';

/**
 * The drawing of the shared map. Two thousand actors are a handful of paths, so that moving it and selecting in it
 * cost no more than with ten; it was laid out beside the page. What is marked stands in layers of its own. Its ground
 * comes first, then lines and shapes, then names: each in a frame of its own, so that none of them is long.
 */
export const ActorMap = memo(function ActorMap(props: {
  readonly drawn: Drawn;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}): ReactNode {
  const t = useText();
  const { frame, room } = props;
  const { request, picture } = props.drawn;
  const sheet = useRef<HTMLDivElement>(null);
  const drag = useDrag(frame);
  const [touched, setTouched] = useState<number>();
  // What was pressed is marked at once, before the panel beside the map is drawn.
  const [pressed, setPressed] = useState<string>();
  const chosen = pressed ?? props.selected;
  const selected = request.actors.findIndex(({ id }) => id === chosen);
  const isNarrow = useMedia('(max-width: 719px)');
  const { zoom, width, height } = picture;
  useKeptMiddle(frame, zoom);
  const layers = useScale(sheet, width);
  const at = (event: MouseEvent<Element>): number | undefined => {
    const rect = sheet.current?.getBoundingClientRect();
    if (rect === undefined || rect.width === 0) return undefined;
    const scale = width / rect.width;
    return actorAt(picture, {
      x: (event.clientX - rect.left) * scale,
      y: (event.clientY - rect.top) * scale,
    });
  };
  const press = (event: MouseEvent<Element>): void => {
    if (drag.wasDrag()) return;
    const id = request.actors[at(event) ?? -1]?.id;
    if (id === undefined) return;
    setPressed(id);
    requestAnimationFrame(() =>
      setTimeout(() => {
        room.open(id);
        setPressed(undefined);
      }),
    );
  };
  return (
    // A scrolled area of its own: arrow keys, touch and wheel move it. What is pressed inside is in the table too.
    <section
      ref={frame}
      className={css['frame']}
      aria-label={t('map.frame')}
      data-zoom={zoom}
      data-over={touched !== undefined}
      tabIndex={zoom > 1 || isNarrow ? 0 : undefined}
      onPointerDown={drag.onPointerDown}
      onPointerMove={(event) => {
        drag.onPointerMove(event);
        if (event.pointerType === 'mouse' && event.buttons === 0) setTouched(at(event));
      }}
    >
      <div
        ref={sheet}
        aria-hidden="true"
        className={css['map']}
        style={{
          inlineSize: `${zoom * 100}%`,
          minInlineSize: `${zoom * 35}rem`,
          aspectRatio: `${width} / ${height}`,
        }}
        onClick={press}
      >
        <div ref={layers} className={css['layers']}>
          <Layer picture={picture}>
            <InTurn of={picture}>{[<Lines key="lines" picture={picture} />]}</InTurn>
            <Ground picture={picture} />
          </Layer>
          <Layer picture={picture}>
            {selected >= 0 && <Near request={request} picture={picture} index={selected} />}
          </Layer>
          <Layer picture={picture}>
            <Names picture={picture} request={request} frame={frame} />
          </Layer>
          <Layer picture={picture}>
            {touched !== undefined && touched !== selected && (
              <Mark picture={picture} request={request} index={touched} kind="touched" />
            )}
            {selected >= 0 && <Mark picture={picture} request={request} index={selected} kind="selected" />}
          </Layer>
        </div>
      </div>
    </section>
  );
});

/** A sheet of the drawing above the ones before it: what changes in it draws none of them again. */
function Layer(props: { readonly picture: Picture; readonly children: ReactNode }): ReactNode {
  const { width, height } = props.picture;
  return (
    <svg className={css['layer']} style={{ inlineSize: width, blockSize: height }} focusable="false">
      {props.children}
    </svg>
  );
}

const Lines = memo(function Lines({ picture }: { readonly picture: Picture }): ReactNode {
  return picture.lines.map(({ key, width, opacity, d }) => (
    <path key={key} d={d} className={css['link']} strokeWidth={width} strokeOpacity={opacity} />
  ));
});

const Shapes = memo(function Shapes({ picture }: { readonly picture: Picture }): ReactNode {
  return picture.shapes.map(({ sector, missing, d }) => (
    <path
      key={`${sector} ${missing}`}
      d={d}
      className={css['shape']}
      data-sector={sector}
      data-missing={missing}
    />
  ));
});

/** The relations of whoever is selected, in ink. */
function Near(props: {
  readonly request: PictureRequest;
  readonly picture: Picture;
  readonly index: number;
}): ReactNode {
  const { request, picture, index } = props;
  const d = useMemo(() => {
    const id = request.actors[index]?.id;
    const numbers = new Map(request.actors.map((actor, number) => [actor.id, number]));
    return request.relations
      .filter(({ from, to }) => from === id || to === id)
      .map(({ from, to }) =>
        curve(placeIn(picture, numbers.get(from) ?? index), placeIn(picture, numbers.get(to) ?? index)),
      )
      .join('');
  }, [request, picture, index]);
  return <path d={d} className={css['link']} data-near="true" />;
}

/** A ring around somebody, and their name in full above everything else. */
function Mark(props: {
  readonly picture: Picture;
  readonly request: PictureRequest;
  readonly index: number;
  readonly kind: 'selected' | 'touched';
}): ReactNode {
  const { picture, request, index, kind } = props;
  const actor: PictureActor | undefined = request.actors[index];
  const { x, y } = placeIn(picture, index);
  const label = picture.labels.find((each) => each.index === index)?.label;
  if (actor === undefined) return null;
  return (
    <g className={css['mark']} data-kind={kind}>
      {kind === 'selected' && <circle cx={x} cy={y} r={picture.node + 8} className={css['halo']} />}
      {label === undefined || label.kind === 'number' ? (
        <text x={x} y={y - picture.node - 12} className={css['words']}>
          {actor.name}
        </text>
      ) : (
        <Words label={label} empty={actor.missing} />
      )}
    </g>
  );
}

/** The shapes, and then the names around them. */
const Names = memo(function Names(props: {
  readonly picture: Picture;
  readonly request: PictureRequest;
  readonly frame: RefObject<HTMLDivElement | null>;
}): ReactNode {
  const { picture, request } = props;
  const seen = useSeenParts(props.frame, picture);
  return (
    <InTurn of={picture}>
      {[
        <Shapes key="shapes" picture={picture} />,
        ...seen.map((part) => <Part key={part.key} part={part} picture={picture} request={request} />),
      ]}
    </InTurn>
  );
});

/** The names that stand in one part of the drawing, and the lines that lead to those away from their shape. */
const Part = memo(function Part(props: {
  readonly part: LabelPart;
  readonly picture: Picture;
  readonly request: PictureRequest;
}): ReactNode {
  const { part, picture, request } = props;
  const leaders = part.labels.flatMap(({ index, label }) =>
    label.kind === 'led' ? [lineTo(placeIn(picture, index), label.from)] : [],
  );
  return (
    <>
      {leaders.length > 0 && <path d={leaders.join('')} className={css['leader']} />}
      {part.labels.map(({ index, label }) => (
        <Words key={index} label={label} empty={request.actors[index]?.missing === true} />
      ))}
    </>
  );
});

function Words({ label, empty }: { readonly label: Label; readonly empty: boolean }): ReactNode {
  const x = (label.box.left + label.box.right) / 2;
  const lines = label.kind === 'number' ? [`${label.number}`] : label.lines;
  return lines.map((line, index) => (
    <text
      key={`${index} ${line}`}
      x={x}
      y={label.box.top + LINE * (index + 1) - 5}
      className={css['words']}
      data-empty={empty}
    >
      {line}
    </text>
  ));
}

const Ground = memo(function Ground({ picture }: { readonly picture: Picture }): ReactNode {
  const t = useText();
  const { wedges, zoom } = picture;
  const count = wedges.length;
  if (count === 0) return null;
  return (
    <>
      {RINGS.map((ring) => (
        <circle
          key={ring}
          cx={mapCenter.x * zoom}
          cy={mapCenter.y * zoom}
          r={RADIUS[ring] * zoom}
          className={css['ring']}
        />
      ))}
      {wedges.map((sector, index) => {
        const to = polar(wedgeOf(index, count).start, RADIUS.concerned + 10);
        return (
          <line
            key={sector}
            x1={mapCenter.x * zoom}
            y1={mapCenter.y * zoom}
            x2={to.x * zoom}
            y2={to.y * zoom}
            className={css['axis']}
          />
        );
      })}
      {RINGS.map((ring) => {
        const { x, y } = ringSpot(ring, count, zoom);
        return (
          <text key={ring} x={x} y={y} className={css['band']}>
            {t(`stakeholder.ring.${ring}`)}
          </text>
        );
      })}
      {wedges.map((sector, index) => {
        const { x, y } = nameSpot(index, count, zoom);
        const name = t(`ui.sector.${sector}`);
        return (
          <g key={sector} transform={`translate(${x} ${y})`}>
            <g transform={`translate(${-name.length * 4.9 - 22} -12)`}>
              <SectorShape sector={sector} size={13} />
            </g>
            <text className={css['sector']}>{name}</text>
          </g>
        );
      })}
    </>
  );
});
