import * as z from 'zod/mini';
import { type CsvRow, type CsvTable, type InputProblem, inputProblem, readCsv } from '../csv/index.ts';
import { gatherVotes, type Stance, type Vote, type VoteTable } from './vote-table.ts';

const WORDS: Readonly<Record<string, Stance>> = {
  agree: 1,
  disagree: -1,
  pass: 0,
  "d'accord": 1,
  "pas d'accord": -1,
  'je passe': 0,
};
const NUMBERS: Readonly<Record<string, Stance>> = { '1': 1, '+1': 1, '0': 0, '-1': -1 };

/** One row of a file of votes in its long form, after the header `person,statement,vote`. */
export const voteRowSchema = z.object({
  person: z.string().check(z.minLength(1)),
  statement: z.string().check(z.minLength(1)),
  vote: z.enum([...Object.keys(WORDS), ...Object.keys(NUMBERS)]),
});

/** A total that a file states of a person, and that its own votes do not bear out. */
export interface WrongTotal {
  readonly line: number;
  readonly person: string;
  readonly column: string;
  readonly stated: string;
  readonly counted: number;
}

/** A file of votes as read. */
export interface VotesFile {
  readonly ok: true;
  readonly table: VoteTable;
  /** The group of each person, where a column of groups was named. */
  readonly groupByPerson: ReadonlyMap<string, string>;
  /** Totals in the file that its votes contradict; the votes count (OPN-20). */
  readonly wrongTotals: readonly WrongTotal[];
}

/** How a file of votes is read. */
export interface ReadVotesOptions {
  /** The column that holds each person's group. */
  readonly groups?: string;
  /** Which number means "agree" in this file; default 1. Words mean what they say. */
  readonly agree?: 1 | -1;
}

const PERSON = ['person', 'participant', 'voter-id'];
const STATEMENT = ['statement', 'comment-id'];
const TIME = ['time', 'timestamp'];
const EXPECTED_TIME = 'a time, as a number or such as 2026-11-22T14:00:00Z';
const TOTALS: Readonly<Record<string, (stance: Stance) => boolean>> = {
  'n-votes': () => true,
  'n-agree': (stance) => stance === 1,
  'n-disagree': (stance) => stance === -1,
};
const BESIDE = new Set(['group-id', 'n-comments', 'xid', ...Object.keys(TOTALS)]);

/**
 * Reads votes from CSV (OPN-19): long, with columns `person`, `statement` and `vote` (and `time`, where rows do
 * not stand in order), or wide, with a column `person`
 * (or `participant`) and one column per statement. The exports of Polis (`votes.csv`, `participants-votes.csv`) are
 * read as they are.
 */
export function readVotes(text: string, options: ReadVotesOptions = {}): VotesFile | InputProblem {
  const csv = readCsv(text);
  if (!csv.ok) return csv;
  const person = csv.header.findIndex((name) => PERSON.includes(name));
  if (person < 0) {
    return inputProblem(
      'a column "person"',
      csv.header
        .map((name) => `"${name}"`)
        .join(', ')
        .slice(0, 120),
      { line: 1 },
    );
  }
  const groups = options.groups === undefined ? -1 : csv.header.indexOf(options.groups);
  if (options.groups !== undefined && groups < 0) {
    return inputProblem(`a column "${options.groups}" that holds the groups`, 'no such column', { line: 1 });
  }
  const statement = csv.header.findIndex((name) => STATEMENT.includes(name));
  const reader: Reader = { csv, person, groups, agree: options.agree ?? 1, groupByPerson: new Map() };
  return statement < 0 ? readWide(reader) : readLong(reader, statement);
}

interface Reader {
  readonly csv: CsvTable;
  readonly person: number;
  readonly groups: number;
  readonly agree: 1 | -1;
  readonly groupByPerson: Map<string, string>;
}

function readLong(reader: Reader, statement: number): VotesFile | InputProblem {
  const { csv } = reader;
  const vote = csv.header.indexOf('vote');
  if (vote < 0) return inputProblem('a column "vote"', 'no such column', { line: 1 });
  const time = csv.header.findIndex((name) => TIME.includes(name));
  const votes: { readonly vote: Vote; readonly time: number }[] = [];
  for (const row of csv.rows) {
    const person = readPerson(reader, row);
    if (typeof person !== 'string') return person;
    const name = row.cells[statement]?.trim() ?? '';
    if (name === '') return inputProblem('the name of a statement', 'nothing', place(csv, row, statement));
    const stance = readStance(reader, row, vote);
    if (typeof stance === 'object') return stance;
    if (stance === undefined) return inputProblem(EXPECTED, 'nothing', place(csv, row, vote));
    const at = time < 0 ? 0 : readTime(row.cells[time] ?? '');
    if (at === undefined) return inputProblem(EXPECTED_TIME, `"${row.cells[time]}"`, place(csv, row, time));
    votes.push({ vote: { person, statement: name, stance }, time: at });
  }
  // Some exports stand in order of statements: where there is a time, the last vote is the latest.
  votes.sort((a, b) => a.time - b.time);
  const table = gatherVotes(votes.map(({ vote }) => vote));
  return { ok: true, table, groupByPerson: reader.groupByPerson, wrongTotals: [] };
}

/** Milliseconds of a time that is a number or begins as ISO 8601 does; nothing for other texts. */
function readTime(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed);
  const parsed = /^\d{4}-\d{2}-\d{2}/.test(trimmed) ? Date.parse(trimmed) : Number.NaN;
  return Number.isNaN(parsed) ? undefined : parsed;
}

function readWide(reader: Reader): VotesFile | InputProblem {
  const { csv } = reader;
  const columns = csv.header.flatMap((name, column) => {
    const beside = column === reader.person || column === reader.groups || BESIDE.has(name);
    return beside ? [] : [{ name, column }];
  });
  const votes: Vote[] = [];
  const wrongTotals: WrongTotal[] = [];
  const lineOfPerson = new Map<string, number>();
  for (const row of csv.rows) {
    const person = readPerson(reader, row);
    if (typeof person !== 'string') return person;
    const earlier = lineOfPerson.get(person);
    if (earlier !== undefined) {
      const found = `"${person}" again, after line ${earlier}`;
      return inputProblem('each person on one line', found, place(csv, row, reader.person));
    }
    lineOfPerson.set(person, row.line);
    const own: Vote[] = [];
    for (const { name, column } of columns) {
      const stance = readStance(reader, row, column);
      if (typeof stance === 'object') return stance;
      if (stance !== undefined) own.push({ person, statement: name, stance });
    }
    for (const vote of own) votes.push(vote);
    wrongTotals.push(...checkTotals(csv, row, person, own));
  }
  const table = gatherVotes(
    votes,
    columns.map(({ name }) => name),
  );
  return { ok: true, table, groupByPerson: reader.groupByPerson, wrongTotals };
}

function checkTotals(csv: CsvTable, row: CsvRow, person: string, votes: readonly Vote[]): WrongTotal[] {
  return Object.entries(TOTALS).flatMap(([column, counts]) => {
    const stated = row.cells[csv.header.indexOf(column)]?.trim() ?? '';
    const counted = votes.filter((vote) => counts(vote.stance)).length;
    return stated === '' || stated === String(counted)
      ? []
      : [{ line: row.line, person, column, stated, counted }];
  });
}

function readPerson(reader: Reader, row: CsvRow): string | InputProblem {
  const { csv, groupByPerson } = reader;
  const person = row.cells[reader.person]?.trim() ?? '';
  if (person === '')
    return inputProblem('the name or number of a person', 'nothing', place(csv, row, reader.person));
  const group = row.cells[reader.groups]?.trim() ?? '';
  const known = groupByPerson.get(person);
  if (group !== '' && known !== undefined && known !== group) {
    const expected = `the group "${known}", as on an earlier line of "${person}"`;
    return inputProblem(expected, `"${group}"`, place(csv, row, reader.groups));
  }
  if (group !== '') groupByPerson.set(person, group);
  return person;
}

const EXPECTED = 'agree, disagree or pass (or 1, -1, 0)';

function readStance(reader: Reader, row: CsvRow, column: number): Stance | undefined | InputProblem {
  const cell = (row.cells[column] ?? '').trim().toLowerCase().replace('’', "'");
  if (cell === '') return undefined;
  const number = NUMBERS[cell];
  if (number !== undefined) return reader.agree === 1 || number === 0 ? number : number === 1 ? -1 : 1;
  return WORDS[cell] ?? inputProblem(EXPECTED, `"${row.cells[column]}"`, place(reader.csv, row, column));
}

function place(csv: CsvTable, row: CsvRow, column: number): { line: number; column: string } {
  return { line: row.line, column: csv.header[column] ?? String(column + 1) };
}
