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
 * `person`, `round` and `scale`. An empty answer is a question left open.
 *
 * @param scale the scale of answers that name none.
 */
export function readAnswers(text: string, scale: Scale): AnswersFile | InputProblem {
  const csv = readCsv(text);
  if (!csv.ok) return csv;
  const columns = {
    question: csv.header.findIndex((name) => name === 'question' || name === 'factor'),
    group: csv.header.indexOf('group'),
    answer: csv.header.indexOf('answer'),
    person: csv.header.indexOf('person'),
    round: csv.header.indexOf('round'),
    scale: csv.header.indexOf('scale'),
  };
  for (const name of ['question', 'group', 'answer'] as const) {
    if (columns[name] < 0) return inputProblem(`a column "${name}"`, 'no such column', { line: 1 });
  }
  const rounds = new Map<string, Answer[]>();
  const scales = new Map<string, Scale>();
  for (const row of csv.rows) {
    const answer = readRow({ csv, row, columns, standard: scale });
    if ('code' in answer) return answer;
    const round = (row.cells[columns.round] ?? '').trim();
    const key = JSON.stringify([round, answer.question]);
    const known = scales.get(key) ?? answer.scale;
    if (!isSameScale(known, answer.scale)) {
      const expected = `the scale ${nameScale(known)}, as on earlier lines of this question`;
      return inputProblem(expected, nameScale(answer.scale), { line: row.line, column: 'scale' });
    }
    scales.set(key, known);
    const gathered = rounds.get(round) ?? [];
    gathered.push(answer);
    rounds.set(round, gathered);
  }
  return { ok: true, rounds: [...rounds].map(([name, answers]) => countRound(name, answers)) };
}

interface RowReader {
  readonly csv: CsvTable;
  readonly row: CsvRow;
  readonly columns: Readonly<Record<'question' | 'group' | 'answer' | 'person' | 'round' | 'scale', number>>;
  readonly standard: Scale;
}

function readRow({ csv, row, columns, standard }: RowReader): Answer | InputProblem {
  const cell = (column: number): string => (row.cells[column] ?? '').trim();
  const at = (column: number) => ({ line: row.line, column: csv.header[column] ?? '' });
  for (const name of ['question', 'group'] as const) {
    if (cell(columns[name]) === '') return inputProblem(`a ${name}`, 'nothing', at(columns[name]));
  }
  const written = cell(columns.scale);
  const scale = written === '' ? standard : readScale(written);
  if (scale === undefined) {
    return inputProblem('a scale of at least three levels, such as 1-5', `"${written}"`, at(columns.scale));
  }
  const text = cell(columns.answer);
  const level = Number(text);
  if (text !== '' && !(/^\d+$/.test(text) && level >= scale.least && level <= scale.most)) {
    const expected = `a whole number from ${scale.least} to ${scale.most}, or nothing`;
    return inputProblem(expected, `"${text}"`, at(columns.answer));
  }
  return {
    person: cell(columns.person) === '' ? undefined : cell(columns.person),
    group: cell(columns.group),
    question: cell(columns.question),
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
