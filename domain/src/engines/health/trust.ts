import * as z from 'zod/mini';
import { type CsvRow, type InputProblem, inputProblem, readCsv } from '../csv/index.ts';
import { type Floors, protectLine, raiseFloors } from '../disclosure/index.ts';
import { measureChange } from './change.ts';
import { type Scale, summarise } from './ordinal.ts';

/** One organisation's rating of another; who rated is never shown. */
export interface Rating {
  readonly from: string;
  readonly to: string;
  readonly level: number;
}

const wholeNumber = z.int().check(z.gte(0));

/** What may be shown of a trust round, as `tablee health --trust --json` prints it. */
export const trustReportSchema = z.object({
  format: z.literal('tablee-trust-1'),
  mode: z.enum(['anonymous', 'named']),
  floors: z.object({ perGroup: wholeNumber, inAll: wholeNumber }),
  scale: z.object({ least: wholeNumber, most: wholeNumber }),
  organisations: wholeNumber,
  raters: wholeNumber,
  ratings: wholeNumber,
  /** Organisations rated by enough others, most trusted first. */
  shown: z.array(
    z.object({
      name: z.string(),
      ratings: wholeNumber,
      median: z.number(),
      /** Absent where nearly all gave the same level. */
      agreement: z.optional(z.number()),
      /** `central` from the upper third of the scale, `apart` up to the lower third. */
      place: z.enum(['central', 'between', 'apart']),
      change: z.optional(
        z.object({
          mean: z.number(),
          low: z.number(),
          high: z.number(),
          median: z.number(),
          groups: wholeNumber,
        }),
      ),
    }),
  ),
  /** Organisations that too few rated: little known, and nothing more is said of them. */
  littleKnown: z.array(z.string()),
  /** Of the pairs who rated each other, how many lie at most one level apart; absent below the floor. */
  reciprocity: z.optional(
    z.discriminatedUnion('state', [
      z.object({ state: z.literal('exact'), pairs: wholeNumber, alike: wholeNumber }),
      z.object({ state: z.literal('nearlyAll'), pairs: wholeNumber, alike: z.boolean() }),
    ]),
  ),
});

/** What may be shown of a trust round. */
export type TrustReport = z.infer<typeof trustReportSchema>;

/** How a trust round is read. */
export interface TrustOptions {
  readonly scale: Scale;
  readonly before?: readonly Rating[];
  readonly floors?: Partial<Floors>;
  readonly named?: boolean;
  readonly seed?: number;
}

/** A trust round with too few raters for an anonymous report. */
export interface TooFewRaters {
  readonly ok: false;
  readonly code: 'TooFewPeople';
  readonly people: number;
  readonly floor: number;
}

/**
 * Reads directed ratings between organisations (HLT-12, HLT-13). What an organisation received is shown from five
 * ratings on and protected like any other answers; what one gave is never shown.
 */
export function readTrust(
  ratings: readonly Rating[],
  options: TrustOptions,
): { readonly ok: true; readonly report: TrustReport } | TooFewRaters {
  const floors = options.named ? { perGroup: 1, inAll: 1 } : raiseFloors(options.floors ?? {});
  const raters = new Set(ratings.map((rating) => rating.from)).size;
  if (raters < floors.inAll) return { ok: false, code: 'TooFewPeople', people: raters, floor: floors.inAll };
  const names = [...new Set(ratings.flatMap((rating) => [rating.from, rating.to]))].sort();
  const received = showReceived(ratings, names, options, floors.perGroup);
  const before = options.before && showReceived(options.before, names, options, floors.perGroup);
  const shown = names.flatMap((name, index) => {
    const cell = received[index];
    if (cell === undefined) return [];
    const summary = summarise(cell.counts, options.scale);
    const old = before?.[index];
    const change = old && measureChange([old.counts], [cell.counts], options.scale, options.seed ?? 1);
    if (summary === undefined) return [];
    return [
      {
        name,
        ratings: cell.counts.reduce((sum, count) => sum + count, 0),
        median: summary.median,
        ...(cell.exact ? { agreement: summary.agreement } : {}),
        place: placeOf(summary.median, options.scale),
        ...(change ? { change } : {}),
      },
    ];
  });
  const known = new Set(shown.map((entry) => entry.name));
  return {
    ok: true,
    report: {
      format: 'tablee-trust-1',
      mode: options.named ? 'named' : 'anonymous',
      floors,
      scale: options.scale,
      organisations: names.length,
      raters,
      ratings: ratings.length,
      shown: shown.sort((a, b) => b.median - a.median || a.name.localeCompare(b.name)),
      littleKnown: names.filter((name) => !known.has(name)),
      ...reciprocityOf(ratings, floors.perGroup, options.named ?? false),
    },
  };
}

interface Received {
  readonly counts: readonly number[];
  readonly exact: boolean;
}

function showReceived(
  ratings: readonly Rating[],
  names: readonly string[],
  { scale, named }: TrustOptions,
  floor: number,
): (Received | undefined)[] {
  const counts = names.map(() => new Array<number>(scale.most - scale.least + 1).fill(0));
  for (const { to, level } of ratings) {
    const row = counts[names.indexOf(to)];
    const place = level - scale.least;
    if (row?.[place] !== undefined) row[place] += 1;
  }
  if (named) return counts.map((row) => ({ counts: row, exact: true }));
  // Totals of ratings received are not published, so only each cell's own size and unanimity need protection.
  return counts.map((row) => {
    const cell = protectLine([row], floor).cells[0];
    if (cell === undefined || cell.state === 'hidden') return undefined;
    if (cell.state === 'exact') return { counts: cell.counts, exact: true };
    return { counts: row.map((_, level) => (level === cell.answer ? cell.answers : 0)), exact: false };
  });
}

function placeOf(median: number, scale: Scale): 'central' | 'between' | 'apart' {
  const third = (scale.most - scale.least) / 3;
  if (median >= scale.most - third) return 'central';
  return median <= scale.least + third ? 'apart' : 'between';
}

function reciprocityOf(
  ratings: readonly Rating[],
  floor: number,
  named: boolean,
): Pick<TrustReport, 'reciprocity'> {
  const given = new Map(ratings.map((rating) => [JSON.stringify([rating.from, rating.to]), rating.level]));
  let [alike, apart] = [0, 0];
  for (const { from, to, level } of ratings) {
    const back = given.get(JSON.stringify([to, from]));
    if (back === undefined || from >= to) continue;
    if (Math.abs(level - back) <= 1) alike += 1;
    else apart += 1;
  }
  const pairs = alike + apart;
  if (named) return pairs > 0 ? { reciprocity: { state: 'exact', pairs, alike } } : {};
  const cell = protectLine([[alike, apart]], floor).total;
  if (cell.state === 'hidden') return {};
  if (cell.state === 'exact') return { reciprocity: { state: 'exact', pairs, alike } };
  return { reciprocity: { state: 'nearlyAll', pairs, alike: cell.answer === 0 } };
}

/** The ratings of a file by round, in order of first appearance. */
export interface RatingsFile {
  readonly ok: true;
  readonly rounds: ReadonlyMap<string, readonly Rating[]>;
}

/**
 * Reads ratings from CSV: columns `from`, `to`, `rating`, and `round` where there are several. Each organisation
 * rates another once per round.
 */
export function readRatings(text: string, scale: Scale): RatingsFile | InputProblem {
  const csv = readCsv(text);
  if (!csv.ok) return csv;
  const column = (name: string): number => csv.header.indexOf(name);
  for (const name of ['from', 'to', 'rating']) {
    if (column(name) < 0) return inputProblem(`a column "${name}"`, 'no such column', { line: 1 });
  }
  const rounds = new Map<string, Rating[]>();
  const lines = new Map<string, number>();
  for (const row of csv.rows) {
    const cell = (name: string): string => (row.cells[column(name)] ?? '').trim();
    const rating = { from: cell('from'), to: cell('to'), level: Number(cell('rating')) };
    const fault = faultOf(row, rating, cell('rating'), scale);
    if (fault) return fault;
    const key = JSON.stringify([cell('round'), rating.from, rating.to]);
    const earlier = lines.get(key);
    if (earlier !== undefined) {
      return inputProblem('one rating for each pair', `another after line ${earlier}`, {
        line: row.line,
        column: 'to',
      });
    }
    lines.set(key, row.line);
    const gathered = rounds.get(cell('round')) ?? [];
    gathered.push(rating);
    rounds.set(cell('round'), gathered);
  }
  return { ok: true, rounds };
}

function faultOf(row: CsvRow, rating: Rating, text: string, scale: Scale): InputProblem | undefined {
  const { line } = row;
  if (rating.from === '')
    return inputProblem('the organisation that rates', 'nothing', { line, column: 'from' });
  if (rating.to === '') return inputProblem('the organisation rated', 'nothing', { line, column: 'to' });
  if (rating.from === rating.to) {
    return inputProblem('another organisation than the one that rates', `"${rating.to}"`, {
      line,
      column: 'to',
    });
  }
  if (/^\d+$/.test(text) && rating.level >= scale.least && rating.level <= scale.most) return undefined;
  const expected = `a whole number from ${scale.least} to ${scale.most}`;
  return inputProblem(expected, `"${text}"`, { line, column: 'rating' });
}
