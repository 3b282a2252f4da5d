import type { Side } from '@tablee/domain/modules/problem-tree';
import { currentText } from '@tablee/domain/modules/wording';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Drawing } from '#ui/drawing.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import css from './problem.module.css';
import { TreeDrawing } from './tree-drawing.tsx';
import { layTree } from './tree-layout.ts';
import { TreeOutline } from './tree-outline.tsx';
import { TreeSheet } from './tree-sheet.tsx';
import { useTree } from './use-tree.ts';
import { WallForm } from './wall-form.tsx';

/** Up to this many cards a tree is drawn in full; a larger one opens folded. */
const WHOLE = 24;
const MOST_LEVELS = 12;

/** Causes below, effects above: as a drawing and as lines to type in, and as a sheet for the wall. */
export function TreeView({
  room,
  thing,
}: {
  readonly room: RoomPlace;
  readonly thing: string | undefined;
}): ReactNode {
  const { t, locale } = useLocale();
  const view = useView();
  const tree = useTree();
  const [levels, setLevels] = useState(() => (tree.count > WHOLE ? 1 : MOST_LEVELS));
  const [adding, setAdding] = useState<Side | 'wall'>();
  const [printing, setPrinting] = useState(false);
  const core = currentText(view, 'problem', locale)?.text ?? t('problem.core-missing');
  const layout = useMemo(() => layTree({ core, ...tree, levels }), [core, tree, levels]);
  const printed = useCallback(() => setPrinting(false), []);
  const isDeep = [...tree.causes, ...tree.effects].some((card) => card.children.length > 0);
  const folded = layout.boxes.some((box) => box.folded > 0);
  const close = (): void => setAdding(undefined);
  const actions = (
    <ActionRow>
      <ForWriters>
        <ActionButton kind="primary" onPress={() => setAdding('cause')}>
          {t('problem.add-cause')}
        </ActionButton>
        <ActionButton onPress={() => setAdding('wall')}>{t('problem.wall')}</ActionButton>
      </ForWriters>
      <ActionButton kind="quiet" onPress={() => setPrinting(true)}>
        {t('problem.print')}
      </ActionButton>
    </ActionRow>
  );
  const outline = (
    <TreeOutline tree={tree} room={room} core={core} start={adding === 'wall' ? undefined : adding} />
  );
  return (
    <div className={css['stack']}>
      {adding === 'wall' && <WallForm onDone={close} />}
      {tree.count === 0 && adding === undefined && (
        <EmptyState action={actions}>{t('problem.tree-empty')}</EmptyState>
      )}
      {tree.count === 0 && adding !== undefined && adding !== 'wall' && outline}
      {tree.count > 0 && (
        <>
          {adding !== 'wall' && actions}
          <Drawing
            key={adding === 'cause' ? 'lines' : 'drawing'}
            {...(adding === 'cause' ? { start: 'table' as const } : {})}
            caption={t('problem.tree-caption', {
              causes: tree.causes.length,
              effects: tree.effects.length,
              n: tree.count,
            })}
            picture={<TreeDrawing layout={layout} room={room} selected={thing} />}
            table={outline}
            tools={
              isDeep && (
                <>
                  <ActionButton onPress={() => setLevels(1)}>{t('problem.fold')}</ActionButton>
                  {folded && (
                    <ActionButton onPress={() => setLevels(levels + 1)}>{t('problem.unfold')}</ActionButton>
                  )}
                </>
              )
            }
          />
        </>
      )}
      {printing && <TreeSheet layout={layout} title={t('problem.sheet-title')} onDone={printed} />}
    </div>
  );
}
