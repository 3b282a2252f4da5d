import { changeRecord, type RecordEntity, valueOf } from '@tablee/domain/kernel';
import { type ContributionState, contribution } from '@tablee/domain/modules/resource';
import type { ReactNode } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { ThingPanel } from '#page/thing-panel.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { useMay } from '#register/use-may.ts';
import { useAct, useEntity } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';

const NEXT: { readonly [state in ContributionState]: 'delivered' | 'acknowledged' | undefined } = {
  announced: 'delivered',
  delivered: 'acknowledged',
  acknowledged: undefined,
};

/** A contribution beside the table, with the next of its three states one press away. */
export function ContributionPanel({
  room,
  id,
}: {
  readonly room: RoomPlace;
  readonly id: string;
}): ReactNode {
  const entity = useEntity(id);
  return (
    <ThingPanel room={room} declaration={contribution} thing={id}>
      {entity?.kind === 'record' && <Next held={entity} />}
    </ThingPanel>
  );
}

/** The next state, for those who may say it. */
function Next({ held }: { readonly held: RecordEntity }): ReactNode {
  const { t } = useLocale();
  const act = useAct();
  const may = useMay(contribution, held);
  const next = NEXT[valueOf(contribution, held, 'state') ?? 'announced'];
  if (next === undefined || !may.change) return null;
  return (
    <ActionRow>
      <ActionButton
        onPress={() => void act.issue(changeRecord(act.ticket(), held, { state: next, [next]: today() }))}
      >
        {t(`resource.to.${next}`)}
      </ActionButton>
    </ActionRow>
  );
}
