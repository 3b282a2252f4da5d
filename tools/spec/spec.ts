import type { Finding, Report } from '../report/report.ts';
import type { SourceFile } from '../source/source-tree.ts';
import { childOf, childrenOf, parse, type SyntaxNode, textOf, visit } from '../source/syntax.ts';

const RULE_LINE = /^\s*(?:[-*|#]+\s*)?\**([A-Z]{2,5}-\d+)\b/;
const OPENING_RULES = /^(?:[A-Z]{2,5}-\d+[\s,]*(?:and |und |, )?)+/;
const RULE = /[A-Z]{2,5}-\d+/g;

type Place = { readonly path: string; readonly line: number };

/** The rules that a SPEC.md states: every line that opens with a number such as `DEC-3`. */
function rulesOf(spec: SourceFile): readonly (readonly [string, Place])[] {
  return spec.text.split('\n').flatMap((text, index) => {
    const id = RULE_LINE.exec(text)?.[1];
    return id === undefined ? [] : [[id, { path: spec.path, line: index + 1 }] as const];
  });
}

/** `it`, `test`, `describe` and their forms such as `it.each(...)` and `test.for(...)`. */
function isTestCall(callee: SyntaxNode | undefined): boolean {
  if (callee === undefined) return false;
  const name = textOf(callee);
  if (name !== undefined) return ['it', 'test', 'describe'].includes(name);
  return isTestCall(childOf(callee, 'object') ?? childOf(callee, 'callee'));
}

/** The rules that open the titles of a test file. */
function rulesTested(file: SourceFile): readonly (readonly [string, Place])[] {
  const syntax = parse(file);
  const tested: (readonly [string, Place])[] = [];
  const see = (node: SyntaxNode) => {
    if (node.type !== 'CallExpression' || !isTestCall(childOf(node, 'callee'))) return;
    const title = textOf(childrenOf(node, 'arguments')[0]) ?? '';
    const opening = OPENING_RULES.exec(title)?.[0] ?? '';
    const place = { path: file.path, line: syntax.lineAt(node.start) };
    for (const [id] of opening.matchAll(RULE)) tested.push([id, place]);
  };
  for (const node of syntax.body) visit(node, see);
  return tested;
}

/**
 * Rules and tests against each other: every rule of every SPEC.md has a test whose title opens with its number,
 * every number that opens a title is a rule, and no number is given twice.
 */
export function checkSpecs(
  specs: readonly SourceFile[],
  tests: readonly SourceFile[],
  floor: number,
): Report {
  const findings: Finding[] = [];
  const rules = new Map<string, Place>();
  for (const [id, place] of specs.flatMap(rulesOf)) {
    const first = rules.get(id);
    if (first) findings.push({ ...place, message: `${id} is already a rule of ${first.path}:${first.line}` });
    else rules.set(id, place);
  }
  const tested = tests.flatMap(rulesTested);
  const ids = new Set(tested.map(([id]) => id));
  for (const [id, place] of rules) {
    if (!ids.has(id)) findings.push({ ...place, message: `${id} has no test whose title opens with it` });
  }
  for (const [id, place] of tested) {
    if (!rules.has(id)) findings.push({ ...place, message: `${id} is a rule of no SPEC.md` });
  }
  return {
    findings,
    read: specs.length + tests.length,
    floor,
    notes: [`${rules.size} rules in ${specs.length} specs`],
  };
}
