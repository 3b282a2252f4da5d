import { isObject, type RecordEntity } from '@tablee/domain/kernel';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { useCopy } from '#request/use-copy.ts';
import { Fault, request } from '#sync/api.ts';
import { useOpenSpace } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { PanelSection } from '#ui/side-panel.tsx';

/** The line for the foot of every page of a file: its code leads whoever holds a page to what became of it. */
export function CodeSection({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const [foot, setFoot] = useState<string>();
  const [fault, setFault] = useState('');
  const { said, copy } = useCopy();
  const ask = async (): Promise<void> => {
    try {
      const answer = await request(
        'GET',
        `/api/spaces/${store.space}/documents/code/${entity.id}?lang=${locale}`,
      );
      setFault('');
      if (isObject(answer) && typeof answer['foot'] === 'string') setFoot(answer['foot']);
    } catch (thrown) {
      if (!(thrown instanceof Fault)) throw thrown;
      setFault(t('document.code-needs-network'));
    }
  };
  return (
    <PanelSection title={t('document.code')}>
      <p className="note">{t('document.code-why')}</p>
      {foot === undefined ? (
        <ActionRow>
          <ActionButton kind="quiet" onPress={() => void ask()}>
            {t('document.code-show')}
          </ActionButton>
        </ActionRow>
      ) : (
        <>
          <p>{foot}</p>
          <ActionRow>
            <ActionButton kind="quiet" onPress={() => void copy(foot, t('document.code-copied'))}>
              {t('document.code-copy')}
            </ActionButton>
          </ActionRow>
        </>
      )}
      <p role="status">{fault || said}</p>
    </PanelSection>
  );
}
