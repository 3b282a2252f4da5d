import {
  type ProblemTree,
  type Side,
  type Step,
  stepOf,
  type TreeCard,
} from '@tablee/domain/modules/problem-tree';
import { type ReactNode, useId } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { classNames } from '#ui/class-name.ts';
import { ForWriters } from '#ui/for-writers.tsx';
import { CardLine, DraftLine } from './card-line.tsx';
import { linesOf } from './outline-draft.ts';
import css from './problem.module.css';
import { type Outline, useOutline } from './use-outline.ts';

/** Props of {@link TreeOutline}. */
export interface TreeOutlineProps {
  readonly tree: ProblemTree;
  readonly room: RoomPlace;
  /** The core problem in its words. */
  readonly core: string;
  /** A side on which a card is typed at once. */
  readonly start: Side | undefined;
}

/** The tree as lines to type in: effects, the core, causes. Everything by keyboard, everything by buttons too. */
export function TreeOutline({ tree, room, core, start }: TreeOutlineProps): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const outline = useOutline(start);
  return (
    <div className={css['outline']}>
      <ForWriters>
        <p className={classNames('note', css['keys'])}>{t('problem.outline-hint')}</p>
      </ForWriters>
      <OutlineSide side="effect" cards={tree.effects} tree={tree} room={room} outline={outline} />
      <p className={css['core']}>{format.text(core)}</p>
      <OutlineSide side="cause" cards={tree.causes} tree={tree} room={room} outline={outline} />
    </div>
  );
}

function OutlineSide(props: {
  readonly side: Side;
  readonly cards: readonly TreeCard[];
  readonly tree: ProblemTree;
  readonly room: RoomPlace;
  readonly outline: Outline;
}): ReactNode {
  const { side, cards, tree, outline } = props;
  const { t } = useLocale();
  const id = useId();
  const { draft, writer } = outline;
  const step = async (card: TreeCard, way: Step): Promise<void> => {
    await writer.place(stepOf(tree, card.id, way));
    outline.go(card.id);
  };
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t(`problem.${side}s`)}</h3>
      {cards.length === 0 && <p className="note">{t(`problem.no-${side}s`)}</p>}
      <ul className={css['lines']}>
        {linesOf(cards, side, draft).map((line) =>
          line.kind === 'draft' ? (
            <DraftLine
              key={`new-${draft?.at ?? 'last'}-${draft?.under === true}`}
              depth={line.depth}
              text={outline.typed}
              onText={outline.type}
              onKeep={outline.keep}
              onShift={outline.shift}
              onLeave={outline.leave}
            />
          ) : (
            <CardLine
              key={line.card.id}
              card={line.card}
              tree={tree}
              room={props.room}
              active={outline.active === line.card.id}
              onActive={() => outline.enter(line.card.id)}
              onGo={outline.go}
              onNext={(under) => outline.open({ side, at: line.card.id, under })}
              onStep={(way) => void step(line.card, way)}
              writer={writer}
            />
          ),
        )}
      </ul>
      <ForWriters>
        <ActionButton kind="quiet" onPress={() => outline.open({ side })}>
          {t(`problem.add-${side}`)}
        </ActionButton>
      </ForWriters>
    </section>
  );
}
