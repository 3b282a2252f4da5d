import { elementsOf, type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import { daysBetween, firstDay, lastDay, periodOf, recordsIn } from '../reading/index.ts';
import { activity, PROGRESS, type Progress, RATINGS, type Rating } from './activity.ts';

/** One activity as lists show it. */
export interface ActivityLine {
  readonly entity: RecordEntity;
  readonly progress: Progress;
  readonly rating: Rating;
  readonly accountable: string | undefined;
  /** Last day, `YYYY-MM-DD`; absent when no end was said. */
  readonly end: string | undefined;
  /** Days past its end while it is neither done nor stopped; 0 otherwise. */
  readonly daysLate: number;
  /** Activities that should be done before and are not yet. */
  readonly waitsFor: readonly string[];
}

const isOpen = (progress: Progress): boolean => progress !== 'done' && progress !== 'stopped';

const progressOf = (entity: RecordEntity): Progress => valueOf(activity, entity, 'progress') ?? 'notStarted';

const endOf = (entity: RecordEntity): string | undefined => {
  const end = valueOf(activity, entity, 'end');
  return end === undefined ? undefined : lastDay(end);
};

const lineOf = (entity: RecordEntity, open: ReadonlySet<string>, today: string): ActivityLine => {
  const progress = progressOf(entity);
  const end = endOf(entity);
  return {
    entity,
    progress,
    rating: valueOf(activity, entity, 'rating') ?? 'notRated',
    accountable: valueOf(activity, entity, 'accountable'),
    end,
    daysLate: end !== undefined && isOpen(progress) ? Math.max(0, daysBetween(end, today)) : 0,
    waitsFor: elementsOf(entity, 'after').filter((id) => open.has(id)),
  };
};

/** All activities by end date, those without one last. */
export const activityLines = (view: View, today: string): readonly ActivityLine[] => {
  const entities = recordsIn(view, 'activity');
  const open = new Set(entities.filter((entity) => isOpen(progressOf(entity))).map((entity) => entity.id));
  return entities
    .map((entity) => lineOf(entity, open, today))
    .sort((a, b) =>
      (a.end ?? '9999') === (b.end ?? '9999') ? 0 : (a.end ?? '9999') < (b.end ?? '9999') ? -1 : 1,
    );
};

/** A quarter of the roadmap; `undefined` holds what has no date yet. */
export interface Quarter {
  readonly quarter: string | undefined;
  readonly lines: readonly ActivityLine[];
}

/**
 * The roadmap by quarter of the end date; without one, of the start date. What is late and not done stands in its own
 * quarter and is marked by `daysLate`.
 */
export const roadmapByQuarter = (view: View, today: string): readonly Quarter[] => {
  const quarterOf = (line: ActivityLine): string | undefined => {
    const start = valueOf(activity, line.entity, 'start');
    const day = line.end ?? (start === undefined ? undefined : firstDay(start));
    return day === undefined ? undefined : periodOf('quarter', day);
  };
  return grouped(activityLines(view, today), quarterOf).map(([quarter, lines]) => ({ quarter, lines }));
};

/** A workstream with its activities; `undefined` holds those without one. */
export interface Workstream {
  readonly workstream: string | undefined;
  readonly lines: readonly ActivityLine[];
  readonly counts: { readonly [P in Progress]: number };
  readonly ratings: { readonly [R in Rating]: number };
}

const countOf = <K extends string>(
  keys: readonly K[],
  values: readonly K[],
): { readonly [V in K]: number } => {
  const counts = new Map<K, number>(keys.map((key) => [key, 0]));
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts) as { [V in K]: number }; // every key was set above
};

/** The roadmap by workstream, with how many are at which point and how they are judged. */
export const roadmapByWorkstream = (view: View, today: string): readonly Workstream[] =>
  grouped(activityLines(view, today), (line) => valueOf(activity, line.entity, 'workstream')).map(
    ([workstream, lines]) => ({
      workstream,
      lines,
      counts: countOf(
        PROGRESS,
        lines.map((line) => line.progress),
      ),
      ratings: countOf(
        RATINGS,
        lines.map((line) => line.rating),
      ),
    }),
  );

const grouped = (
  lines: readonly ActivityLine[],
  key: (line: ActivityLine) => string | undefined,
): readonly (readonly [string | undefined, readonly ActivityLine[]])[] => {
  const groups = new Map<string | undefined, ActivityLine[]>();
  for (const line of lines) {
    const group = groups.get(key(line));
    if (group === undefined) groups.set(key(line), [line]);
    else group.push(line);
  }
  return [...groups].sort(([a], [b]) => (a === b ? 0 : (a ?? '\uffff') < (b ?? '\uffff') ? -1 : 1));
};

/** Activities past their end and neither done nor stopped, the longest wait first. */
export const overdueActivities = (view: View, today: string): readonly ActivityLine[] =>
  activityLines(view, today)
    .filter((line) => line.daysLate > 0)
    .sort((a, b) => b.daysLate - a.daysLate);

/** Who is in an activity and how: the RACI of the roadmap, accountable first. */
export const rolesInActivities = (
  view: View,
): readonly {
  readonly activity: RecordEntity;
  readonly accountable: string | undefined;
  readonly involved: readonly string[];
}[] =>
  recordsIn(view, 'activity').map((entity) => ({
    activity: entity,
    accountable: valueOf(activity, entity, 'accountable'),
    involved: elementsOf(entity, 'involved'),
  }));

/** Activities for which no organisation answers yet. */
export const withoutAccountable = (view: View): readonly RecordEntity[] =>
  recordsIn(view, 'activity').filter((entity) => valueOf(activity, entity, 'accountable') === undefined);
