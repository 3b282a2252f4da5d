import type { Report } from '../report/report.ts';
import type { SourceFile } from '../source/source-tree.ts';
import { childOf, childrenOf, parse, type SyntaxNode, textOf, visit } from '../source/syntax.ts';

const CLOCK = 'the domain has no clock: take the time as an argument';
const CHANCE = 'the domain has no randomness: take it, or a seed, as an argument';

const MEMBERS: Readonly<Record<string, string>> = {
  'Date.now': CLOCK,
  'performance.now': CLOCK,
  'Temporal.Now': CLOCK,
  'Math.random': CHANCE,
  'crypto.randomUUID': CHANCE,
  'crypto.getRandomValues': CHANCE,
};

function problemOf(node: SyntaxNode): string | undefined {
  if (node.type === 'MemberExpression') {
    const name = `${textOf(childOf(node, 'object')) ?? ''}.${textOf(childOf(node, 'property')) ?? ''}`;
    return MEMBERS[name.replace(/^globalThis\./, '')];
  }
  const isDate = textOf(childOf(node, 'callee')) === 'Date';
  if (node.type === 'CallExpression' && isDate) return CLOCK;
  if (node.type === 'NewExpression' && isDate && childrenOf(node, 'arguments').length === 0) return CLOCK;
  return undefined;
}

/** Clock and randomness, which the domain may not read; the compiler refuses what else a platform offers. */
export function checkPurity(files: readonly SourceFile[], floor: number): Report {
  const findings = files.flatMap((file) => {
    const syntax = parse(file);
    const found: { path: string; line: number; message: string }[] = [];
    const see = (node: SyntaxNode) => {
      const message = problemOf(node);
      if (message) found.push({ path: file.path, line: syntax.lineAt(node.start), message });
    };
    for (const node of syntax.body) visit(node, see);
    return found;
  });
  return { findings, read: files.length, floor, notes: [] };
}
