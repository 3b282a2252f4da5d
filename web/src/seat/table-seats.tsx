import type { ReactNode } from 'react';
import { PictureSpot } from '#page/picture-spot.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { type Sector, SectorShape } from '#ui/sector-shape.tsx';
import { SEATS_WIDTH, type SeatSpot, seatSpots, seatsHeight, TABLE } from './seat-layout.ts';
import css from './table-seats.module.css';

/** Somebody, or nobody yet, at the table. */
export interface Seat {
  readonly id: string;
  readonly name: string;
  readonly note?: string | undefined;
  readonly sector: Sector;
  /** Nobody sits there yet: the shape is dashed. */
  readonly empty?: boolean;
}

/** Props of {@link TableSeats}. */
export interface TableSeatsProps {
  readonly seats: readonly Seat[];
  readonly room: RoomPlace;
  readonly selected: string | undefined;
  /** In the middle of the table: a number and what it counts. */
  readonly middle: { readonly title: string; readonly note: string };
}

/** How many letters of a name, and of the smaller note below it, have room beside the table. */
const LONG = 26;
const LONG_NOTE = 32;
const SHAPE = 22;

const short = (text: string, long = LONG): string =>
  text.length > long ? `${text.slice(0, long - 1).trimEnd()}…` : text;

/** A table seen from above with its seats, each by sector; words left and right, joined to their seat by a hairline. */
export function TableSeats({ seats, room, selected, middle }: TableSeatsProps): ReactNode {
  const spots = seatSpots(seats.length);
  const height = seatsHeight(seats.length);
  const center = { x: SEATS_WIDTH / 2, y: height / 2 };
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${SEATS_WIDTH} ${height}`}
      className={css['seats']}
      focusable="false"
    >
      <circle cx={center.x} cy={center.y} r={TABLE} className={css['table']} />
      <text className={css['middle']}>
        <tspan x={center.x} y={center.y + 2}>
          {middle.title}
        </tspan>
        <tspan x={center.x} y={center.y + 24}>
          {middle.note}
        </tspan>
      </text>
      {seats.map((seat, index) => {
        const spot = spots[index];
        return spot === undefined ? null : (
          <SeatMark key={seat.id} seat={seat} spot={spot} room={room} selected={seat.id === selected} />
        );
      })}
    </svg>
  );
}

function SeatMark(props: {
  readonly seat: Seat;
  readonly spot: SeatSpot;
  readonly room: RoomPlace;
  readonly selected: boolean;
}): ReactNode {
  const { seat, spot } = props;
  const { x, y, words } = spot;
  const turn = words.side === 'start' ? -1 : 1;
  return (
    <PictureSpot
      room={props.room}
      id={seat.id}
      className={css['seat']}
      selected={props.selected}
      empty={seat.empty === true}
    >
      <path
        d={`M${x - turn * 16} ${y}L${words.x + turn * 20} ${words.y}L${words.x + turn * 8} ${words.y}`}
        className={css['line']}
      />
      <g transform={`translate(${x - SHAPE / 2} ${y - SHAPE / 2})`}>
        <SectorShape sector={seat.sector} missing={seat.empty === true} size={SHAPE} />
      </g>
      {props.selected && <circle cx={x} cy={y} r={19} className={css['halo']} />}
      <text textAnchor={words.side}>
        <tspan x={words.x} y={words.y + (seat.note === undefined ? 5 : -3)} className={css['name']}>
          {short(seat.name)}
        </tspan>
        {seat.note !== undefined && (
          <tspan x={words.x} y={words.y + 16} className={css['note']}>
            {short(seat.note, LONG_NOTE)}
          </tspan>
        )}
      </text>
    </PictureSpot>
  );
}
