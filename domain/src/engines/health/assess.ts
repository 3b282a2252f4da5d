import { type Floors, type ProtectedCell, protectLine, raiseFloors } from '../disclosure/index.ts';
import { measureChange } from './change.ts';
import { isSameScale, mixEqually, type Scale, summarise } from './ordinal.ts';
import type { HealthCell, HealthGap, HealthReport } from './report.ts';
import type { HealthRound, Question } from './round.ts';

/** How a self-assessment is read. */
export interface AssessOptions {
  /** The round before, to measure changes from. */
  readonly before?: HealthRound;
  /** People invited, by group. */
  readonly invited?: ReadonlyMap<string, number>;
  /** The group that is the secretariat, compared with all others together. */
  readonly secretariat?: string;
  readonly floors?: Partial<Floors>;
  /** Answered under names: nothing is hidden. */
  readonly named?: boolean;
  /** Fixes the resampling; default 1. */
  readonly seed?: number;
}

/** A round that too few people answered for an anonymous report. */
export interface TooFewAnswers {
  readonly ok: false;
  readonly code: 'TooFewPeople';
  readonly people: number;
  readonly floor: number;
}

/**
 * Makes the one report that may be shown of a round (HLT-4 to HLT-10). Medians, agreement, changes and gaps are all
 * computed from the cells shown, a cell "nearly all at a level" being read as all at that level.
 */
export function assessRound(
  round: HealthRound,
  options: AssessOptions = {},
): { readonly ok: true; readonly report: HealthReport } | TooFewAnswers {
  const floors = options.named ? { perGroup: 1, inAll: 1 } : raiseFloors(options.floors ?? {});
  const people = round.answered.reduce((sum, count) => sum + count, 0);
  if (people < floors.inAll) return { ok: false, code: 'TooFewPeople', people, floor: floors.inAll };
  const reading: Reading = { floor: options.named ? undefined : floors.perGroup, options };
  const invited = options.invited;
  // A whole that leaves groups out would make a rate above what it is.
  const everyGroup = round.groups.every((name) => invited?.has(name));
  return {
    ok: true,
    report: {
      format: 'tablee-health-1',
      mode: options.named ? 'named' : 'anonymous',
      floors,
      round: round.name,
      ...(options.before ? { since: options.before.name } : {}),
      answered: people,
      ...(invited && everyGroup
        ? { invited: [...invited.values()].reduce((sum, count) => sum + count, 0) }
        : {}),
      groups: round.groups.map((name, g) => {
        const answered = round.answered[g] ?? 0;
        const asked = invited?.get(name);
        return {
          name,
          ...(answered >= floors.perGroup ? { answered } : {}),
          ...(asked === undefined ? {} : { invited: asked }),
        };
      }),
      questions: round.questions.map((question) => readQuestion(round, question, reading)),
    },
  };
}

interface Reading {
  readonly floor: number | undefined;
  readonly options: AssessOptions;
}

type QuestionReport = HealthReport['questions'][number];

function readQuestion(round: HealthRound, question: Question, reading: Reading): QuestionReport {
  const { scale } = question;
  const { cells, total } = showCells(question, reading.floor);
  const readable = cells.map((cell) => readHealthCell(cell, scale));
  const mixed = mixEqually(readable);
  const overall = summarise(mixed, scale);
  return {
    name: question.name,
    scale,
    cells,
    total,
    ...(overall ? { overall: { groups: readable.filter(isAnswered).length, ...overall } } : {}),
    ...changeOf(round, question, readable, reading),
    ...gapsOf(round, scale, readable, reading.options.secretariat),
  };
}

function showCells(
  question: Question,
  floor: number | undefined,
): { cells: HealthCell[]; total: HealthCell } {
  const { counts, scale } = question;
  if (floor === undefined) {
    const all = counts[0]?.map((_, level) => counts.reduce((sum, row) => sum + (row[level] ?? 0), 0)) ?? [];
    return { cells: counts.map((row) => exactCell(row, scale)), total: exactCell(all, scale) };
  }
  const line = protectLine(counts, floor, 'groups');
  return { cells: line.cells.map((cell) => nameCell(cell, scale)), total: nameCell(line.total, scale) };
}

function exactCell(counts: readonly number[], scale: Scale): HealthCell {
  const summary = summarise(counts, scale);
  if (summary === undefined) return { state: 'hidden' };
  return {
    state: 'exact',
    answers: counts.reduce((sum, count) => sum + count, 0),
    counts: [...counts],
    ...summary,
  };
}

function nameCell(cell: ProtectedCell, scale: Scale): HealthCell {
  if (cell.state === 'exact') return exactCell(cell.counts, scale);
  if (cell.state === 'hidden') return { state: 'hidden' };
  return { state: 'nearlyAll', answers: cell.answers, level: cell.answer + scale.least };
}

/** The answers by level that a cell lets one read; "nearly all" as all, nothing where it is hidden (HLT-9). */
export function readHealthCell(cell: HealthCell, scale: Scale): number[] {
  const levels = new Array<number>(scale.most - scale.least + 1).fill(0);
  if (cell.state === 'hidden') return levels;
  if (cell.state === 'exact') return [...cell.counts];
  levels[cell.level - scale.least] = cell.answers;
  return levels;
}

function isAnswered(counts: readonly number[]): boolean {
  return counts.some((count) => count > 0);
}

function changeOf(
  round: HealthRound,
  question: Question,
  readable: readonly (readonly number[])[],
  { floor, options }: Reading,
): Pick<QuestionReport, 'change' | 'unchangedBecause'> {
  const { before } = options;
  const earlier = before?.questions.find((other) => other.name === question.name);
  if (before === undefined || earlier === undefined) return {};
  if (!isSameScale(earlier.scale, question.scale)) return { unchangedBecause: 'anotherScale' };
  const shown = showCells(earlier, floor).cells;
  const old = round.groups.map((group) => {
    const cell = shown[before.groups.indexOf(group)];
    return readHealthCell(cell ?? { state: 'hidden' }, earlier.scale);
  });
  const change = measureChange(old, readable, question.scale, options.seed ?? 1);
  return change ? { change } : {};
}

function gapsOf(
  round: HealthRound,
  scale: Scale,
  readable: readonly (readonly number[])[],
  secretariat: string | undefined,
): Pick<QuestionReport, 'widest' | 'secretariat'> {
  const sides = round.groups.flatMap((name, g) => sideOf(name, readable[g] ?? [], scale));
  const pairs = sides.flatMap((one, i) => sides.slice(i + 1).map((other) => gapBetween(one, other)));
  const widest = pairs.sort(byWidth)[0];
  const own = sides.find((side) => side.name === secretariat);
  const partners = sideOf(
    'partners',
    mixEqually(readable.filter((_, g) => round.groups[g] !== secretariat)),
    scale,
  )[0];
  return {
    ...(widest ? { widest } : {}),
    ...(own && partners ? { secretariat: gapBetween(own, partners) } : {}),
  };
}

interface Side {
  readonly name: string;
  readonly median: number;
  readonly mean: number;
}

function sideOf(name: string, weights: readonly number[], scale: Scale): Side[] {
  const summary = summarise(weights, scale);
  return summary ? [{ name, median: summary.median, mean: summary.mean }] : [];
}

function gapBetween(one: Side, other: Side): HealthGap {
  const difference = one.median - other.median || one.mean - other.mean;
  const [high, low] = difference < 0 ? [other, one] : [one, other];
  return { high: high.name, low: low.name, medians: high.median - low.median, means: high.mean - low.mean };
}

/** Wider gaps first: by medians, then by means (HLT-8). */
export function byWidth(one: HealthGap, other: HealthGap): number {
  return other.medians - one.medians || other.means - one.means;
}
