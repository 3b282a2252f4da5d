import { LEVELS, type Level } from '@tablee/domain/modules/result';

/** A result to be drawn. */
export interface ChainItem {
  readonly id: string;
  readonly statement: string;
  readonly level: Level;
  /** Results that it contributes to. */
  readonly leadsTo: readonly string[];
  /** Numbers of its assumptions, as the list below the drawing counts them. */
  readonly assumptions: readonly number[];
}

/** The box of one result. */
export interface ChainBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** A line from a result up to one that it contributes to. */
export interface ChainLine {
  readonly key: string;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** The drawing of a results chain: impact above, activities below. */
export interface ChainDrawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, ChainBox>;
  readonly lines: readonly ChainLine[];
  readonly rows: readonly { readonly level: Level; readonly y: number; readonly height: number }[];
}

/** Width of a box. */
export const BOX = 196;
/** Height of one line of words. */
export const LINE = 20;
const BETWEEN = 20;
const PADDING = 12;
/** Room between two rows: links, and the numbers of assumptions on them. */
const GAP = 76;
/** Room at the start for the names of the levels. */
export const MARGIN = 108;
const CHARACTERS = 23;
const MOST_LINES = 5;

/** A statement in lines of a box, cut with an ellipsis after {@link MOST_LINES}. */
export const boxLines = (statement: string): readonly string[] => {
  const lines: string[] = [];
  for (const word of statement.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= CHARACTERS)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > CHARACTERS ? `${word.slice(0, CHARACTERS - 1)}…` : word);
  }
  if (lines.length <= MOST_LINES) return lines;
  const kept = lines.slice(0, MOST_LINES);
  const last = kept.at(-1) ?? '';
  return [...kept.slice(0, -1), `${last.slice(0, CHARACTERS - 1)}…`];
};

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Rows by level, each result as near as it can stand below what it contributes to, so that lines cross little. Rows
 * without a result are left out. The same results give the same drawing.
 */
export const layChain = (items: readonly ChainItem[]): ChainDrawing => {
  const present = LEVELS.filter((level) => items.some((item) => item.level === level));
  const most = Math.max(1, ...present.map((level) => items.filter((item) => item.level === level).length));
  const width = MARGIN + most * BOX + (most - 1) * BETWEEN + 4;
  const boxes = new Map<string, ChainBox>();
  const rows: { level: Level; y: number; height: number }[] = [];
  let y = 4;
  for (const level of present) {
    const here = items.filter((item) => item.level === level);
    const wish = new Map(
      here.map((item, index) => [
        item.id,
        mean(item.leadsTo.flatMap((id) => boxes.get(id)?.x ?? [])) ?? index * (BOX + BETWEEN) + MARGIN,
      ]),
    );
    const ordered = [...here].sort((a, b) => (wish.get(a.id) ?? 0) - (wish.get(b.id) ?? 0));
    const lines = ordered.map((item) => boxLines(item.statement));
    const height = Math.max(1, ...lines.map((each) => each.length)) * LINE + 2 * PADDING;
    const used = ordered.length * BOX + (ordered.length - 1) * BETWEEN;
    const start = MARGIN + (width - MARGIN - 4 - used) / 2;
    ordered.forEach((item, index) => {
      boxes.set(item.id, {
        id: item.id,
        x: start + index * (BOX + BETWEEN),
        y,
        height,
        lines: lines[index] ?? [],
      });
    });
    rows.push({ level, y, height });
    y += height + GAP;
  }
  return { width, height: Math.max(40, y - GAP + 44), boxes, lines: linesOf(items, boxes), rows };
};

const linesOf = (items: readonly ChainItem[], boxes: ReadonlyMap<string, ChainBox>): readonly ChainLine[] =>
  items.flatMap((item) =>
    item.leadsTo.flatMap((target): ChainLine[] => {
      const from = boxes.get(item.id);
      const to = boxes.get(target);
      if (from === undefined || to === undefined) return [];
      return [
        {
          key: `${item.id}-${target}`,
          from: { x: from.x + BOX / 2, y: from.y },
          to: { x: to.x + BOX / 2, y: to.y + to.height },
        },
      ];
    }),
  );
