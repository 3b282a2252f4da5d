import type { Finding, Report } from '../report/report.ts';
import type { SourceFile } from '../source/source-tree.ts';
import { childOf, childrenOf, parse, type Syntax, type SyntaxNode, textOf } from '../source/syntax.ts';

/** True when a TSDoc block stands directly above, decorators and blank lines apart. */
function hasDocstring(syntax: Syntax, node: SyntaxNode): boolean {
  const above = syntax.comments.filter(({ end }) => end <= node.start).at(-1);
  if (above?.type !== 'Block' || !above.value.startsWith('*')) return false;
  return syntax.file.text.slice(above.end, node.start).trim() === '';
}

function namesDeclared(node: SyntaxNode): readonly string[] {
  const own = textOf(childOf(node, 'id'));
  if (own !== undefined) return [own];
  return childrenOf(node, 'declarations').flatMap((one) => textOf(childOf(one, 'id')) ?? []);
}

/** The names that a statement exports by itself; names passed on from another file are documented there. */
function exportsOf(statement: SyntaxNode): readonly string[] {
  if (statement.type === 'ExportDefaultDeclaration') return ['default'];
  if (statement.type !== 'ExportNamedDeclaration' || childOf(statement, 'source')) return [];
  const declaration = childOf(statement, 'declaration');
  return declaration ? namesDeclared(declaration) : [];
}

function exportsByList(syntax: Syntax): ReadonlySet<string> {
  const lists = syntax.body.filter((one) => one.type === 'ExportNamedDeclaration' && !childOf(one, 'source'));
  const names = lists
    .flatMap((one) => childrenOf(one, 'specifiers'))
    .map((one) => textOf(childOf(one, 'local')));
  return new Set(names.filter((name) => name !== undefined));
}

function findingsIn(file: SourceFile): readonly Finding[] {
  const syntax = parse(file);
  const listed = exportsByList(syntax);
  const documented = new Set<string>();
  return syntax.body.flatMap((statement) => {
    const names = [...exportsOf(statement), ...namesDeclared(statement).filter((name) => listed.has(name))];
    if (names.length === 0) return [];
    if (hasDocstring(syntax, statement)) {
      for (const name of names) documented.add(name);
      return [];
    }
    // The further signatures of an overloaded function are explained by the first.
    if (names.every((name) => documented.has(name))) return [];
    const line = syntax.lineAt(statement.start);
    return [{ path: file.path, line, message: `${names.join(', ')} is exported without a docstring` }];
  });
}

/** Every export has a TSDoc block that says what it gives or guarantees. */
export function checkDocstrings(files: readonly SourceFile[], floor: number): Report {
  return { findings: files.flatMap(findingsIn), read: files.length, floor, notes: [] };
}
