/** A run of words that stayed, left or came. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

const MAX_CELLS = 4_000_000;

// Words keep the space after them, so that joining the parts gives the text back.
const words = (text: string): string[] => text.match(/\S+\s*|\s+/gu) ?? [];

function push(parts: DiffPart[], kind: DiffPart['kind'], text: string): void {
  if (text === '') return;
  const last = parts.at(-1);
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
  else parts.push({ kind, text });
}

/** Lengths of the longest common run of words from each pair of positions to the end. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const down = lengths[(i + 1) * width + j] ?? 0;
      const right = lengths[i * width + j + 1] ?? 0;
      const diagonal = lengths[(i + 1) * width + j + 1] ?? 0;
      lengths[i * width + j] =
        before[i]?.trimEnd() === after[j]?.trimEnd() ? diagonal + 1 : Math.max(down, right);
    }
  }
  return lengths;
}

function walk(before: readonly string[], after: readonly string[], parts: DiffPart[]): void {
  const lengths = commonLengths(before, after);
  const width = after.length + 1;
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const old = before[i];
    const fresh = after[j];
    if (old !== undefined && fresh !== undefined && old.trimEnd() === fresh.trimEnd()) {
      push(parts, 'same', fresh);
      i += 1;
      j += 1;
    } else if (
      fresh === undefined ||
      (old !== undefined && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      push(parts, 'removed', old ?? '');
      i += 1;
    } else {
      push(parts, 'added', fresh);
      j += 1;
    }
  }
}

/**
 * Compares two texts word by word. `same` and `added` joined give `after`; `same` and `removed` joined give
 * `before`, up to white space. Beyond four million pairs of words the middle counts as replaced as a whole.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const old = words(before);
  const fresh = words(after);
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end))
    end += 1;
  const oldMiddle = old.slice(start, old.length - end);
  const freshMiddle = fresh.slice(start, fresh.length - end);
  const parts: DiffPart[] = [];
  push(parts, 'same', old.slice(0, start).join(''));
  if (oldMiddle.length * freshMiddle.length > MAX_CELLS) {
    push(parts, 'removed', oldMiddle.join(''));
    push(parts, 'added', freshMiddle.join(''));
  } else walk(oldMiddle, freshMiddle, parts);
  push(parts, 'same', old.slice(old.length - end).join(''));
  return parts;
}
