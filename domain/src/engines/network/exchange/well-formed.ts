import { type InputProblem, inputProblem } from '../../csv/index.ts';

const NAME = String.raw`[\p{L}_:][\p{L}\p{N}._:\-]*`;
const SKIPPED = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|<!DOCTYPE[^>[]*(\[[^\]]*\])?\s*>/y;
const OPENING = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'uy');
const CLOSING = new RegExp(`</(${NAME})\\s*>`, 'uy');
const TEXT = /[^<]+/y;
/** An ampersand that begins none of the entities which XML itself knows. */
const UNKNOWN_ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;

/**
 * Says where a text stops being well-formed XML with the given root, before a reader that would guess is let at it.
 *
 * @returns nothing if it is well-formed as far as tags go.
 */
export function checkXml(text: string, root: string): InputProblem | undefined {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const open: string[] = [];
  let [at, rooted] = [0, false];
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < source.length) {
    const start = at;
    const here = (expected: string): InputProblem => placeProblem(source, start, expected);
    if (take(SKIPPED)) continue;
    const opening = take(OPENING);
    if (opening) {
      if (UNKNOWN_ENTITY.test(opening[0])) return here('an entity of XML, such as &amp;');
      const name = opening[1] ?? '';
      if (open.length === 0 && (rooted || name !== root))
        return here(rooted ? 'the end of the file' : `<${root}>`);
      rooted = true;
      if (opening[3] === '') open.push(name);
      continue;
    }
    const closing = take(CLOSING);
    if (closing) {
      const expected = open.pop();
      if (closing[1] !== expected)
        return here(expected === undefined ? 'the end of the file' : `</${expected}>`);
      continue;
    }
    const plain = take(TEXT);
    if (plain === null) return here('a tag');
    if (UNKNOWN_ENTITY.test(plain[0])) return here('an entity of XML, such as &amp;');
    if (open.length === 0 && plain[0].trim() !== '')
      return here(rooted ? 'the end of the file' : `<${root}>`);
  }
  const missing = open.at(-1);
  if (missing !== undefined) return placeProblem(source, source.length, `</${missing}>`);
  return rooted ? undefined : placeProblem(source, source.length, `<${root}>`);
}

function placeProblem(source: string, at: number, expected: string): InputProblem {
  const before = source.slice(0, at).split('\n');
  const found = source.slice(at).trimStart().slice(0, 30).split('\n')[0] ?? '';
  return inputProblem(expected, found === '' ? 'the end of the file' : `"${found}"`, {
    line: before.length,
    column: String((before.at(-1)?.length ?? 0) + 1),
  });
}
