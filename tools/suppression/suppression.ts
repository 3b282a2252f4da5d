import type { Finding, Report } from '../report/report.ts';
import type { SourceFile } from '../source/source-tree.ts';
import { childOf, parse, type Syntax, type SyntaxNode, textOf, visit } from '../source/syntax.ts';

/** How many of each kind the project holds today. A number may only fall; raising one needs a decision record. */
export type Allowance = { readonly suppressions: number; readonly casts: number };

const SWITCHED_OFF = /oxlint-disable|eslint-disable|biome-ignore|@ts-(?:ignore|expect-error|nocheck)/;
const REASON = /(?:--|:)\s*\S/;
const LATER = /\b(?:TODO|FIXME|HACK)\b(?!\s*\(?#\d+)/;
const NOT_RUN = new Set(['skip', 'only', 'todo', 'skipIf', 'runIf', 'fails']);
const TEST_NAMES = new Set(['it', 'test', 'describe']);

type Seen = { suppressions: number; casts: number; readonly findings: Finding[] };

function seeComments(syntax: Syntax, seen: Seen): void {
  const { path } = syntax.file;
  for (const { value, start } of syntax.comments) {
    const line = syntax.lineAt(start);
    if (LATER.test(value))
      seen.findings.push({ path, line, message: 'work left for later needs an issue: TODO(#12)' });
    if (!SWITCHED_OFF.test(value)) continue;
    seen.suppressions += 1;
    if (!REASON.test(value))
      seen.findings.push({
        path,
        line,
        message: 'a check is switched off without a reason (-- because ...)',
      });
  }
}

/** A comment on the line of the cast, on the one above, or on the statement that holds it. */
function hasReason(syntax: Syntax, node: SyntaxNode, statement: SyntaxNode): boolean {
  const lines = new Set([node.start, node.end, statement.start].map(syntax.lineAt));
  const above = syntax.lineAt(statement.start) - 1;
  return syntax.comments.some(({ start, end }) => {
    const last = syntax.lineAt(end);
    return lines.has(syntax.lineAt(start)) || last === above || last === syntax.lineAt(node.start) - 1;
  });
}

function isConst(node: SyntaxNode): boolean {
  const type = childOf(node, 'typeAnnotation');
  return type !== undefined && textOf(childOf(type, 'typeName')) === 'const';
}

function seeCode(syntax: Syntax, seen: Seen): void {
  const { path } = syntax.file;
  const see = (node: SyntaxNode, parents: readonly SyntaxNode[]) => {
    const line = syntax.lineAt(node.start);
    if (node.type === 'TSAsExpression' && !isConst(node)) {
      seen.casts += 1;
      const statement = parents.findLast(({ type }) => /Statement$|Declaration$/.test(type)) ?? node;
      if (!hasReason(syntax, node, statement)) {
        seen.findings.push({
          path,
          line,
          message: 'a cast needs a comment that says why it holds; better: narrow the type',
        });
      }
    }
    const property = textOf(childOf(node, 'property')) ?? '';
    if (
      node.type === 'MemberExpression' &&
      NOT_RUN.has(property) &&
      TEST_NAMES.has(textOf(childOf(node, 'object')) ?? '')
    ) {
      seen.findings.push({
        path,
        line,
        message: `a test under "${property}" does not run; mend it or remove it`,
      });
    }
  };
  for (const node of syntax.body) visit(node, see);
}

/**
 * What the project asks its own checks to overlook: rules switched off, casts, tests that do not run, work left
 * for later. Each needs a reason in place, and their numbers may only fall.
 */
export function checkSuppressions(files: readonly SourceFile[], allowed: Allowance, floor: number): Report {
  const seen: Seen = { suppressions: 0, casts: 0, findings: [] };
  for (const file of files) {
    const syntax = parse(file);
    seeComments(syntax, seen);
    seeCode(syntax, seen);
  }
  for (const kind of ['suppressions', 'casts'] as const) {
    if (seen[kind] > allowed[kind]) {
      const message = `${seen[kind]} ${kind}; at most ${allowed[kind]}, and the number may only fall`;
      seen.findings.push({ path: 'tools/check/checker.ts', message });
    }
  }
  const notes = [`${seen.suppressions} suppressions, ${seen.casts} casts, each with its reason`];
  return { findings: seen.findings, read: files.length, floor, notes };
}
