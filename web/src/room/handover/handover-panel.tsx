import { textOf } from '@tablee/domain/kernel';
import { HANDOVER_KIND, handovers } from '@tablee/domain/modules/handover';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { AbsentPanel } from '#page/absent-panel.tsx';
import { today } from '#page/clock.ts';
import type { RoomPlace } from '#page/use-room.ts';
import { WaitingLine } from '#register/waiting-line.tsx';
import { useEntity, useView } from '#sync/use-space.ts';
import { InPanel } from '#ui/panel-slot.tsx';
import { Prose } from '#ui/prose.tsx';
import { PanelSection, SidePanel } from '#ui/side-panel.tsx';
import { Answer } from './answer.tsx';
import { useHandoverWords } from './handover-list.tsx';

/** One handover: what the successor needs to know, and their answer. */
export function HandoverPanel({ room, id }: { readonly room: RoomPlace; readonly id: string }): ReactNode {
  const view = useView();
  const entity = useEntity(id);
  const { t, locale } = useLocale();
  const format = useFormat();
  const words = useHandoverWords();
  const line = handovers(view, today()).find((each) => each.id === id);
  const shell = { onClose: room.close, returnFocusTo: `row-${id}`, address: location.href };
  if (line === undefined)
    return (
      <InPanel>
        <AbsentPanel id={id} onClose={room.close} />
      </InPanel>
    );
  const said = words(line);
  const notes = textOf(line.state.notes ?? undefined);
  return (
    <InPanel>
      <SidePanel {...shell} kicker={format.text(HANDOVER_KIND[line.state.kind][locale])} title={said.title}>
        {entity && <WaitingLine entity={entity} />}
        <p>{said.row}</p>
        {said.note !== '' && <p className="note">{said.note}</p>}
        <Answer line={line} />
        {notes !== undefined && (
          <PanelSection title={t('handover.notes')}>
            <Prose text={notes} lang={locale} />
          </PanelSection>
        )}
      </SidePanel>
    </InPanel>
  );
}
