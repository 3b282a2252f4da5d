import { SCALE_TOP, type WorkingEntry } from '@tablee/domain/modules/actor';
import type { Point } from './map-layout.ts';

/** The grid in units of its drawing: interest to the right, influence upwards. */
export const GRID = { width: 724, height: 722, left: 44, top: 34, right: 700, bottom: 530 } as const;
/** Actors that wait below the grid, in columns. */
export const TRAY = { top: 600, columns: 3, rows: 4, row: 26, column: 226 } as const;

/** Where a pair of figures stands in the drawing. */
export const gridSpot = (influence: number, interest: number): Point => ({
  x: GRID.left + ((GRID.right - GRID.left) * (interest + 0.5)) / (SCALE_TOP + 1),
  y: GRID.bottom - ((GRID.bottom - GRID.top) * (influence + 0.5)) / (SCALE_TOP + 1),
});

/** The figures of a place in the drawing; `undefined` outside of the grid. */
export const figuresAt = ({
  x,
  y,
}: Point): { readonly influence: number; readonly interest: number } | undefined => {
  if (x < GRID.left || x > GRID.right || y < GRID.top || y > GRID.bottom) return undefined;
  const step = (share: number): number => Math.min(SCALE_TOP, Math.floor(share * (SCALE_TOP + 1)));
  return {
    influence: step((GRID.bottom - y) / (GRID.bottom - GRID.top)),
    interest: step((x - GRID.left) / (GRID.right - GRID.left)),
  };
};

/** Where actors with both figures stand; those with the same figures side by side, in the order given. */
export const placeInGrid = (
  actors: readonly { readonly id: string; readonly entry: WorkingEntry | undefined }[],
): ReadonlyMap<string, Point> => {
  const counts = new Map<string, number>();
  const places = new Map<string, Point>();
  for (const { id, entry } of actors) {
    if (entry?.influence === undefined || entry.interest === undefined) continue;
    const key = `${entry.influence} ${entry.interest}`;
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    const { x, y } = gridSpot(entry.influence, entry.interest);
    // To the left where the right edge is near, so that nobody leaves the grid.
    const side = x > GRID.right - 90 ? -1 : 1;
    places.set(id, { x: x + side * (before % 3) * 20, y: y + (Math.floor(before / 3) % 2) * 20 });
  }
  return places;
};

/** Where those who are not placed yet wait below the grid; the rest is in the table. */
export const trayPlaces = (ids: readonly string[]): ReadonlyMap<string, Point> =>
  new Map(
    ids.slice(0, TRAY.columns * TRAY.rows).map((id, index) => [
      id,
      {
        x: GRID.left + 14 + (index % TRAY.columns) * TRAY.column,
        y: TRAY.top + Math.floor(index / TRAY.columns) * TRAY.row,
      },
    ]),
  );
