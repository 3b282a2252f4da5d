import type { Entity } from '@tablee/domain/kernel';
import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import { useOpenSpace, useSyncStatus } from '../sync/use-space.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { StateLine } from '../ui/state-line.tsx';
import { refusalWords } from './refusal-words.ts';

/** What sync has to say at a thing: it waits to be sent, or was refused, with the reason and its text kept. */
export function WaitingLine({ entity }: { readonly entity: Entity }): ReactNode {
  const { store } = useOpenSpace();
  const status = useSyncStatus();
  const t = useText();
  const waits = store.waiting.some((row) => row.command.entity === entity.id && !row.answer);
  const refused = status.refused.filter((row) => row.command.entity === entity.id);
  return (
    <>
      {waits && <StateLine state={{ kind: 'waiting' }} />}
      {refused.map((row) => (
        <StateLine
          key={row.key}
          alert
          state={{ kind: 'refused', reason: refusalWords(row.code, t) }}
          action={
            <ActionButton kind="quiet" onPress={() => void store.dismiss(row.key)}>
              {t('record.refusal-read')}
            </ActionButton>
          }
        />
      ))}
    </>
  );
}
