import { isObject } from '@tablee/domain/kernel';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { request } from '#sync/api.ts';
import { useOpenSpace } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { tryRequest } from './try-request.ts';
import type { PersonLine } from './use-members.ts';

const copiesIn = (answer: unknown): number =>
  isObject(answer) && Array.isArray(answer['copies']) ? answer['copies'].length : 0;

interface ActProps {
  readonly person: PersonLine;
  readonly onDone: () => void;
}

/** Puts a person's name and contact out of every view at once, or back; says which copies cannot be called back. */
export function ProtectPerson({ person, onDone }: ActProps): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const [copies, setCopies] = useState<number>();
  const on = person.gone !== 'withdrawn';
  if (copies !== undefined) return <Copies copies={copies} done={t('people.protected')} onDone={onDone} />;
  return (
    <Form
      label={t('people.protect')}
      submit={t(on ? 'people.protect' : 'people.unprotect')}
      onCancel={onDone}
      onSubmit={() =>
        tryRequest('act', t, async () => {
          const answer = await request('POST', `${path.people(store.space)}/${person.id}/protect`, { on });
          if (on) setCopies(copiesIn(answer));
          else onDone();
        })
      }
    >
      <p>{t(on ? 'people.protect-explained' : 'people.unprotect-explained')}</p>
      {on && <p className="note">{t('people.no-details')}</p>}
    </Form>
  );
}

/** Erases a card: an act that cannot be taken back, so it is asked once more. */
export function ErasePerson({ person, onDone }: ActProps): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const [copies, setCopies] = useState<number>();
  const [fault, setFault] = useState<string>();
  const erase = async (): Promise<void> => {
    const faults = await tryRequest('act', t, async () => {
      setCopies(copiesIn(await request('DELETE', `${path.people(store.space)}/${person.id}`)));
    });
    setFault(faults?.[0]?.message);
  };
  if (copies !== undefined) return <Copies copies={copies} done={t('people.erase-done')} onDone={onDone} />;
  return (
    <Dialog
      open
      title={t('people.erase-title', { name: person.name ?? '' })}
      onClose={onDone}
      actions={
        <>
          <ActionButton kind="primary" onPress={() => void erase()}>
            {t('people.erase-yes')}
          </ActionButton>
          <ActionButton onPress={onDone}>{t('ui.cancel')}</ActionButton>
        </>
      }
    >
      <p>{t('people.erase-explained')}</p>
      {fault !== undefined && <p role="alert">{fault}</p>}
    </Dialog>
  );
}

function Copies(props: {
  readonly copies: number;
  readonly done: string;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useLocale();
  return (
    <div role="status">
      <p>
        <strong>{props.done}</strong>
      </p>
      <p>{t('people.copies', { n: props.copies })}</p>
      <ActionButton onPress={props.onDone}>{t('people.understood')}</ActionButton>
    </div>
  );
}
