import { type ReactNode, useRef } from 'react';
import { useText } from '#locale/use-text.tsx';
import { PictureSpot } from '#page/picture-spot.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import css from './problem.module.css';
import { type CardBox, LINE, type TreeLayout } from './tree-layout.ts';

/** Props of {@link TreeDrawing}. */
export interface TreeDrawingProps {
  readonly layout: TreeLayout;
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}

const STEP = 240;
/** What a phone shows at once, about: a larger drawing is moved. */
const ROOM = { width: 328, height: 480 };
const WAYS = [
  { name: 'left', sign: '←', x: -STEP, y: 0 },
  { name: 'up', sign: '↑', x: 0, y: -STEP },
  { name: 'down', sign: '↓', x: 0, y: STEP },
  { name: 'right', sign: '→', x: STEP, y: 0 },
] as const;

/** The tree in ink at reading size; a large one is moved by buttons, by scrolling, by the arrow keys. */
export function TreeDrawing({ layout, room, selected }: TreeDrawingProps): ReactNode {
  const t = useText();
  const frame = useRef<HTMLElement>(null);
  return (
    <div className={css['drawn']}>
      <section ref={frame} className={css['frame']} aria-label={t('problem.drawing')} tabIndex={0}>
        <TreePicture layout={layout} room={room} selected={selected} />
      </section>
      {(layout.width > ROOM.width || layout.height > ROOM.height) && (
        <div className={css['pan']}>
          {WAYS.map(({ name, sign, x, y }) => (
            <button
              key={name}
              type="button"
              className={css['step']}
              onClick={() => frame.current?.scrollBy({ left: x, top: y })}
            >
              <span aria-hidden="true">{sign}</span>
              <span className="visually-hidden">{t(`problem.pan-${name}`)}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The picture alone: boxes, their words, and the lines that join them. */
function TreePicture({ layout, room, selected }: TreeDrawingProps): ReactNode {
  const { width, height, boxes, branches, core } = layout;
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      className={css['tree']}
      viewBox={`-1 -1 ${width + 2} ${height + 2}`}
      width={width}
      height={height}
    >
      {branches.map((branch) => (
        <path key={branch.id} d={branch.path} className={css['branch']} />
      ))}
      <CardShape box={core} kind="core" />
      {boxes.map((box) => (
        <PictureSpot
          key={box.id}
          room={room}
          id={box.id}
          className={css['spot']}
          selected={box.id === selected}
        >
          <CardShape box={box} kind="card" />
        </PictureSpot>
      ))}
    </svg>
  );
}

/** A card with its words, and what is folded under it. */
export function CardShape({
  box,
  kind,
}: {
  readonly box: CardBox;
  readonly kind: 'card' | 'core';
}): ReactNode {
  const t = useText();
  const notes = [
    ...(box.evidence > 0 ? [t('problem.evidence-count', { n: box.evidence })] : []),
    ...(box.folded > 0 ? [t('problem.folded', { n: box.folded })] : []),
  ];
  const top = box.y + (box.height - (box.lines.length + Math.min(notes.length, 1)) * LINE) / 2;
  return (
    <>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={4} className={css[`${kind}Box`]} />
      <text className={css[`${kind}Words`]}>
        {box.lines.map((line, index) => (
          <tspan key={`${index}`} x={box.x + box.width / 2} y={top + LINE * index + 13}>
            {line}
          </tspan>
        ))}
      </text>
      {notes.length > 0 && (
        <text className={css['cardNote']} x={box.x + box.width / 2} y={top + LINE * box.lines.length + 13}>
          {notes.join(' · ')}
        </text>
      )}
    </>
  );
}
