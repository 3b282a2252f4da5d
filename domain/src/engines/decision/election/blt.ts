import { type InputProblem, inputProblem } from '../../csv/index.ts';
import type { Candidate, Election, ElectionBallot } from './election.ts';

/** What a ballot file holds; the method and the tie-breaks are chosen beside it. */
export type BallotFile = Pick<Election, 'title' | 'seats' | 'candidates' | 'ballots'>;

/** A ballot file as read, or the first place that could not be read. */
export type BallotFileRead = { readonly ok: true; readonly file: BallotFile } | InputProblem;

interface Token {
  readonly text: string;
  readonly quoted: boolean;
  readonly line: number;
  /** Column of the first character, from 1. */
  readonly column: number;
}

const TOKEN = /\s+|#[^\n]*|"((?:[^"\\\n]|\\.)*)"|"|\([^)\n]*\)|[^\s"#]+/gu;

function tokens(source: string): Token[] | InputProblem {
  const found: Token[] = [];
  let line = 1;
  let lineStart = 0;
  for (const match of source.matchAll(TOKEN)) {
    const [text, quotedText] = match;
    const column = match.index - lineStart + 1;
    if (text === '"')
      return inputProblem('a closing quote on the same line', 'none', { line, column: `${column}` });
    if (/^\s/u.test(text)) {
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
        line += 1;
        lineStart = match.index + at + 1;
      }
    } else if (!text.startsWith('#') && !text.startsWith('(')) {
      const quoted = quotedText !== undefined;
      found.push({ text: quoted ? quotedText.replaceAll(/\\(.)/gu, '$1') : text, quoted, line, column });
    }
  }
  return found;
}

/** Walks the tokens; a problem is thrown inside this module only, as a value, and caught by {@link readBlt}. */
class Reader {
  #at = 0;
  readonly #tokens: readonly Token[];

  constructor(list: readonly Token[]) {
    this.#tokens = list;
  }

  peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  next(expected: string): Token {
    const token = this.#tokens[this.#at];
    if (!token) {
      const last = this.#tokens.at(-1);
      throw new BltFault(inputProblem(expected, 'the end of the file', { line: last?.line ?? 1 }));
    }
    this.#at += 1;
    return token;
  }

  integer(expected: string, isValid: (value: number) => boolean): number {
    const token = this.next(expected);
    const value = /^-?\d{1,9}$/u.test(token.text) && !token.quoted ? Number(token.text) : Number.NaN;
    if (Number.isNaN(value) || !isValid(value)) throw faultAt(token, expected);
    return value;
  }
}

class BltFault extends Error {
  readonly problem: InputProblem;

  constructor(problem: InputProblem) {
    super(problem.expected);
    this.problem = problem;
  }
}

function faultAt(token: Token, expected: string): BltFault {
  const found = token.quoted ? JSON.stringify(token.text) : token.text;
  return new BltFault(inputProblem(expected, found, { line: token.line, column: `${token.column}` }));
}

function readPlace(token: Token, size: number, seen: Set<number>): string[] {
  return token.text.split('=').map((part) => {
    const value = /^\d{1,9}$/u.test(part) && !token.quoted ? Number(part) : 0;
    if (value < 1 || value > size)
      throw faultAt(
        token,
        `a candidate's number from 1 to ${size}, candidates of equal rank joined by =, or 0`,
      );
    if (seen.has(value)) throw faultAt(token, 'each candidate once on a ballot');
    seen.add(value);
    return `${value}`;
  });
}

function readBallots(reader: Reader, size: number): ElectionBallot[] {
  const ballots: ElectionBallot[] = [];
  for (;;) {
    const weight = reader.integer(
      'the weight of a ballot (1 or more), or 0 after the last ballot',
      (value) => value >= 0,
    );
    if (weight === 0) return ballots;
    const ranks: string[][] = [];
    const seen = new Set<number>();
    for (;;) {
      const token = reader.next('0 at the end of the ballot');
      if (token.text === '0' && !token.quoted) break;
      // A hyphen stands for a place left blank; the places after it move up.
      if (token.text !== '-') ranks.push(readPlace(token, size, seen));
    }
    ballots.push({ weight, ranks });
  }
}

function readFile(reader: Reader): BallotFile {
  const size = reader.integer('the number of candidates', (value) => value >= 1);
  const seats = reader.integer('the number of seats', (value) => value >= 1);
  const withdrawn = new Set<number>();
  while (reader.peek()?.text.startsWith('-') && reader.peek()?.text !== '-')
    withdrawn.add(
      -reader.integer(`a withdrawn candidate from -1 to -${size}`, (value) => value < 0 && -value <= size),
    );
  const ballots = readBallots(reader, size);
  const candidates: Candidate[] = [];
  for (let number = 1; number <= size; number += 1) {
    const expected = `the name of candidate ${number} of ${size} in quotes`;
    const token = reader.next(expected);
    if (!token.quoted) throw faultAt(token, expected);
    candidates.push({ id: `${number}`, name: token.text, ...(withdrawn.has(number) && { withdrawn: true }) });
  }
  const title = reader.peek() && reader.next('the title');
  if (title && !title.quoted) throw faultAt(title, 'the title in quotes, or the end of the file');
  const rest = reader.peek();
  if (rest) throw faultAt(rest, 'the end of the file');
  return { seats, candidates, ballots, ...(title && { title: title.text }) };
}

/**
 * Reads a BLT ballot file: number of candidates and seats; withdrawn candidates as negative numbers; ballots as weight,
 * candidates' numbers in order (equal ranks joined by `=`, a blank place as `-`) and 0; a line 0; names and title in
 * quotes. `#` opens a comment, `(…)` before a weight is a ballot's own number and is left out.
 * @see B. A. Wichmann’s format as OpaVote documents it, https://www.opavote.com/help/overview#blt-file-format
 */
export function readBlt(source: string): BallotFileRead {
  const list = tokens(source.startsWith('\uFEFF') ? source.slice(1) : source);
  if (!Array.isArray(list)) return list;
  try {
    return { ok: true, file: readFile(new Reader(list)) };
  } catch (fault) {
    if (fault instanceof BltFault) return fault.problem;
    throw fault;
  }
}
