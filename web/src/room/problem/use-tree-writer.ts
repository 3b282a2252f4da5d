import {
  addRecord,
  changeRecord,
  isObject,
  type Json,
  removeRecord,
  translationSlot,
} from '@tablee/domain/kernel';
import { type Placing, releaseOf, type TreeCard, treeNode } from '@tablee/domain/modules/problem-tree';
import { recordIn } from '@tablee/domain/modules/reading';
import { useAct, useOpenSpace } from '#sync/use-space.ts';
import { useTree } from './use-tree.ts';

/** How cards are written: each step is commands in the outbox, shown at once. */
export interface TreeWriter {
  /** A new id for a card. */
  newId(): string;
  /** Writes placings; those whose id is in `fresh` become new cards with that text. */
  place(placings: readonly Placing[], fresh?: ReadonlyMap<string, string>): Promise<void>;
  /** Writes other words on a card, in the language in which it is shown. */
  rename(card: TreeCard, text: string): Promise<void>;
  /** Takes a card out; what hung on it hangs on its parent. */
  remove(card: TreeCard): Promise<void>;
}

const given = (slots: { readonly [slot: string]: Json }): { readonly [slot: string]: Json } =>
  Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== null));

/** The way to write cards of the tree. */
export const useTreeWriter = (lang: string): TreeWriter => {
  const act = useAct();
  const { store } = useOpenSpace();
  const tree = useTree();
  const place: TreeWriter['place'] = async (placings, fresh) => {
    for (const { id, slots } of placings) {
      const text = fresh?.get(id);
      const held = recordIn(store.getView(), treeNode.name, id);
      if (text !== undefined)
        await act.issue(
          addRecord(
            act.ticket(),
            treeNode.name,
            { entity: id, circle: treeNode.circle },
            { ...given(slots), text: { lang, text } },
          ),
        );
      else if (held !== undefined) await act.issue(changeRecord(act.ticket(), held, slots));
    }
  };
  return {
    newId: act.newId,
    place,
    rename: (card, text) => {
      const source = card.entity.slots['text']?.value;
      const isSource = isObject(source) && source['lang'] === card.lang;
      const slot = isSource ? 'text' : translationSlot('text', card.lang);
      return act.issue(changeRecord(act.ticket(), card.entity, { [slot]: { lang: card.lang, text } }));
    },
    remove: async (card) => {
      await place(releaseOf(tree, card.id));
      const held = recordIn(store.getView(), treeNode.name, card.id);
      if (held !== undefined) await act.issue(removeRecord(act.ticket(), held));
    },
  };
};
