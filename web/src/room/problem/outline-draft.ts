import {
  cardIn,
  outlineOf,
  type Placing,
  type ProblemTree,
  placeAfter,
  placeLast,
  placeUnder,
  type Side,
  type TreeCard,
} from '@tablee/domain/modules/problem-tree';

/** Where a card that is being typed will stand: after or under another one, or last on a side. */
export interface OutlineDraft {
  readonly side: Side;
  /** The card it stands after or under; absent for the last place at the first level. */
  readonly at?: string;
  readonly under?: boolean;
}

/** A line of the outline: a card, or the one that is being typed. */
export type OutlineLine =
  | { readonly kind: 'card'; readonly card: TreeCard }
  | { readonly kind: 'draft'; readonly depth: number };

/** The lines of a side, with the draft in its place. */
export const linesOf = (
  cards: readonly TreeCard[],
  side: Side,
  draft: OutlineDraft | undefined,
): readonly OutlineLine[] => {
  const typed = draft?.side === side ? draft : undefined;
  const last: OutlineLine[] = typed && typed.at === undefined ? [{ kind: 'draft', depth: 0 }] : [];
  const walk = (each: TreeCard): readonly OutlineLine[] => [
    { kind: 'card', card: each },
    ...each.children.flatMap(walk),
    ...(typed !== undefined && typed.at === each.id
      ? [{ kind: 'draft' as const, depth: each.depth + (typed.under === true ? 1 : 0) }]
      : []),
  ];
  return [...cards.flatMap(walk), ...last];
};

/** The draft one level further in or out; itself where there is no such place. */
export const shiftDraft = (tree: ProblemTree, draft: OutlineDraft, way: 'in' | 'out'): OutlineDraft => {
  const { side, at, under } = draft;
  const card = at === undefined ? undefined : cardIn(tree, at);
  if (way === 'in') {
    const above = card ?? (side === 'cause' ? tree.causes : tree.effects).at(-1);
    if (above === undefined) return draft;
    if (under !== true) return { side, at: above.id, under: true };
    const deeper = above.children.at(-1);
    return deeper === undefined ? draft : { side, at: deeper.id, under: true };
  }
  if (card === undefined) return draft;
  if (under === true) return { side, at: card.id };
  return card.parent === undefined ? draft : { side, at: card.parent };
};

/** What puts the typed card where its draft stood. */
export const placingOf = (tree: ProblemTree, draft: OutlineDraft, id: string): readonly Placing[] => {
  if (draft.at === undefined) return placeLast(tree, draft.side, id);
  return draft.under === true ? placeUnder(tree, draft.at, id) : placeAfter(tree, draft.at, id);
};

/** The cards before and after one in the outline of its side: where the arrow keys lead. */
export const neighboursOf = (
  tree: ProblemTree,
  card: TreeCard,
): { readonly before: string | undefined; readonly after: string | undefined } => {
  const all = outlineOf(card.side === 'cause' ? tree.causes : tree.effects);
  const at = all.findIndex((each) => each.id === card.id);
  return { before: all[at - 1]?.id, after: all[at + 1]?.id };
};
