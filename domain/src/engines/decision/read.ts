import type * as z from 'zod/mini';
import { caseSchema, type DecisionCase } from './case.ts';
import { type Election, electionSchema } from './election/election.ts';
import { type Rule, ruleSchema } from './rule.ts';
import type { Problem } from './verdict.ts';

/** What reading unknown data gives: the value, or every problem by path. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: 'InvalidCase'; readonly problems: readonly Problem[] };

/** Writes a path as people write it: `ballots[3].member`; the whole document is `(document)`. */
export function formatPath(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text === '' ? '(document)' : text.replace(/^\./, '');
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value) ?? typeof value;
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}

function expectedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'record' ? 'object' : issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'unrecognized_keys':
      return `no field named ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`;
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'regex' ? `text like ${issue.pattern ?? 'the pattern'}` : `a ${issue.format}`;
    case 'invalid_union':
      return issue.discriminator === undefined
        ? 'one of the shapes described in docs/decision-engine.md'
        : `a known ${JSON.stringify(issue.discriminator)}`;
    default:
      return issue.message;
  }
}

/** Turns the issues of a schema into problems with path, expectation and what was found. */
export function problemsOf(error: z.core.$ZodError, input: unknown): Problem[] {
  return error.issues.map((issue) => ({
    path: formatPath(issue.path),
    expected: expectedOf(issue),
    found: issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : describe(valueAt(input, issue.path)),
  }));
}

function readWith<T>(schema: z.ZodMiniType<T>, input: unknown): Read<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, code: 'InvalidCase', problems: problemsOf(parsed.error, input) };
}

/** Reads a decision case from unknown data (JSON already parsed); unknown fields are refused, not ignored. */
export function readCase(input: unknown): Read<DecisionCase> {
  return readWith<DecisionCase>(caseSchema, input);
}

/** Reads a decision rule from unknown data; unknown fields are refused, not ignored. */
export function readRule(input: unknown): Read<Rule> {
  return readWith<Rule>(ruleSchema, input);
}

/** Reads an election from unknown data; unknown fields are refused, not ignored. */
export function readElection(input: unknown): Read<Election> {
  return readWith<Election>(electionSchema, input);
}
