import { type Floors, type ProtectedCell, protectLine, raiseFloors } from '../disclosure/index.ts';
import { drawMap } from './draw.ts';
import { divides, groupAwareConsensus, majorities, marksOfGroup } from './measure.ts';
import type { Grouping, OpinionMap } from './opinion-map.ts';
import type { OpinionCell, OpinionReport } from './report.ts';
import { addCounts, type Counts, lineOf, tallyVotes } from './tally.ts';
import { countVotes } from './vote-table.ts';

/** How a report is made. */
export interface PublishOptions {
  /** Floors above the default ones (DIS-1). */
  readonly floors?: Partial<Floors>;
  /** The round was answered under names, and everybody knew: nothing is hidden (OPN-17). */
  readonly named?: boolean;
  /** How many statements are listed as marks, majorities and divides; default 5. */
  readonly most?: number;
}

/** An anonymous round that too few people answered: nothing of it is shown but their number. */
export interface TooFewPeople {
  readonly ok: false;
  readonly code: 'TooFewPeople';
  readonly people: number;
  readonly floor: number;
}

const STANCES = ['agree', 'disagree', 'pass'] as const;

/**
 * Makes the one report that may be shown of a round (OPN-13 to OPN-17): the protected counts by statement and group,
 * and measures that are computed from those counts alone, so that they tell nothing more.
 *
 * @param grouping the groups to read by; nothing reads everybody together. One report reads by one grouping: two
 * groupings of the same answers would uncover each other's hidden cells.
 */
export function publishOpinions(
  map: OpinionMap,
  grouping: Grouping | undefined,
  options: PublishOptions = {},
): { readonly ok: true; readonly report: OpinionReport } | TooFewPeople {
  const floors = options.named ? { perGroup: 1, inAll: 1 } : raiseFloors(options.floors ?? {});
  const people = map.table.people.filter((_, p) => countVotes(map.table, p) > 0).length;
  if (people < floors.inAll) return { ok: false, code: 'TooFewPeople', people, floor: floors.inAll };
  const whole = closeGrouping(map, grouping);
  const lines = protectAll(map, whole, options.named ? undefined : floors.perGroup);
  const exact = new Set(lines.flatMap((line, s) => (line.total.state === 'exact' ? [s] : [])));
  return {
    ok: true,
    report: {
      format: 'tablee-opinions-1',
      mode: options.named ? 'named' : 'anonymous',
      floors,
      people,
      groupsFrom: grouping === undefined ? 'none' : grouping === map.found ? 'found' : 'given',
      ...readLines(map, { whole, lines, floors, most: options.most ?? 5 }),
      ...drawMap(map, grouping, { floors, named: options.named ?? false, exact }),
    },
  };
}

/** Adds a last group, without a name, for people who are in none: they count in every total. */
function closeGrouping(map: OpinionMap, grouping: Grouping | undefined): Grouping {
  const groupOf = grouping?.groupOf ?? new Int32Array(map.table.people.length).fill(-1);
  const names = grouping?.names ?? [];
  const stray = groupOf.some((group, p) => group < 0 && countVotes(map.table, p) > 0);
  if (!stray) return { names, groupOf };
  return { names: [...names, ''], groupOf: groupOf.map((group) => (group < 0 ? names.length : group)) };
}

interface Line {
  readonly cells: readonly OpinionCell[];
  readonly total: OpinionCell;
}

function protectAll(map: OpinionMap, grouping: Grouping, floor: number | undefined): Line[] {
  const tally = tallyVotes(map.table, grouping.groupOf, grouping.names.length);
  return map.table.statements.map((_, s) => {
    const line = lineOf(tally, s);
    if (floor === undefined) return { cells: line.map(openCell), total: openCell(addCounts(line)) };
    const shown = protectLine(
      line.map((counts) => STANCES.map((stance) => counts[stance])),
      floor,
    );
    return { cells: shown.cells.map(nameCell), total: nameCell(shown.total) };
  });
}

function openCell(counts: Counts): OpinionCell {
  return { state: 'exact', ...counts };
}

function nameCell(cell: ProtectedCell): OpinionCell {
  if (cell.state === 'hidden') return { state: 'hidden' };
  if (cell.state === 'nearlyAll') {
    return { state: 'nearlyAll', stance: STANCES[cell.answer] ?? 'pass', seen: cell.answers };
  }
  const [agree = 0, disagree = 0, pass = 0] = cell.counts;
  return { state: 'exact', agree, disagree, pass, seen: cell.answers };
}

/** The counts that a careful reader takes from a cell: "nearly all" is read as all but one (OPN-15). */
export function readCell(cell: OpinionCell): Counts | undefined {
  if (cell.state === 'hidden') return undefined;
  if (cell.state === 'exact') {
    return { agree: cell.agree, disagree: cell.disagree, pass: cell.pass, seen: cell.seen };
  }
  const counts = { agree: 0, disagree: 0, pass: 0, seen: cell.seen };
  counts[cell.stance] = cell.seen - 1;
  counts[cell.stance === 'pass' ? 'disagree' : 'pass'] = 1;
  return counts;
}

interface Reading {
  readonly whole: Grouping;
  readonly lines: readonly Line[];
  readonly floors: Floors;
  readonly most: number;
}

type Readings = Pick<
  OpinionReport,
  'groups' | 'statements' | 'consensus' | 'agreed' | 'rejected' | 'divides'
>;

function readLines(map: OpinionMap, { whole, lines, floors, most }: Reading): Readings {
  const { statements } = map.table;
  const nobody = addCounts([]);
  const open = lines.map((line, s) =>
    map.moderated.has(s) ? undefined : line.cells.map((cell) => readCell(cell) ?? nobody),
  );
  const totals = lines.map((line, s) => (map.moderated.has(s) ? undefined : readCell(line.total)));
  const nameOf = (statement: number): string => statements[statement] ?? '';
  const groups = whole.names.map((name, group) => {
    const members = whole.groupOf.filter((own, p) => own === group && countVotes(map.table, p) > 0).length;
    const marks = name === '' ? [] : marksOfGroup(open, group, most);
    return {
      name,
      ...(members >= floors.perGroup ? { members } : {}),
      marks: marks.map(({ statement, count: _count, seen: _seen, ...mark }) => ({
        statement: nameOf(statement),
        ...mark,
      })),
    };
  });
  const shares = (side: 'agree' | 'disagree') =>
    majorities(totals, side, most).map(({ statement, share }) => ({ statement: nameOf(statement), share }));
  return {
    groups,
    statements: lines.map((line, s) => ({
      name: nameOf(s),
      moderated: map.moderated.has(s),
      total: line.total,
      cells: [...line.cells],
    })),
    consensus: rankConsensus(open, statements),
    agreed: shares('agree'),
    rejected: shares('disagree'),
    divides: divides(open)
      .slice(0, most)
      .map(({ statement, most: top, least, gap, test }) => ({
        statement: nameOf(statement),
        most: whole.names[top] ?? '',
        least: whole.names[least] ?? '',
        gap,
        test,
      })),
  };
}

/** Statements by the geometric mean of their groups' likely shares: comparable where a group is hidden (OPN-8). */
function rankConsensus(
  open: readonly (readonly Counts[] | undefined)[],
  statements: readonly string[],
): OpinionReport['consensus'] {
  const ranked = [...open.entries()].flatMap(([s, line]) => {
    const shown = line?.filter((counts) => counts.seen > 0) ?? [];
    if (shown.length === 0) return [];
    const score = groupAwareConsensus(shown);
    return [
      { statement: statements[s] ?? '', score, groups: shown.length, mean: score ** (1 / shown.length) },
    ];
  });
  ranked.sort((a, b) => b.mean - a.mean);
  return ranked.map(({ mean: _mean, ...entry }) => entry);
}
