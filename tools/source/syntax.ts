import { type Comment, parseSync } from 'oxc-parser';
import type { SourceFile } from './source-tree.ts';

/** A node of the syntax tree: its kind, its place in the text, and fields that depend on the kind. */
export type SyntaxNode = {
  readonly type: string;
  /** Offsets in UTF-16 units, as JavaScript counts. */
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
};

/** A file with its tree and comments. */
export type Syntax = {
  readonly file: SourceFile;
  readonly body: readonly SyntaxNode[];
  readonly comments: readonly Comment[];
  /** Line, from 1, of an offset. */
  readonly lineAt: (offset: number) => number;
};

/** True for anything that has the shape of a syntax node. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The node in a field, where there is one. */
export function childOf(node: SyntaxNode, field: string): SyntaxNode | undefined {
  const value = node[field];
  return isNode(value) ? value : undefined;
}

/** The nodes in a field that holds a list. */
export function childrenOf(node: SyntaxNode, field: string): readonly SyntaxNode[] {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The name of an identifier, or the value of a text literal or of a template's opening words. */
export function textOf(node: SyntaxNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (typeof node['name'] === 'string') return node['name'];
  if (typeof node['value'] === 'string') return node['value'];
  const [quasi] = childrenOf(node, 'quasis');
  const value = quasi?.['value'];
  const cooked = typeof value === 'object' && value !== null && 'cooked' in value ? value.cooked : undefined;
  return typeof cooked === 'string' ? cooked : undefined;
}

/** Visits a node and everything below it, parents first, with the line of parents of each. */
export function visit(
  node: SyntaxNode,
  see: (node: SyntaxNode, parents: readonly SyntaxNode[]) => void,
  parents: readonly SyntaxNode[] = [],
): void {
  see(node, parents);
  const line = [...parents, node];
  for (const value of Object.values(node)) {
    const below = Array.isArray(value) ? value : [value];
    for (const child of below) if (isNode(child)) visit(child, see, line);
  }
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

/**
 * Parses TypeScript, with or without JSX.
 * @throws when the text does not parse: a checker that skips what it cannot read would pass on an empty project.
 */
export function parse(file: SourceFile): Syntax {
  const result = parseSync(file.path, file.text);
  const [error] = result.errors;
  if (error !== undefined) throw new Error(`${file.path}: ${error.message}`);
  const body: readonly unknown[] = result.program.body;
  return { file, body: body.filter(isNode), comments: result.comments, lineAt: lineCounter(file.text) };
}
