import type { Json } from '@tablee/domain/kernel';
import { evenKeys, keyBetween } from './order-key.ts';
import { outlineOf, type ProblemTree, type TreeCard } from './tree.ts';
import type { Side } from './tree-node.ts';

/** What is to be written of one card: slots of the record; null empties one. */
export interface Placing {
  readonly id: string;
  readonly slots: { readonly [slot: string]: Json };
}

/** A step in the outline. */
export type Step = 'up' | 'down' | 'in' | 'out';

const sideOf = (tree: ProblemTree, side: Side): readonly TreeCard[] =>
  side === 'cause' ? tree.causes : tree.effects;

/** A card by its id, wherever it hangs. */
export const cardIn = (tree: ProblemTree, id: string): TreeCard | undefined =>
  outlineOf([...tree.effects, ...tree.causes]).find((card) => card.id === id);

const around = (tree: ProblemTree, card: TreeCard): readonly TreeCard[] =>
  (card.parent === undefined ? undefined : cardIn(tree, card.parent)?.children) ?? sideOf(tree, card.side);

interface Slot {
  readonly parent: string | undefined;
  readonly side: Side;
  /** The cards there, without the one that comes. */
  readonly cards: readonly TreeCard[];
  readonly index: number;
}

/** What puts a card at a place: its own slots, and fresh keys for its neighbours where theirs leave no room. */
const put = (id: string, { parent, side, cards, index }: Slot): readonly Placing[] => {
  const where = { parent: parent ?? null, side };
  const [before, after] = [cards[index - 1], cards[index]];
  const hasRoom = before === undefined || after === undefined || before.order < after.order;
  if (hasRoom) return [{ id, slots: { ...where, order: keyBetween(before?.order, after?.order) } }];
  const keys = evenKeys(cards.length + 1);
  const ids = [
    ...cards.slice(0, index).map((card) => card.id),
    id,
    ...cards.slice(index).map((card) => card.id),
  ];
  return ids.map((each, at) => ({
    id: each,
    slots: { ...(each === id ? where : {}), order: keys[at] ?? '' },
  }));
};

/** What moves a card one step: up or down among its neighbours, in under the one above, out beside its parent; nothing where it cannot go. */
export const stepOf = (tree: ProblemTree, id: string, step: Step): readonly Placing[] => {
  const card = cardIn(tree, id);
  if (card === undefined) return [];
  const all = around(tree, card);
  const index = all.findIndex((each) => each.id === id);
  const cards = all.filter((each) => each.id !== id);
  const { side, parent } = card;
  switch (step) {
    case 'up':
      return index === 0 ? [] : put(id, { parent, side, cards, index: index - 1 });
    case 'down':
      return index === cards.length ? [] : put(id, { parent, side, cards, index: index + 1 });
    case 'in': {
      const above = all[index - 1];
      if (above === undefined) return [];
      return put(id, { parent: above.id, side, cards: above.children, index: above.children.length });
    }
    case 'out': {
      const held = parent === undefined ? undefined : cardIn(tree, parent);
      if (held === undefined) return [];
      const beside = around(tree, held);
      const at = beside.findIndex((each) => each.id === held.id) + 1;
      return put(id, { parent: held.parent, side, cards: beside, index: at });
    }
  }
};

/** What puts a new card right after another one, beside it. */
export const placeAfter = (tree: ProblemTree, id: string, fresh: string): readonly Placing[] => {
  const card = cardIn(tree, id);
  if (card === undefined) return [];
  const cards = around(tree, card);
  const index = cards.findIndex((each) => each.id === id) + 1;
  return put(fresh, { parent: card.parent, side: card.side, cards, index });
};

/** What puts a new card last among those that hang on another one. */
export const placeUnder = (tree: ProblemTree, id: string, fresh: string): readonly Placing[] => {
  const card = cardIn(tree, id);
  if (card === undefined) return [];
  return put(fresh, { parent: id, side: card.side, cards: card.children, index: card.children.length });
};

/** What puts a new card last on a side, at the first level. */
export const placeLast = (tree: ProblemTree, side: Side, fresh: string): readonly Placing[] => {
  const cards = sideOf(tree, side);
  return put(fresh, { parent: undefined, side, cards, index: cards.length });
};

/** What lets the cards that hang on one hang on its parent instead, in its place: before that one is taken out. */
export const releaseOf = (tree: ProblemTree, id: string): readonly Placing[] => {
  const card = cardIn(tree, id);
  if (card === undefined || card.children.length === 0) return [];
  const beside = around(tree, card);
  const index = beside.findIndex((each) => each.id === id);
  const after = beside[index + 1]?.order;
  let before: string | undefined = card.order;
  return card.children.map((child) => {
    before = keyBetween(before, after);
    return { id: child.id, slots: { parent: card.parent ?? null, side: card.side, order: before } };
  });
};

/** A card as it was typed from a wall: its text, and how far it was set in (0 at the first level). */
export interface TypedCard {
  readonly text: string;
  readonly depth: number;
}

const MOST_TYPED = 200;

/** Reads cards typed one per line; a line set in by spaces, tabs or dashes hangs on the one above it. At most 200. */
export const typedCards = (text: string): readonly TypedCard[] => {
  const insets: number[] = [];
  return text
    .split('\n')
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .slice(0, MOST_TYPED)
    .map((line) => {
      const lead = /^[\s>•*–—-]*/u.exec(line)?.[0] ?? '';
      const inset = lead.replaceAll('\t', '  ').length;
      while (insets.length > 0 && (insets.at(-1) ?? 0) >= inset) insets.pop();
      insets.push(inset);
      return { text: line.slice(lead.length).trim(), depth: insets.length - 1 };
    });
};

/** What puts typed cards last on a side, each under the one that it hangs on; `ids` are fresh, one per card. */
export const plantCards = (
  tree: ProblemTree,
  side: Side,
  typed: readonly TypedCard[],
  ids: readonly string[],
): readonly Placing[] => {
  const path: string[] = [];
  let last = sideOf(tree, side).at(-1)?.order;
  return typed.flatMap(({ depth }, at): readonly Placing[] => {
    const id = ids[at];
    if (id === undefined) return [];
    path.length = Math.min(depth, path.length);
    const parent = path.at(-1) ?? null;
    path.push(id);
    last = keyBetween(last, undefined);
    return [{ id, slots: { parent, side, order: last } }];
  });
};
