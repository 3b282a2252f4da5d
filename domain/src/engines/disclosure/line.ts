/** The smallest numbers that anonymous results are shown for: answers per group, people in all. */
export interface Floors {
  readonly perGroup: number;
  readonly inAll: number;
}

/** The floors that no space may go below (DIS-1). */
export const DEFAULT_FLOORS: Floors = { perGroup: 5, inAll: 15 };

/** The floors wished for, never below the default ones (DIS-1). */
export function raiseFloors(wished: Partial<Floors>): Floors {
  return {
    perGroup: Math.max(DEFAULT_FLOORS.perGroup, wished.perGroup ?? 0),
    inAll: Math.max(DEFAULT_FLOORS.inAll, wished.inAll ?? 0),
  };
}

/** What is shown of one group on one question: exact counts, "nearly all gave this answer", or nothing. */
export type ProtectedCell =
  | { readonly state: 'exact'; readonly counts: readonly number[]; readonly answers: number }
  | { readonly state: 'nearlyAll'; readonly answer: number; readonly answers: number }
  | { readonly state: 'hidden' };

/** What is shown of one question: one cell per group, in the order given, and the total. */
export interface ProtectedLine {
  readonly cells: readonly ProtectedCell[];
  readonly total: ProtectedCell;
}

const HIDDEN: ProtectedCell = { state: 'hidden' };

/**
 * Says which cells must be hidden (DIS-2): those below the floor, and the smallest others as long as the hidden
 * ones together could be recomputed as a small number from a total. Cells with no answer at all are not hidden.
 *
 * @param sizes answers per cell.
 * @see Hundepool and others, Statistical Disclosure Control (2012), chapter 4: primary and secondary suppression.
 */
export function hideSmall(sizes: readonly number[], floor: number): boolean[] {
  const hidden = sizes.map((size) => size > 0 && size < floor);
  for (;;) {
    const sum = sizes.reduce((total, size, index) => total + (hidden[index] ? size : 0), 0);
    if (sum === 0 || sum >= floor) return hidden;
    let smallest = -1;
    for (const [index, size] of sizes.entries()) {
      if (hidden[index] || size === 0) continue;
      if (smallest < 0 || size < (sizes[smallest] ?? 0)) smallest = index;
    }
    if (smallest < 0) return hidden;
    hidden[smallest] = true;
  }
}

/** Whether all the answers counted, or all but one, are the same (DIS-3); false where there is none. */
export function isNearlyUnanimous(counts: readonly number[]): boolean {
  const answers = sum(counts);
  return answers > 0 && Math.max(...counts) >= answers - 1;
}

/**
 * Gives what may be shown of one question (DIS-2 to DIS-6).
 *
 * @param cells per group, the counts by answer (the same answers in the same order in every group).
 * @param floor the smallest number of answers shown, for a group and for the total.
 * @param keep what is kept where a small cell could be recomputed: the `total`, by hiding another cell (unless that
 * would hide more than half of the answers), or the `groups`, by hiding the total.
 */
export function protectLine(
  cells: readonly (readonly number[])[],
  floor: number,
  keep: 'total' | 'groups' = 'total',
): ProtectedLine {
  const sizes = cells.map(sum);
  const hidden = hideSmall(sizes, floor);
  const small = sizes.map((size) => size > 0 && size < floor);
  const lost = sum(sizes.filter((_, index) => hidden[index]));
  const others = small.some((isSmall, index) => isSmall !== hidden[index]);
  // Hiding most of the line to keep its total would serve nobody: then the total goes, and only small cells with it.
  const giveUpTotal = others && (keep === 'groups' || lost * 2 > sum(sizes));
  const shown = cells.map((counts, index) =>
    (giveUpTotal ? small : hidden)[index] ? HIDDEN : showCell(counts),
  );
  return { cells: shown, total: giveUpTotal ? HIDDEN : showTotal(cells, shown, floor) };
}

function showCell(counts: readonly number[]): ProtectedCell {
  const answers = sum(counts);
  if (!isNearlyUnanimous(counts)) return { state: 'exact', counts: [...counts], answers };
  return { state: 'nearlyAll', answer: counts.indexOf(Math.max(...counts)), answers };
}

function showTotal(
  cells: readonly (readonly number[])[],
  shown: readonly ProtectedCell[],
  floor: number,
): ProtectedCell {
  const all = addUp(cells);
  if (sum(all) < floor) return HIDDEN;
  const whole = showCell(all);
  if (whole.state === 'nearlyAll') return whole;
  if (shown.some((cell) => cell.state === 'nearlyAll')) return HIDDEN;
  const rest = addUp(cells.filter((_, index) => shown[index]?.state === 'hidden'));
  return isNearlyUnanimous(rest) ? HIDDEN : whole;
}

function addUp(cells: readonly (readonly number[])[]): number[] {
  const width = cells[0]?.length ?? 0;
  return Array.from({ length: width }, (_, answer) => sum(cells.map((counts) => counts[answer] ?? 0)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
