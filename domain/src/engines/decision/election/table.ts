import { type CsvRow, type InputProblem, inputProblem, readCsv } from '../../csv/index.ts';
import type { BallotFileRead } from './blt.ts';
import type { Candidate, ElectionBallot, Method } from './election.ts';

const WEIGHT = new Set(['weight', 'poids']);
const GROUP = new Set(['group', 'groupe', 'constituency', 'collège', 'college']);
const VOTER = new Set(['voter', 'votant', 'ballot', 'bulletin']);

interface Columns {
  readonly weight: number;
  readonly group: number;
  readonly candidates: readonly { readonly column: number; readonly candidate: Candidate }[];
}

function columnsOf(header: readonly string[], grouped: boolean): Columns {
  const find = (names: ReadonlySet<string>): number =>
    header.findIndex((name) => names.has(name.toLowerCase()));
  const special = new Set([...WEIGHT, ...GROUP, ...VOTER]);
  const candidates = header.flatMap((name, column) => {
    if (special.has(name.toLowerCase())) return [];
    const id = `${column + 1}`;
    const colon = grouped ? name.indexOf(':') : -1;
    const own = colon > 0 ? { group: name.slice(0, colon).trim() } : {};
    return [{ column, candidate: { id, name: name.slice(colon + 1).trim(), ...own } }];
  });
  return { weight: find(WEIGHT), group: find(GROUP), candidates };
}

/** A number in a cell: blank is null, a cross is 1. */
function numberIn(cell: string): number | null | undefined {
  const text = cell.trim();
  if (text === '') return null;
  if (/^[x✓✗]$/iu.test(text)) return 1;
  return /^\d{1,9}$/u.test(text) ? Number(text) : undefined;
}

function isRanked(method: Method): boolean {
  return method === 'plurality' || method === 'points' || method === 'irv' || method === 'stv';
}

function ranksOf(numbers: ReadonlyMap<string, number>): string[][] {
  const levels = [...new Set(numbers.values())].sort((a, b) => a - b);
  return levels.map((level) => [...numbers.keys()].filter((id) => numbers.get(id) === level));
}

function ballotOf(
  row: CsvRow,
  columns: Columns,
  method: Method,
  header: readonly string[],
): ElectionBallot | InputProblem {
  const numbers = new Map<string, number>();
  const ranked = isRanked(method);
  for (const { column, candidate } of columns.candidates) {
    const cell = row.cells[column] ?? '';
    const value = numberIn(cell);
    const where = { line: row.line, column: header[column] ?? `${column + 1}` };
    if (value === undefined || (ranked && value === 0))
      return inputProblem(
        ranked ? 'a place from 1, a cross, or nothing' : 'a whole number, a cross, or nothing',
        JSON.stringify(cell),
        where,
      );
    if (value !== null) numbers.set(candidate.id, value);
  }
  const weightCell = columns.weight < 0 ? '1' : (row.cells[columns.weight] ?? '').trim();
  if (!/^[1-9]\d{0,8}$/u.test(weightCell))
    return inputProblem('a weight of 1 or more', JSON.stringify(weightCell), {
      line: row.line,
      column: header[columns.weight] ?? '',
    });
  const group = columns.group < 0 ? '' : (row.cells[columns.group] ?? '').trim();
  return {
    weight: Number(weightCell),
    ...(group !== '' && { group }),
    ...(ranked ? { ranks: ranksOf(numbers) } : { marks: Object.fromEntries(numbers) }),
  };
}

/**
 * Reads ballots from a table: one column per candidate, one row per ballot, optional columns `weight` (`poids`), `group`
 * (`collège`) and `voter` (`votant`, not kept). Plurality, points, IRV and STV read places (1 first, equal numbers are
 * equal ranks, a cross is 1); approval, score and dots read numbers. With `grouped`, a candidate's column is headed
 * `group:Name`. `seats` comes from the caller, as a table cannot hold it.
 */
export function readBallotTable(
  source: string,
  method: Method,
  seats: number,
  grouped = false,
): BallotFileRead {
  const table = readCsv(source);
  if (!table.ok) return table;
  const columns = columnsOf(table.header, grouped);
  if (columns.candidates.length === 0)
    return inputProblem('a column for each candidate', table.header.join(', '), { line: 1 });
  const ballots: ElectionBallot[] = [];
  for (const row of table.rows) {
    const ballot = ballotOf(row, columns, method, table.header);
    if ('ok' in ballot) return ballot;
    ballots.push(ballot);
  }
  return {
    ok: true,
    file: { seats, candidates: columns.candidates.map((entry) => entry.candidate), ballots },
  };
}
