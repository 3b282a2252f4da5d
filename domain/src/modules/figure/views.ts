import { type Quantity, type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import {
  addDays,
  boundsOf,
  firstDay,
  lastDay,
  periodsBetween,
  processesIn,
  type Running,
  recordsIn,
} from '../reading/index.ts';
import { indicator } from '../result/index.ts';
import { type Figure, figureState, type Revision } from './state.ts';

/** Days after the end of a period in which a figure is still on its way, not missing. */
export const FIGURE_GRACE_DAYS = 30;

/** What a box of the grid says. A missing figure is never a zero. */
export type CellState = 'expected' | 'missing' | 'given' | 'approved' | 'returned';

/** One box of the grid. */
export interface Cell {
  readonly period: string;
  readonly state: CellState;
  /** The figures of the box: several only where places are told apart. */
  readonly figures: readonly Running<Figure>[];
}

/** One line of the grid: an indicator and an organisation that gives it. */
export interface GridLine {
  readonly indicator: RecordEntity;
  readonly organisation: string;
  readonly cells: readonly Cell[];
}

/** A share as it is counted, never rounded: `given` of `due`. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** The span that a grid shows, and the day from which it is looked at (`YYYY-MM-DD`). */
export interface Span {
  readonly from?: string;
  readonly to?: string;
  readonly today: string;
}

const stateOf = (figures: readonly Running<Figure>[], period: string, today: string): CellState => {
  const states = figures.map((held) => held.state.status);
  if (states.includes('returned')) return 'returned';
  if (states.includes('given')) return 'given';
  if (states.includes('approved')) return 'approved';
  return addDays(boundsOf(period).last, FIGURE_GRACE_DAYS) >= today ? 'expected' : 'missing';
};

/** The periods of an indicator that lie in a span: from its baseline to its target, or to today. */
const periodsOf = (
  entity: RecordEntity,
  figures: readonly Running<Figure>[],
  span: Span,
): readonly string[] => {
  const rhythm = valueOf(indicator, entity, 'rhythm');
  const given = figures.map((held) => held.state.period);
  if (rhythm === undefined) return [...new Set(given)].sort();
  const baseline = valueOf(indicator, entity, 'baselineDate');
  const target = valueOf(indicator, entity, 'targetDate');
  const starts = [
    baseline === undefined ? undefined : addDays(lastDay(baseline), 1),
    ...given.map((period) => boundsOf(period).first),
  ].filter((day) => day !== undefined);
  const start = starts.sort()[0] ?? firstDay(span.today.slice(0, 4));
  const end = target === undefined ? span.today : lastDay(target);
  const from = span.from !== undefined && span.from > start ? span.from : start;
  const last = span.to ?? span.today;
  const found = periodsBetween(rhythm, from, last < end ? last : end);
  const inSpan = (period: string): boolean =>
    (span.from === undefined || boundsOf(period).last >= span.from) && boundsOf(period).first <= last;
  return [...new Set([...found, ...given.filter(inSpan)])].sort((a, b) =>
    boundsOf(a).first < boundsOf(b).first ? -1 : 1,
  );
};

/**
 * The grid of monitoring data: per indicator and organisation, one box per period of its rhythm. The organisation that
 * collects has a line even when it gave nothing yet; others have one as soon as they give a figure.
 */
export const figureGrid = (view: View, span: Span): readonly GridLine[] => {
  const figures = processesIn(view, figureState);
  return recordsIn(view, 'indicator').flatMap((entity) => {
    const own = figures.filter((held) => held.state.indicator === entity.id);
    const collector = valueOf(indicator, entity, 'collector');
    const organisations = new Set([
      ...(collector === undefined ? [] : [collector]),
      ...own.map((held) => held.state.organisation),
    ]);
    return [...organisations].map((organisation): GridLine => {
      const theirs = own.filter((held) => held.state.organisation === organisation);
      const due =
        organisation === collector
          ? periodsOf(entity, theirs, span)
          : [...new Set(theirs.map((held) => held.state.period))].sort();
      const cells = due.map((period): Cell => {
        const here = theirs.filter((held) => held.state.period === period);
        return { period, state: stateOf(here, period, span.today), figures: here };
      });
      return { indicator: entity, organisation, cells };
    });
  });
};

/** One organisation's boxes of a period over all indicators: how many are in each state. */
export interface OrganisationLine {
  readonly organisation: string;
  readonly cells: readonly {
    readonly period: string;
    readonly counts: { readonly [S in CellState]: number };
  }[];
}

/** The grid read by organisation: period × organisation with the number of boxes in each state. */
export const gridByOrganisation = (lines: readonly GridLine[]): readonly OrganisationLine[] => {
  const organisations = [...new Set(lines.map((line) => line.organisation))].sort();
  return organisations.map((organisation) => {
    const boxes = lines.filter((line) => line.organisation === organisation).flatMap((line) => line.cells);
    const periods = [...new Set(boxes.map((box) => box.period))].sort((a, b) =>
      boundsOf(a).first < boundsOf(b).first ? -1 : 1,
    );
    return {
      organisation,
      cells: periods.map((period) => {
        const counts = { expected: 0, missing: 0, given: 0, approved: 0, returned: 0 };
        for (const box of boxes) if (box.period === period) counts[box.state] += 1;
        return { period, counts };
      }),
    };
  });
};

/** How much of what is due is there: boxes given or approved, of all boxes that are not merely expected. */
export const coverage = (lines: readonly GridLine[]): Share => {
  const due = lines.flatMap((line) => line.cells).filter((box) => box.state !== 'expected');
  return {
    part: due.filter((box) => box.state === 'given' || box.state === 'approved').length,
    of: due.length,
  };
};

/** The figures of an organisation that are due or were returned, oldest first: what is asked of it. */
export const figuresAsked = (
  view: View,
  organisation: string,
  today: string,
): readonly { readonly indicator: RecordEntity; readonly cell: Cell }[] =>
  figureGrid(view, { today })
    .filter((line) => line.organisation === organisation)
    .flatMap((line) =>
      line.cells
        .filter(
          (cell) =>
            ['missing', 'returned'].includes(cell.state) ||
            (cell.state === 'expected' && boundsOf(cell.period).last < today),
        )
        .map((cell) => ({ indicator: line.indicator, cell })),
    )
    .sort((a, b) => (boundsOf(a.cell.period).first < boundsOf(b.cell.period).first ? -1 : 1));

/** An approved value with where it stands. */
export interface ApprovedFigure {
  readonly figure: string;
  readonly organisation: string;
  readonly period: string;
  /** The last day of the period: the day for which the value speaks. */
  readonly day: string;
  readonly value: Quantity;
  readonly revision: Revision;
}

/** What counts of a figure: its last approved revision, even while a correction waits. */
export const approvedOf = (held: Running<Figure>): ApprovedFigure | undefined => {
  const { approved, revisions, organisation, period } = held.state;
  const revision = approved === undefined ? undefined : revisions[approved];
  if (revision === undefined) return undefined;
  return {
    figure: held.id,
    organisation,
    period,
    day: boundsOf(period).last,
    value: { value: revision.value, unit: revision.unit },
    revision,
  };
};

/** The approved values of an indicator, oldest period first; figures told apart by place are left out of the series. */
export const seriesOf = (view: View, indicatorId: string): readonly ApprovedFigure[] =>
  processesIn(view, figureState)
    .filter((held) => held.state.indicator === indicatorId && held.state.place === undefined)
    .flatMap((held) => approvedOf(held) ?? [])
    .sort((a, b) => (a.day === b.day ? (a.figure < b.figure ? -1 : 1) : a.day < b.day ? -1 : 1));

/** The approved value of the latest period of an indicator. */
export const latestApproved = (view: View, indicatorId: string): ApprovedFigure | undefined =>
  seriesOf(view, indicatorId).at(-1);

/** The value that stands in a figure now, approved or not. */
export const currentOf = (state: Figure): Revision | undefined => state.revisions.at(-1);

/** Figures that wait for approval, oldest period first. */
export const figuresToApprove = (view: View): readonly Running<Figure>[] =>
  processesIn(view, figureState)
    .filter((held) => held.state.status === 'given')
    .sort((a, b) => (boundsOf(a.state.period).first < boundsOf(b.state.period).first ? -1 : 1));

/** Figures entered for an organisation that it has not confirmed yet. */
export const figuresToConfirm = (view: View, organisation: string): readonly Running<Figure>[] =>
  processesIn(view, figureState).filter(
    (held) => held.state.organisation === organisation && currentOf(held.state)?.confirmed === false,
  );
