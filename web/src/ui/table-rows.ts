/** How many rows of a table are drawn at first. */
export const FIRST_ROWS = 100;

const MORE_ROWS = 500;

/** How many rows stand there after the button for more. */
export const nextRows = (all: number, drawn: number): number => Math.min(all, drawn + MORE_ROWS);

/**
 * How many rows are drawn of a list: as many as were asked for, and on to the selected one (its index, -1 for none),
 * so that whoever came by its address sees where it stands.
 */
export const rowsDrawn = (all: number, asked: number, selected: number): number =>
  Math.min(all, Math.max(asked, selected + 1));
