import { type ReactNode, useMemo } from 'react';
import { useText } from '#locale/use-text.tsx';
import { PictureSpot } from '#page/picture-spot.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import css from './chain-drawing.module.css';
import type { AssumptionEntry, ChainEntry } from './chain-entry.ts';
import { BOX, type ChainBox, type ChainLine, LINE, layChain } from './chain-layout.ts';

const PILL = 34;

const curve = ({ from, to }: ChainLine): string => {
  const middle = (from.y + to.y) / 2;
  return `M${from.x} ${from.y}C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`;
};

/** What leads to what: impact above, means below; the assumptions of a result stand on the links that lead to it. */
export function ChainDrawing(props: {
  readonly entries: readonly ChainEntry[];
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}): ReactNode {
  const t = useText();
  const { entries, room, selected } = props;
  const drawing = useMemo(
    () =>
      layChain(
        entries.map((entry) => ({
          id: entry.id,
          statement: entry.words,
          level: entry.level,
          leadsTo: entry.leadsTo,
          assumptions: entry.assumptions.map(({ number }) => number),
        })),
      ),
    [entries],
  );
  return (
    <svg
      aria-hidden="true"
      width={drawing.width}
      height={drawing.height}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      className={css['chain']}
      focusable="false"
    >
      {drawing.rows.map((row) => (
        <text key={row.level} x={0} y={row.y + 26} className={css['level']}>
          {t(`result.level.${row.level}`)}
        </text>
      ))}
      {drawing.lines.map((line) => (
        <path
          key={line.key}
          d={curve(line)}
          className={css['line']}
          data-near={selected !== undefined && line.key.includes(selected)}
        />
      ))}
      {entries.map((entry) => {
        const box = drawing.boxes.get(entry.id);
        return box === undefined ? null : (
          <ResultBox key={entry.id} entry={entry} box={box} room={room} selected={selected} />
        );
      })}
    </svg>
  );
}

function ResultBox(props: {
  readonly entry: ChainEntry;
  readonly box: ChainBox;
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}): ReactNode {
  const { entry, box, room } = props;
  const { assumptions } = entry;
  const start = box.x + BOX / 2 - (assumptions.length * (PILL + 6) - 6) / 2;
  return (
    <>
      <PictureSpot room={room} id={entry.id} className={css['box']} selected={props.selected === entry.id}>
        <rect x={box.x} y={box.y} width={BOX} height={box.height} rx={6} />
        <text className={css['words']}>
          {box.lines.map((line, index) => (
            <tspan key={`${entry.id}-${line}`} x={box.x + 12} y={box.y + 12 + LINE * (index + 1) - 5}>
              {line}
            </tspan>
          ))}
        </text>
      </PictureSpot>
      {assumptions.map((held, index) => (
        <AssumptionMark
          key={held.id}
          held={held}
          x={start + index * (PILL + 6)}
          y={box.y + box.height + 12}
          room={room}
          selected={props.selected === held.id}
        />
      ))}
    </>
  );
}

function AssumptionMark(props: {
  readonly held: AssumptionEntry;
  readonly x: number;
  readonly y: number;
  readonly room: RoomPlace;
  readonly selected: boolean;
}): ReactNode {
  const t = useText();
  const { held, x, y } = props;
  return (
    <PictureSpot room={props.room} id={held.id} className={css['box']} selected={props.selected}>
      <g className={css['assumption']} data-firm={held.holds === 'yes'}>
        <rect x={x} y={y} width={PILL} height={24} rx={12} />
        <text x={x + PILL / 2} y={y + 17}>
          {t('result.assumption-number', { n: held.number })}
        </text>
      </g>
    </PictureSpot>
  );
}
