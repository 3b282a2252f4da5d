import { problemTree, type Side } from '@tablee/domain/modules/problem-tree';
import { useEffect, useRef, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { useOpenSpace } from '#sync/use-space.ts';
import { type OutlineDraft, placingOf, shiftDraft } from './outline-draft.ts';
import { type TreeWriter, useTreeWriter } from './use-tree-writer.ts';

/** What the outline remembers: which line is active, what is being typed and where it will stand. */
export interface Outline {
  readonly writer: TreeWriter;
  /** The card whose buttons are shown. */
  readonly active: string | undefined;
  readonly draft: OutlineDraft | undefined;
  readonly typed: string;
  type(text: string): void;
  /** Says that a line has the focus. */
  enter(card: string): void;
  /** Leads the focus to a card. */
  go(card: string | undefined): void;
  /** Opens a new line. */
  open(draft: OutlineDraft): void;
  shift(way: 'in' | 'out'): void;
  /** Keeps what is typed; with `goOn`, the next line opens after it. */
  keep(goOn: boolean): void;
  /** Closes the new line; the focus goes back to the card it was opened at. */
  leave(): void;
}

/** The state of the outline. */
export const useOutline = (start: Side | undefined): Outline => {
  const { locale } = useLocale();
  const { store } = useOpenSpace();
  const writer = useTreeWriter(locale);
  const [draft, setDraft] = useState<OutlineDraft | undefined>(start && { side: start });
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState<string>();
  const [wanted, setWanted] = useState<string>();
  // Who types fast presses Enter before the card before has been kept: cards are kept one after the other, each where
  // the one before it leads.
  const place = useRef<Promise<OutlineDraft | undefined>>(Promise.resolve(draft));
  const turn = useRef(0);
  const open = (next: OutlineDraft | undefined): void => {
    turn.current += 1;
    place.current = place.current.then(() => next);
    setDraft(next);
  };
  useEffect(() => {
    if (wanted === undefined) return;
    document.getElementById(`card-${wanted}`)?.focus();
    setWanted(undefined);
  }, [wanted]);
  const go = (card: string | undefined): void => {
    if (card === undefined) return;
    setActive(card);
    setWanted(card);
  };
  const create = async (at: OutlineDraft, text: string): Promise<OutlineDraft> => {
    const id = writer.newId();
    const tree = problemTree(store.getView(), locale);
    await writer.place(placingOf(tree, at, id), new Map([[id, text]]));
    return { side: at.side, at: id };
  };
  const keep = (text: string, goOn: boolean): void => {
    if (!goOn) {
      turn.current += 1;
      setDraft(undefined);
    }
    const mine = turn.current;
    place.current = place.current.then(async (at) => {
      const next = at && (await create(at, text));
      if (goOn && turn.current === mine) setDraft(next);
      return goOn ? next : undefined;
    });
  };
  return {
    writer,
    active,
    draft,
    typed,
    type: setTyped,
    enter: setActive,
    go,
    open,
    shift: (way) => draft && open(shiftDraft(problemTree(store.getView(), locale), draft, way)),
    keep: (goOn) => {
      const text = typed.trim();
      setTyped('');
      if (text === '') open(undefined);
      else keep(text, goOn);
    },
    leave: () => {
      setTyped('');
      void place.current.then((at) => go(at?.at));
      open(undefined);
    },
  };
};
