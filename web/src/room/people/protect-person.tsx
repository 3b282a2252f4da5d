import { isObject } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
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

/** What of a person stands outside and cannot be called back: frozen texts by kind, and devices that stay away. */
interface Outside {
  readonly kinds: readonly (readonly [kind: string, count: number])[];
  readonly silent: number;
}

const outsideIn = (answer: unknown): Outside => {
  const held = isObject(answer) ? answer : {};
  const copies = Array.isArray(held['copies']) ? held['copies'] : [];
  const kinds = new Map<string, number>();
  for (const copy of copies)
    if (isObject(copy) && typeof copy['type'] === 'string')
      kinds.set(copy['type'], (kinds.get(copy['type']) ?? 0) + 1);
  return { kinds: [...kinds], silent: typeof held['silent'] === 'number' ? held['silent'] : 0 };
};

interface ActProps {
  readonly person: PersonLine;
  readonly onDone: () => void;
}

/** Puts a person's name and contact out of every view at once, or back; says which copies cannot be called back. */
export function ProtectPerson({ person, onDone }: ActProps): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const [copies, setCopies] = useState<Outside>();
  const on = person.gone !== 'withdrawn';
  if (copies !== undefined)
    return <Copies copies={copies} done={t('people.protected')} onDone={onDone} withSteps />;
  return (
    <Form
      label={t('people.protect')}
      submit={t(on ? 'people.protect' : 'people.unprotect')}
      onCancel={onDone}
      onSubmit={() =>
        tryRequest('act', t, async () => {
          const answer = await request('POST', `${path.people(store.space)}/${person.id}/protect`, { on });
          if (on) setCopies(outsideIn(answer));
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
  const [copies, setCopies] = useState<Outside>();
  const [fault, setFault] = useState<string>();
  const erase = async (): Promise<void> => {
    const faults = await tryRequest('act', t, async () => {
      setCopies(outsideIn(await request('DELETE', `${path.people(store.space)}/${person.id}`)));
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

/** What was done, what cannot be called back, and, after putting in safety, what to do away from the screen. */
function Copies(props: {
  readonly copies: Outside;
  readonly done: string;
  readonly withSteps?: boolean;
  readonly onDone: () => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const { kinds, silent } = props.copies;
  return (
    <div role="status">
      <p>
        <strong>{props.done}</strong>
      </p>
      <p>{t('people.outside')}</p>
      <ul>
        {kinds.map(([kind, count]) => (
          <li key={kind}>{t('people.outside-kind', { n: count, kind: kindWords(kind, count, locale) })}</li>
        ))}
        <li>{t('people.outside-devices', { n: silent })}</li>
        <li>{t('people.outside-files')}</li>
      </ul>
      {props.withSteps && <Steps />}
      <ActionButton onPress={props.onDone}>{t('people.understood')}</ActionButton>
    </div>
  );
}

const STEPS = ['call', 'help', 'pause', 'address'] as const;

/** The checklist that was agreed in advance, done by telephone and on foot: nothing of it is typed in here. */
function Steps(): ReactNode {
  const { t } = useLocale();
  return (
    <>
      <p>
        <strong>{t('people.steps')}</strong>
      </p>
      <ul>
        {STEPS.map((step) => (
          <li key={step}>{t(`people.step-${step}`)}</li>
        ))}
      </ul>
      <p className="note">{t('people.no-details')}</p>
    </>
  );
}

const kindWords = (kind: string, count: number, locale: 'fr' | 'en'): string => {
  const labels = partnership.process(kind)?.labels[locale];
  return (count === 1 ? labels?.one : labels?.many) ?? kind;
};
