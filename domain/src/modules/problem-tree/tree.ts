import { elementsOf, type RecordEntity, textIn, type View, valueOf } from '@tablee/domain/kernel';
import { byStamp, recordsIn } from '../reading/index.ts';
import { evidence } from './evidence.ts';
import { type Side, treeNode } from './tree-node.ts';

/** A card as the tree shows it, with what hangs on it. */
export interface TreeCard {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly side: Side;
  /** The card it hangs on; absent at the first level. */
  readonly parent: string | undefined;
  /** 0 at the first level. */
  readonly depth: number;
  readonly order: string;
  readonly children: readonly TreeCard[];
  /** How many pieces of evidence say so. */
  readonly evidence: number;
  readonly actors: readonly string[];
  readonly perspectives: readonly string[];
  readonly entity: RecordEntity;
}

/** The tree: what stands below the core problem and what above it. */
export interface ProblemTree {
  readonly causes: readonly TreeCard[];
  readonly effects: readonly TreeCard[];
  readonly count: number;
}

type Parents = Map<string, string | undefined>;

/** Leaves out the last move of each ring, so that every card is reached from the first level. */
const withoutRings = (entities: ReadonlyMap<string, RecordEntity>, parents: Parents): Parents => {
  const stamp = (id: string): number | string => entities.get(id)?.slots['parent']?.at ?? 0;
  const settled = new Set<string>();
  for (const start of [...entities.keys()].sort()) {
    const path: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !settled.has(at) && !path.includes(at)) {
      path.push(at);
      at = parents.get(at);
    }
    if (at !== undefined && !settled.has(at)) {
      const ring = path.slice(path.indexOf(at));
      const last = ring.reduce((a, b) =>
        byStamp(stamp(a), stamp(b)) < 0 || (stamp(a) === stamp(b) && a < b) ? b : a,
      );
      parents.set(last, undefined);
    }
    for (const id of path) settled.add(id);
  }
  return parents;
};

const parentsOf = (entities: ReadonlyMap<string, RecordEntity>): Parents =>
  withoutRings(
    entities,
    new Map(
      [...entities].map(([id, entity]) => {
        const parent = valueOf(treeNode, entity, 'parent');
        return [id, parent !== undefined && entities.has(parent) ? parent : undefined];
      }),
    ),
  );

const inOrder = (a: RecordEntity, b: RecordEntity): number => {
  const [left, right] = [a, b].map((entity) => valueOf(treeNode, entity, 'order') ?? '');
  if (left !== right) return (left ?? '') < (right ?? '') ? -1 : 1;
  return byStamp(a.slots['text']?.at ?? 0, b.slots['text']?.at ?? 0) || (a.id < b.id ? -1 : 1);
};

/** The problem tree as the reader sees it; texts in the wished language where they are translated. */
export const problemTree = (view: View, lang: string): ProblemTree => {
  const entities = new Map(recordsIn(view, 'treeNode').map((entity) => [entity.id, entity]));
  const parents = parentsOf(entities);
  const counts = new Map<string, number>();
  for (const entity of recordsIn(view, 'evidence')) {
    const about = valueOf(evidence, entity, 'about');
    if (about !== undefined) counts.set(about, (counts.get(about) ?? 0) + 1);
  }
  const hanging = new Map<string | undefined, RecordEntity[]>();
  for (const entity of entities.values()) {
    const parent = parents.get(entity.id);
    hanging.set(parent, [...(hanging.get(parent) ?? []), entity]);
  }
  const cardsOf = (parent: string | undefined, side: Side | undefined, depth: number): readonly TreeCard[] =>
    [...(hanging.get(parent) ?? [])].sort(inOrder).map((entity) => {
      const own = side ?? valueOf(treeNode, entity, 'side') ?? 'cause';
      const held = textIn(entity, 'text', lang);
      return {
        id: entity.id,
        text: held?.text ?? '',
        lang: held?.lang ?? lang,
        side: own,
        parent,
        depth,
        order: valueOf(treeNode, entity, 'order') ?? '',
        children: cardsOf(entity.id, own, depth + 1),
        evidence: counts.get(entity.id) ?? 0,
        actors: elementsOf(entity, 'actors'),
        perspectives: elementsOf(entity, 'perspectives'),
        entity,
      };
    });
  const first = cardsOf(undefined, undefined, 0);
  return {
    causes: first.filter((card) => card.side === 'cause'),
    effects: first.filter((card) => card.side === 'effect'),
    count: entities.size,
  };
};

/** Cards and all that hangs on them, each before what hangs on it: the lines of an outline. */
export const outlineOf = (cards: readonly TreeCard[]): readonly TreeCard[] =>
  cards.flatMap((card) => [card, ...outlineOf(card.children)]);
