/** A stretch of text that stands, was taken out, or was put in. */
export interface Stretch {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/** Beyond this many words on a side, the whole text counts as replaced: comparing grows with their product. */
const MAX_WORDS = 2_000;

const words = (text: string): readonly string[] => text.match(/\s+|[^\s]+/gu) ?? [];

const lengths = (a: readonly string[], b: readonly string[]): readonly Uint16Array[] => {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = rows[i];
      const below = rows[i + 1];
      if (row === undefined || below === undefined) continue;
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return rows;
};

const merged = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last?.kind === stretch.kind) joined[joined.length - 1] = { ...last, text: last.text + stretch.text };
    else joined.push(stretch);
  }
  return joined;
};

/**
 * What changed between two texts, word by word. Without the stretches put in it reads as the first text, without
 * those taken out as the second.
 */
export const compareTexts = (before: string, after: string): readonly Stretch[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const [a, b] = [words(before), words(after)];
  const whole: readonly Stretch[] = [
    { kind: 'out', text: before },
    { kind: 'in', text: after },
  ];
  if (a.length > MAX_WORDS || b.length > MAX_WORDS) return whole.filter((stretch) => stretch.text !== '');
  const rows = lengths(a, b);
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      found.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (
      left !== undefined &&
      (right === undefined || (rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0))
    ) {
      found.push({ kind: 'out', text: left });
      i += 1;
    } else if (right !== undefined) {
      found.push({ kind: 'in', text: right });
      j += 1;
    }
  }
  return merged(found);
};
