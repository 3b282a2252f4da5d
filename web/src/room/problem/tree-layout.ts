import type { TreeCard } from '@tablee/domain/modules/problem-tree';

/** Width of a card, in units of the drawing (CSS pixels at full size). */
export const CARD_WIDTH = 184;
/** Height of a line of words. */
export const LINE = 18;
const PADDING = 10;
const GAP_X = 20;
const GAP_Y = 40;
const MOST_LINES = 8;
const CORE_WIDTH = 2 * CARD_WIDTH + GAP_X;

/** A card in its place; `lines` are its words, wrapped to its width. */
export interface CardBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** How many cards hang on it that are not drawn. */
  readonly folded: number;
  /** How many pieces of evidence say so. */
  readonly evidence: number;
}

/** A line from a card to the one it hangs on. */
export interface Branch {
  readonly id: string;
  readonly path: string;
}

/** The drawing: effects above, the core in the middle, causes below. */
export interface TreeLayout {
  readonly width: number;
  readonly height: number;
  readonly core: CardBox;
  readonly boxes: readonly CardBox[];
  readonly branches: readonly Branch[];
}

const NARROW = new Set("iljtfrI.,;:'’!|()[]- ");
const WIDE = new Set('mwMWOQGDHNU@%&—œæ');
/** Generous on purpose: a word that is thought wider than it is wraps early, and never leaves its card. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (NARROW.has(sign) ? 4.6 : WIDE.has(sign) ? 11.6 : 8), 0);

const chopped = (word: string, room: number): readonly string[] => {
  const pieces: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && widthOf(piece + sign) > room) {
      pieces.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...pieces, piece];
};

/** Words wrapped into lines that fit the room (in units of the drawing); beyond eight lines the last one ends in an ellipsis. */
export const wrapWords = (text: string, room: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((each) => chopped(each, room))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  if (lines.length <= MOST_LINES) return lines;
  const last = lines[MOST_LINES - 1] ?? '';
  return [...lines.slice(0, MOST_LINES - 1), `${last.slice(0, Math.max(1, last.length - 2)).trimEnd()}…`];
};

const heightOf = (lines: readonly string[], note: boolean): number =>
  lines.length * LINE + 2 * PADDING + (note ? LINE : 0);

interface Placed {
  readonly card: TreeCard;
  readonly lines: readonly string[];
  readonly height: number;
  readonly folded: number;
  readonly children: readonly Placed[];
  /** How many columns it and what hangs on it need. */
  readonly columns: number;
}

const countIn = (cards: readonly TreeCard[]): number =>
  cards.reduce((sum, card) => sum + 1 + countIn(card.children), 0);

const placedOf = (card: TreeCard, levels: number): Placed => {
  const lines = wrapWords(card.text, CARD_WIDTH - 2 * PADDING);
  const children = levels > 1 ? card.children.map((child) => placedOf(child, levels - 1)) : [];
  const folded = levels > 1 ? 0 : countIn(card.children);
  return {
    card,
    lines,
    folded,
    children,
    height: heightOf(lines, folded > 0 || card.evidence > 0),
    columns: Math.max(
      1,
      children.reduce((sum, child) => sum + child.columns, 0),
    ),
  };
};

const rowHeights = (placed: readonly Placed[], into: number[] = [], depth = 0): readonly number[] => {
  for (const each of placed) {
    into[depth] = Math.max(into[depth] ?? 0, each.height);
    rowHeights(each.children, into, depth + 1);
  }
  return into;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each + GAP_Y, 0);
const columnsWidth = (columns: number): number => columns * (CARD_WIDTH + GAP_X) - GAP_X;

/** Where one side is drawn, from the core outwards. */
interface Way {
  /** 1 downwards (causes), -1 upwards (effects). */
  readonly sign: 1 | -1;
  readonly rows: readonly number[];
  readonly edge: number;
  readonly boxes: CardBox[];
  readonly branches: Branch[];
}

const draw = (
  way: Way,
  each: Placed,
  at: { left: number; depth: number; from: readonly [number, number] },
): void => {
  const { sign, rows, edge } = way;
  const near = edge + sign * (sum(rows.slice(0, at.depth)) + GAP_Y);
  const middle = at.left + columnsWidth(each.columns) / 2;
  const y = sign === 1 ? near : near - each.height;
  way.boxes.push({
    id: each.card.id,
    x: middle - CARD_WIDTH / 2,
    y,
    width: CARD_WIDTH,
    height: each.height,
    lines: each.lines,
    folded: each.folded,
    evidence: each.card.evidence,
  });
  const [fromX, fromY] = at.from;
  way.branches.push({
    id: each.card.id,
    path: `M${fromX} ${fromY}V${near - (sign * GAP_Y) / 2}H${middle}V${near}`,
  });
  let left = at.left;
  for (const child of each.children) {
    draw(way, child, { left, depth: at.depth + 1, from: [middle, sign === 1 ? y + each.height : y] });
    left += columnsWidth(child.columns) + GAP_X;
  }
};

/** What is to be drawn. */
export interface TreeDrawn {
  /** The core problem in its words. */
  readonly core: string;
  readonly causes: readonly TreeCard[];
  readonly effects: readonly TreeCard[];
  /** How many levels are drawn on each side, 1 or more; deeper cards are counted at the one that they hang on. */
  readonly levels: number;
}

/** Lays the tree out: every card in columns of its own, every row as high as its highest card, so that nothing collides. */
export const layTree = ({ core, causes, effects, levels }: TreeDrawn): TreeLayout => {
  const below = causes.map((card) => placedOf(card, levels));
  const above = effects.map((card) => placedOf(card, levels));
  const columns = (placed: readonly Placed[]): number => placed.reduce((all, each) => all + each.columns, 0);
  const width = Math.max(CORE_WIDTH, columnsWidth(columns(below)), columnsWidth(columns(above)));
  const lines = wrapWords(core, CORE_WIDTH - 4 * PADDING);
  const coreHeight = heightOf(lines, false) + PADDING;
  const [up, down] = [rowHeights(above), rowHeights(below)];
  const top = sum(up);
  const boxes: CardBox[] = [];
  const branches: Branch[] = [];
  const side = (placed: readonly Placed[], way: Pick<Way, 'sign' | 'rows' | 'edge'>): void => {
    let left = (width - columnsWidth(columns(placed))) / 2;
    for (const each of placed) {
      draw({ ...way, boxes, branches }, each, { left, depth: 0, from: [width / 2, way.edge] });
      left += columnsWidth(each.columns) + GAP_X;
    }
  };
  side(above, { sign: -1, rows: up, edge: top });
  side(below, { sign: 1, rows: down, edge: top + coreHeight });
  return {
    width,
    height: top + coreHeight + sum(down),
    core: {
      id: 'core',
      x: (width - CORE_WIDTH) / 2,
      y: top,
      width: CORE_WIDTH,
      height: coreHeight,
      lines,
      folded: 0,
      evidence: 0,
    },
    boxes,
    branches,
  };
};
