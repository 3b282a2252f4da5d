import { parseArgs } from 'node:util';
import type { InputProblem } from '@tablee/domain/engines/csv';
import * as z from 'zod/mini';
import type { Command, ExitStatus, Io } from './command.ts';

/** The options of an engine's command: those with a value (its name for people), and those without. */
export interface OptionSpec {
  readonly values: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
  /** How many files are read, at least and at most. */
  readonly files: readonly [number, number];
}

/** Arguments as given: values and flags by name, and files in order. */
export interface Options {
  readonly ok: true;
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  readonly files: readonly string[];
}

/** A wrong argument, as one sentence. */
export interface WrongArgument {
  readonly ok: false;
  readonly message: string;
}

/** What makes a command of an engine: its words, its options, the shape of its answer, and what it does. */
export interface EngineCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: OptionSpec;
  /** The arguments as a person would write them. */
  readonly usage: string;
  /** The schema that `--schema` prints: of what the command reads or of what `--json` writes. */
  readonly schema: (options: Options) => z.core.$ZodType;
  readonly answer: (options: Options, io: Io) => Promise<ExitStatus>;
}

/** A command of an engine: wrong arguments are a sentence with the usage, `--schema` prints the schema. */
export function engineCommand({ name, summary, usage, ...engine }: EngineCommand): Command {
  return {
    name,
    summary,
    run: async (args, io) => {
      const options = readOptions(args, engine.options);
      if (!options.ok) return fail(io, name, `${options.message}; usage: tablee ${name} ${usage}`);
      if (!options.flags.has('schema')) return await engine.answer(options, io);
      io.write(`${JSON.stringify(z.toJSONSchema(engine.schema(options)), null, 2)}\n`);
      return 0;
    },
  };
}

/** Reads the arguments of a command; an unknown option or a wrong number of files is a sentence, never an exception. */
export function readOptions(args: readonly string[], spec: OptionSpec): Options | WrongArgument {
  const known = Object.fromEntries([
    ...Object.keys(spec.values).map((name) => [name, { type: 'string' as const }]),
    ...spec.flags.map((name) => [name, { type: 'boolean' as const }]),
  ]);
  try {
    // "--agree -1" is a value, not an option: Node reads it only in the form "--agree=-1".
    const joined = joinValues(args, spec);
    const parsed = parseArgs({ args: joined, options: known, allowPositionals: true, strict: true });
    const given = new Map<string, unknown>(Object.entries(parsed.values));
    const [least, most] = given.get('schema') === true ? [0, spec.files[1]] : spec.files;
    if (parsed.positionals.length < least)
      return { ok: false, message: 'a file is missing ("-" reads standard input)' };
    if (parsed.positionals.length > most) {
      return { ok: false, message: `expected at most ${most} file(s), found ${parsed.positionals.length}` };
    }
    const values = new Map<string, string>();
    const flags = new Set<string>();
    for (const [name, value] of given) {
      if (typeof value === 'string') values.set(name, value);
      else if (value === true) flags.add(name);
    }
    return { ok: true, values, flags, files: parsed.positionals };
  } catch (error) {
    return {
      ok: false,
      message: error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error),
    };
  }
}

function joinValues(args: readonly string[], spec: OptionSpec): string[] {
  const joined: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const [arg = '', next] = [args[i], args[i + 1]];
    const takes = arg.startsWith('--') && Object.hasOwn(spec.values, arg.slice(2));
    if (takes && next !== undefined) {
      joined.push(`${arg}=${next}`);
      i += 1;
    } else joined.push(arg);
  }
  return joined;
}

/** A whole number among the values, or a sentence that says which option was expected to hold one. */
export function readWholeNumber(
  options: Options,
  name: string,
  least: number,
): { readonly ok: true; readonly number: number | undefined } | WrongArgument {
  const text = options.values.get(name);
  if (text === undefined) return { ok: true, number: undefined };
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least) return { ok: true, number };
  return { ok: false, message: `--${name}: expected a whole number of at least ${least}, found "${text}"` };
}

/** Says on standard error what is wrong with the arguments or with a file, and gives the exit status. */
export function fail(io: Io, command: string, message: string): ExitStatus {
  io.error(`tablee ${command}: ${message}\n`);
  return 2;
}

/** One sentence for a place in a file: file, line, column, what was expected and what was found. */
export function describeProblem(file: string, problem: InputProblem): string {
  const name = file === '-' ? 'standard input' : file;
  const line = problem.line === undefined ? '' : `, line ${problem.line}`;
  const column = problem.column === undefined ? '' : `, column ${problem.column}`;
  return `${name}${line}${column}: expected ${problem.expected}, found ${problem.found}`;
}

/** Reads a file; a file that cannot be read is a sentence. */
export async function readFile(
  io: Io,
  path: string,
): Promise<{ readonly ok: true; readonly text: string } | WrongArgument> {
  try {
    return { ok: true, text: await io.read(path) };
  } catch {
    const name = path === '-' ? 'standard input' : path;
    return { ok: false, message: `${name}: expected a file that can be read` };
  }
}

/** Lays rows out in columns, two spaces apart; numbers (and what is marked right) stand to the right. */
export function layOut(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, c) => Math.max(...all.map((row) => [...(row[c] ?? '')].length)));
  const right = header.map((_, c) => rows.every((row) => /^[-+–]?[\d.,/ %]*$/.test(row[c] ?? '')));
  return all
    .map((row) =>
      widths
        .map((width, c) => {
          const gap = ' '.repeat(width - [...(row[c] ?? '')].length);
          return right[c] ? gap + (row[c] ?? '') : (row[c] ?? '') + gap;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
    .concat('\n');
}

/** A percentage without decimals, for people. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
