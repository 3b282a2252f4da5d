import * as z from 'zod/mini';
import { type CsvTable, type InputProblem, inputProblem, readCsv, writeCsv } from '../../csv/index.ts';
import type { Network, Tie } from '../graph.ts';
import { checkNetwork, type Gathered, makeActor, type NetworkFile } from './gather.ts';

/** One row of a file of ties, as text. */
export const tieRowSchema = z.object({
  from: z.string().check(z.minLength(1)),
  to: z.string().check(z.minLength(1)),
  weight: z.optional(z.string()),
  kind: z.optional(z.string()),
  direction: z.optional(z.enum(['directed', 'undirected', 'mutual', ''])),
});

const FROM = ['from', 'source'];
const TO = ['to', 'target'];
const KIND = ['kind', 'type'];
const ID = ['id', 'actor', 'name', 'label'];
const NAME = ['name', 'label', 'id', 'actor'];
const SECTOR = ['sector', 'group', 'type'];

/**
 * Reads ties from CSV (NET-10): columns `from` and `to`, and where there are any `weight`, `kind` and `direction`
 * (`directed`, else both ways). Names of columns may be in capitals, as Kumu and Gephi write them.
 *
 * @param actors a second table with `id` or `name`, and `sector`; without it the actors are those that ties name.
 */
export function readTies(text: string, actors?: string): NetworkFile {
  const csv = readCsv(text);
  if (!csv.ok) return csv;
  const [from, to] = [find(csv, FROM), find(csv, TO)];
  if (from < 0) return inputProblem('a column "from"', 'no such column', { line: 1 });
  if (to < 0) return inputProblem('a column "to"', 'no such column', { line: 1 });
  const columns = {
    from,
    to,
    weight: find(csv, ['weight']),
    kind: find(csv, KIND),
    direction: find(csv, ['direction']),
  };
  const ties: Gathered['ties'][number][] = [];
  for (const row of csv.rows) {
    const tie = readTie(row.cells, columns);
    if ('expected' in tie) {
      return inputProblem(tie.expected, tie.found, { line: row.line, column: csv.header[tie.column] ?? '' });
    }
    ties.push({ tie, where: { line: row.line, column: csv.header[to] ?? '' } });
  }
  const listed = actors === undefined ? actorsOfTies(ties) : readActors(actors);
  return Array.isArray(listed) ? checkNetwork({ actors: listed, ties }) : listed;
}

function find(csv: CsvTable, names: readonly string[]): number {
  const header = csv.header.map((name) => name.toLowerCase());
  const name = names.find((wanted) => header.includes(wanted));
  return name === undefined ? -1 : header.indexOf(name);
}

interface CellProblem {
  readonly expected: string;
  readonly found: string;
  readonly column: number;
}

type TieColumns = Readonly<Record<'from' | 'to' | 'weight' | 'kind' | 'direction', number>>;

function readTie(cells: readonly string[], columns: TieColumns): Tie | CellProblem {
  const cell = (column: number): string => (cells[column] ?? '').trim();
  const [from, to, kind] = [cell(columns.from), cell(columns.to), cell(columns.kind)];
  if (from === '') return { expected: 'the actor a tie comes from', found: 'nothing', column: columns.from };
  if (to === '') return { expected: 'the actor a tie goes to', found: 'nothing', column: columns.to };
  const weight = cell(columns.weight) === '' ? 1 : Number(cell(columns.weight).replace(',', '.'));
  if (!(weight > 0 && Number.isFinite(weight))) {
    return { expected: 'a weight above 0', found: `"${cell(columns.weight)}"`, column: columns.weight };
  }
  const direction = cell(columns.direction).toLowerCase();
  if (!['', 'directed', 'undirected', 'mutual'].includes(direction)) {
    return { expected: 'directed, undirected or mutual', found: `"${direction}"`, column: columns.direction };
  }
  return { from, to, weight, directed: direction === 'directed', ...(kind === '' ? {} : { kind }) };
}

function actorsOfTies(ties: Gathered['ties']): Gathered['actors'][number][] {
  const names = new Set(ties.flatMap(({ tie }) => [tie.from, tie.to]));
  return [...names].map((id) => ({ actor: makeActor(id, undefined, undefined), where: {} }));
}

/** The table of actors; a problem in it says that it lies in the table of actors by its columns. */
function readActors(text: string): Gathered['actors'][number][] | InputProblem {
  const csv = readCsv(text);
  if (!csv.ok) return csv;
  const [id, name, sector] = [find(csv, ID), find(csv, NAME), find(csv, SECTOR)];
  if (id < 0) return inputProblem('a column "id" or "name"', 'no such column', { line: 1 });
  return csv.rows.map((row) => ({
    actor: makeActor((row.cells[id] ?? '').trim(), row.cells[name], row.cells[sector]),
    where: { line: row.line, column: csv.header[id] ?? '' },
  }));
}

/** Writes ties as {@link readTies} reads them. */
export function writeTies(network: Network): string {
  const rows = network.ties.map((tie) => [
    tie.from,
    tie.to,
    String(tie.weight),
    tie.kind ?? '',
    tie.directed ? 'directed' : 'undirected',
  ]);
  return writeCsv(['from', 'to', 'weight', 'kind', 'direction'], rows);
}

/** Writes actors as {@link readTies} reads them. */
export function writeActors(network: Network): string {
  return writeCsv(
    ['id', 'name', 'sector'],
    network.actors.map((actor) => [actor.id, actor.name, actor.sector ?? '']),
  );
}
