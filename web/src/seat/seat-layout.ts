/** A seat around the table: where its shape is, and where its words begin. */
export interface SeatSpot {
  readonly x: number;
  readonly y: number;
  readonly words: { readonly x: number; readonly y: number; readonly side: 'start' | 'end' };
}

/** Width of the drawing. */
export const SEATS_WIDTH = 760;
/** Radius of the table. */
export const TABLE = 84;
const AWAY = 34;
const WORDS = 30;
/** Height that the words of one seat take: a name and a line below it. */
const ROW = 48;
const MARGIN = 30;

/** Height of the drawing for so many seats. */
export const seatsHeight = (count: number): number =>
  Math.max(2 * (TABLE + AWAY) + 2 * MARGIN, Math.ceil(count / 2) * ROW + 2 * MARGIN);

/** Moves rows apart so that no two words touch, keeping their order and the middle of the stack. */
const spread = (wanted: readonly number[], height: number): readonly number[] => {
  const placed: number[] = [];
  for (const y of wanted) placed.push(Math.max(y, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + ROW));
  const last = placed.at(-1) ?? 0;
  const over = Math.max(0, last - (height - MARGIN));
  const first = (placed[0] ?? 0) - over;
  const shift = first < MARGIN ? over + (first - MARGIN) : over;
  return placed.map((y) => y - shift);
};

/**
 * Seats evenly around a table, the first at the upper right, clockwise; the words stand left and right of the table in
 * columns, so that they never touch, however many seats there are.
 */
export const seatSpots = (count: number): readonly SeatSpot[] => {
  const height = seatsHeight(count);
  const center = { x: SEATS_WIDTH / 2, y: height / 2 };
  const angles = Array.from({ length: count }, (_, index) => ((index + 0.5) * 360) / count);
  const at = (angle: number) => {
    const radians = ((angle - 90) * Math.PI) / 180;
    return {
      x: center.x + Math.cos(radians) * (TABLE + AWAY),
      y: center.y + Math.sin(radians) * (TABLE + AWAY),
    };
  };
  const words = new Map<number, number>();
  for (const right of [true, false]) {
    const here = angles
      .map((angle, index) => ({ index, y: at(angle).y, right: angle < 180 }))
      .filter((seat) => seat.right === right)
      .sort((a, b) => a.y - b.y);
    spread(
      here.map(({ y }) => y),
      height,
    ).forEach((y, row) => {
      const seat = here[row];
      if (seat !== undefined) words.set(seat.index, y);
    });
  }
  return angles.map((angle, index) => {
    const { x, y } = at(angle);
    const side = angle < 180 ? 'start' : 'end';
    const edge = TABLE + AWAY + WORDS;
    return {
      x,
      y,
      words: { x: center.x + (side === 'start' ? edge : -edge), y: words.get(index) ?? y, side },
    };
  });
};
