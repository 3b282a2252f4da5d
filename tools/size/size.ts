import type { Finding, Report } from '../report/report.ts';
import { isTest, type SourceFile } from '../source/source-tree.ts';
import { childOf, childrenOf, parse, type Syntax, type SyntaxNode, textOf, visit } from '../source/syntax.ts';

/** Lines and parameters beyond which a person is asked to split (`warn`) or must (`fail`). */
export const LIMIT = {
  file: { warn: 300, fail: 460 },
  testFile: { warn: 400, fail: 650 },
  function: { warn: 50, fail: 80 },
  component: { warn: 120, fail: 125 },
  parameters: { warn: 3, fail: 4 },
} as const;

type Measured = {
  readonly path: string;
  readonly line: number;
  readonly name: string;
  readonly value: number;
};
type Kind = keyof typeof LIMIT;
/** How many may be beyond `warn`: what the project holds today, so that it may only fall. */
export type Longest = { readonly [kind in Kind]?: number };

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function nameOf(node: SyntaxNode, parents: readonly SyntaxNode[]): string {
  const own = textOf(childOf(node, 'id'));
  if (own !== undefined) return own;
  const parent = parents.at(-1);
  return (parent && (textOf(childOf(parent, 'id')) ?? textOf(childOf(parent, 'key')))) ?? 'a function';
}

type Sizes = {
  readonly function: Measured[];
  readonly component: Measured[];
  readonly parameters: Measured[];
};

function measureFunctions(syntax: Syntax, sizes: Sizes): void {
  const { path } = syntax.file;
  const see = (node: SyntaxNode, parents: readonly SyntaxNode[]) => {
    if (!FUNCTIONS.has(node.type)) return;
    const line = syntax.lineAt(node.start);
    const name = nameOf(node, parents);
    const isComponent = path.endsWith('.tsx') && /^[A-Z]/.test(name);
    const lines = syntax.lineAt(node.end) - line + 1;
    sizes[isComponent ? 'component' : 'function'].push({ path, line, name, value: lines });
    sizes.parameters.push({ path, line, name, value: childrenOf(node, 'params').length });
  };
  for (const node of syntax.body) visit(node, see);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function findingsOf(kind: Kind, measured: readonly Measured[]): readonly Finding[] {
  const { fail } = LIMIT[kind];
  const unit = kind === 'parameters' ? 'parameters' : 'lines';
  return measured
    .filter(({ value }) => value > fail)
    .map(({ path, line, name, value }) => ({
      path,
      line,
      message: `${name} has ${value} ${unit}; at most ${fail}. ${kind === 'parameters' ? 'Pass one named object' : 'Split it by what it is about'}.`,
    }));
}

function tooMany(kind: Kind, measured: readonly Measured[], most: number | undefined): readonly Finding[] {
  const { warn } = LIMIT[kind];
  const long = measured.filter(({ value }) => value > warn);
  if (most === undefined || long.length <= most) return [];
  const message = `${long.length} of kind ${kind} are above ${warn}; at most ${most}. Split one of them by what it is about`;
  return long.map(({ path, line, name, value }) => ({
    path,
    line,
    message: `${name} has ${value}: ${message}.`,
  }));
}

/**
 * Sizes of files and functions against {@link LIMIT}, with the medians, so that the trend is seen, and against the
 * number of those that are long already.
 */
export function checkSize(files: readonly SourceFile[], floor: number, longest: Longest = {}): Report {
  const sizes: Sizes = { function: [], component: [], parameters: [] };
  const file: Measured[] = [];
  const testFile: Measured[] = [];
  for (const source of files) {
    const lines = source.text.split('\n').length - 1;
    const test = isTest(source.path);
    (test ? testFile : file).push({ path: source.path, line: 1, name: 'the file', value: lines });
    if (!test) measureFunctions(parse(source), sizes);
  }
  const all = { file, testFile, ...sizes };
  const kinds: readonly Kind[] = ['file', 'testFile', 'function', 'component', 'parameters'];
  const notes = kinds.map((kind) => {
    const values = all[kind].map(({ value }) => value);
    const long = all[kind].filter(({ value }) => value > LIMIT[kind].warn).length;
    return `${kind}: ${values.length} measured, median ${quantile(values, 0.5)}, p90 ${quantile(values, 0.9)}, ${long} above ${LIMIT[kind].warn}`;
  });
  const findings = kinds.flatMap((kind) => [
    ...findingsOf(kind, all[kind]),
    ...tooMany(kind, all[kind], longest[kind]),
  ]);
  return { findings, read: files.length, floor, notes };
}
