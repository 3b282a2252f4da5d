import { inputProblem } from '@tablee/domain/engines/csv';
import type { Problem } from '@tablee/domain/engines/decision';
import { describeProblem } from './engine-command.ts';

/** JSON as read, or one sentence with file, line and column of what is wrong. */
export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** Where the parser stopped, from its own message; the end of the text when it names no place. */
function placeOf(message: string, text: string): { line: number; column: string } {
  const position = /position (\d+)/u.exec(message)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position));
  const line = before.split('\n').length;
  return { line, column: `${before.length - before.lastIndexOf('\n')}` };
}

/** Reads JSON text; a slip in it is a sentence that names file, line and column. */
export function readJson(path: string, text: string): JsonRead {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const found = said.replace(/ in JSON at position.*| \(line.*/su, '');
    return { ok: false, message: describeProblem(path, inputProblem('JSON', found, placeOf(said, text))) };
  }
}

/** One sentence for what does not fit in a file read as JSON: the first problem by path, and how many more there are. */
export function describeProblems(path: string, problems: readonly Problem[]): string {
  const name = path === '-' ? 'standard input' : path;
  const [first] = problems;
  if (!first) return `${name}: expected another content`;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return `${name}, at ${first.path}: expected ${first.expected}, found ${first.found}${more}`;
}
