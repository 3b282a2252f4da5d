import * as z from 'zod/mini';
import { type CsvRow, type CsvTable, type InputProblem, inputProblem, readCsv } from '../csv/index.ts';
import { isSameScale, nameScale, readScale, type Scale } from './ordinal.ts';
import { type Answer, countRound, type HealthRound } from './round.ts';

/** One row of a file of answers, as text. */
export const answerRowSchema = z.object({
  question: z.string().check(z.minLength(1)),
  group: z.string().check(z.minLength(1)),
  answer: z.string().check(z.regex(/^\d*$/)),
  scale: z.optional(z.string().check(z.regex(/^\d{1,2}[-–]\d{1,2}$/))),
  person: z.optional(z.string()),
  round: z.optional(z.string()),
});

/** The rounds of a file, in order of first appearance. */
export interface AnswersFile {
  readonly ok: true;
  readonly rounds: readonly HealthRound[];
}

/**
 * Reads answers from CSV (HLT-11): columns `question` (or `factor`), `group` and `answer`, and where there are any
 * `person`, `round` and `scale`; or in a wide form, `group`, the same three, and one column per question, as forms
 * and spreadsheets give it. An empty answer is a question left open.
 *
 * @param scale the scale of answers that name none.
 */
export function readAnswers(text: string, scale: Scale): AnswersFile | InputProblem {
  const csv = readCsv(text);
  if (!csv.ok) return csv;
  const find = (...names: readonly string[]): number => csv.header.findIndex((name) => names.includes(name));
  const columns: Columns = {
    group: find('group'),
    person: find('person'),
    round: find('round'),
    scale: find('scale'),
  };
  if (columns.group < 0) return inputProblem('a column "group"', 'no such column', { line: 1 });
  const [question, answer] = [find('question', 'factor'), find('answer')];
  const beside = new Set([...Object.values(columns), find('time'), find('timestamp')]);
  const wide = question < 0 && answer < 0;
  if (!wide && question < 0) return inputProblem('a column "question"', 'no such column', { line: 1 });
  if (!wide && answer < 0) return inputProblem('a column "answer"', 'no such column', { line: 1 });
  const cells = wide
    ? csv.header.flatMap((name, column) => (beside.has(column) ? [] : [{ question: name, answer: column }]))
    : [{ question, answer }];
  if (cells.length === 0) return inputProblem('a column for each question', 'none', { line: 1 });
  return gatherRounds(csv, (row) =>
    cells.map((cell) => readCell({ csv, row, columns, standard: scale }, cell.question, cell.answer)),
  );
}

/** Sorts the answers of each row into rounds, and refuses a second scale of a question in one round. */
function gatherRounds(
  csv: CsvTable,
  readRow: (row: CsvRow) => readonly (Answer | InputProblem)[],
): AnswersFile | InputProblem {
  const rounds = new Map<string, Answer[]>();
  const scales = new Map<string, Scale>();
  for (const row of csv.rows) {
    const round = (row.cells[csv.header.indexOf('round')] ?? '').trim();
    const gathered = rounds.get(round) ?? [];
    rounds.set(round, gathered);
    for (const answer of readRow(row)) {
      if ('code' in answer) return answer;
      const key = JSON.stringify([round, answer.question]);
      const known = scales.get(key) ?? answer.scale;
      if (!isSameScale(known, answer.scale)) {
        const expected = `the scale ${nameScale(known)}, as on earlier lines of this question`;
        return inputProblem(expected, nameScale(answer.scale), { line: row.line, column: 'scale' });
      }
      scales.set(key, known);
      gathered.push(answer);
    }
  }
  return { ok: true, rounds: [...rounds].map(([name, answers]) => countRound(name, answers)) };
}

type Columns = Readonly<Record<'group' | 'person' | 'round' | 'scale', number>>;

interface RowReader {
  readonly csv: CsvTable;
  readonly row: CsvRow;
  readonly columns: Columns;
  readonly standard: Scale;
}

/** Reads one answer; `question` is a name in the wide form and a column in the long one. */
function readCell(
  { csv, row, columns, standard }: RowReader,
  question: string | number,
  answer: number,
): Answer | InputProblem {
  const cell = (column: number): string => (row.cells[column] ?? '').trim();
  const at = (column: number) => ({ line: row.line, column: csv.header[column] ?? '' });
  const name = typeof question === 'string' ? question : cell(question);
  if (name === '') return inputProblem('a question', 'nothing', at(Number(question)));
  if (cell(columns.group) === '') return inputProblem('a group', 'nothing', at(columns.group));
  const written = cell(columns.scale);
  const scale = written === '' ? standard : readScale(written);
  if (scale === undefined) {
    return inputProblem('a scale of at least three levels, such as 1-5', `"${written}"`, at(columns.scale));
  }
  const text = cell(answer);
  const level = Number(text);
  if (text !== '' && !(/^\d+$/.test(text) && level >= scale.least && level <= scale.most)) {
    const expected = `a whole number from ${scale.least} to ${scale.most}, or nothing`;
    return inputProblem(expected, `"${text}"`, at(answer));
  }
  // In the wide form a line is a person, named or not.
  const unnamed = typeof question === 'string' ? `line ${row.line}` : undefined;
  return {
    person: cell(columns.person) === '' ? unnamed : cell(columns.person),
    group: cell(columns.group),
    question: name,
    scale,
    level: text === '' ? undefined : level,
  };
}

/** Reads how many people were invited by group, from CSV with columns `group` and `invited`. */
export function readInvited(
  text: string,
): { readonly ok: true; readonly invited: ReadonlyMap<string, number> } | InputProblem {
  const csv = readCsv(text);
  if (!csv.ok) return csv;
  const [group, invited] = [csv.header.indexOf('group'), csv.header.indexOf('invited')];
  if (group < 0 || invited < 0) {
    return inputProblem('columns "group" and "invited"', csv.header.join(', '), { line: 1 });
  }
  const numbers = new Map<string, number>();
  for (const row of csv.rows) {
    const [name, count] = [(row.cells[group] ?? '').trim(), (row.cells[invited] ?? '').trim()];
    if (!/^\d+$/.test(count)) {
      return inputProblem('a whole number', `"${count}"`, { line: row.line, column: 'invited' });
    }
    if (numbers.has(name)) {
      return inputProblem('each group once', `"${name}" again`, { line: row.line, column: 'group' });
    }
    numbers.set(name, Number(count));
  }
  return { ok: true, invited: numbers };
}
