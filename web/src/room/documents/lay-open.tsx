import { addRecord, elementSlot, processCommand, valueOf } from '@tablee/domain/kernel';
import { document, editionId } from '@tablee/domain/modules/document';
import type { LetterLine } from '@tablee/domain/modules/letter';
import { recordsIn } from '@tablee/domain/modules/reading';
import type { ReactNode } from 'react';
import { useText } from '#locale/use-text.tsx';
import { useAct, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';

/**
 * Lays a letter that has left open to all partners: that it was sent, to whom, when. Its words and its scan stay in
 * the secretariat's circle until somebody brings them as a file. A deliberate act, offered once.
 */
export function LayOpen({ line }: { readonly line: LetterLine }): ReactNode {
  const view = useView();
  const act = useAct();
  const t = useText();
  const { state, number, subject } = line;
  const isOpen = recordsIn(view, 'document').some((entity) => valueOf(document, entity, 'about') === line.id);
  if (state.sent === null) return null;
  if (isOpen) return <p className="note">{t('letter.laid-open')}</p>;
  const { sent, organisation } = state;
  const lay = (): Promise<void> => {
    const id = act.newId();
    const { circle } = document;
    const placed = { entity: editionId(id), circle };
    return act.issueAll([
      addRecord(
        act.ticket(),
        document.name,
        { entity: id, circle },
        {
          title: { lang: state.lang, text: [number, subject].filter(Boolean).join(' · ').slice(0, 300) },
          kind: 'letter',
          dated: state.dated ?? sent.on,
          about: line.id,
          ...(organisation === null ? {} : { [elementSlot('receivedBy', organisation)]: true }),
        },
      ),
      processCommand(act.ticket(), 'edition.open', placed, { document: id }),
      processCommand(act.ticket(), 'edition.enforce', placed, { document: id }),
    ]);
  };
  return (
    <ActionButton kind="quiet" onPress={() => void lay()}>
      {t('letter.lay-open')}
    </ActionButton>
  );
}
