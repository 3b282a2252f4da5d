import { path } from '@tablee/domain/protocol';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { request } from '#sync/api.ts';
import { useOpenSpace } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { Keepers } from './keepers.tsx';
import { type Outside, outsideIn, unread, useOutside } from './outside.ts';
import { OutsideList } from './outside-list.tsx';
import css from './people.module.css';
import { tryRequest } from './try-request.ts';
import type { PersonLine } from './use-members.ts';

interface ActProps {
  readonly person: PersonLine;
  readonly onDone: () => void;
}

/** Puts a person's name, contact and words out of every view at once, or back; says first and last what stays outside. */
export function ProtectPerson({ person, onDone }: ActProps): ReactNode {
  // What was begun is finished: the name leaves this page in the same moment.
  const [isBack] = useState(person.gone === 'withdrawn' && !unread.has(person.id));
  return isBack ? (
    <BackInView person={person} onDone={onDone} />
  ) : (
    <IntoSafety person={person} onDone={onDone} />
  );
}

function IntoSafety({ person, onDone }: ActProps): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const asked = useOutside(person.id, true);
  const [after, setAfter] = useState(unread.get(person.id));
  const read = (): void => {
    unread.delete(person.id);
    onDone();
  };
  if (after !== undefined)
    return <Done outside={after} done={t('people.protected')} onDone={read} withSteps />;
  if (asked === 'notAllowed')
    return (
      <div className={css['stack']}>
        <p role="status">{t('people.protect-ask')}</p>
        <Keepers but={person.id} />
        <ActionRow>
          <ActionButton onPress={onDone}>{t('people.understood')}</ActionButton>
        </ActionRow>
      </div>
    );
  return (
    <Form
      label={t('people.protect')}
      submit={t('people.protect-now')}
      onCancel={onDone}
      onSubmit={() =>
        tryRequest('act', { t, offline: t('people.protect-not-sent') }, async () => {
          const address = `${path.people(store.space)}/${person.id}/protect`;
          const outside = outsideIn(await request('POST', address, { on: true }));
          unread.set(person.id, outside);
          setAfter(outside);
        })
      }
    >
      {asked === 'offline' && (
        <div className={css['stack']} role="status">
          <p>
            <strong>{t('people.protect-offline')}</strong>
          </p>
          <Keepers but={person.id} />
        </div>
      )}
      <p>
        <strong>{t('people.at-once')}</strong>
      </p>
      <ul className={css['lines']}>
        <li>{t('people.at-once-gone')}</li>
        <li>{t('people.at-once-links')}</li>
        <li>{t('people.at-once-asked')}</li>
      </ul>
      <p>{t('people.protect-kept')}</p>
      <p className="note">{t('people.no-details')}</p>
      {typeof asked === 'object' && (
        <details>
          <summary>{t('people.outside-before')}</summary>
          <OutsideList outside={asked.held} />
        </details>
      )}
    </Form>
  );
}

function BackInView({ person, onDone }: ActProps): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  return (
    <Form
      label={t('people.unprotect')}
      submit={t('people.unprotect')}
      onCancel={onDone}
      onSubmit={() =>
        tryRequest('act', { t }, async () => {
          await request('POST', `${path.people(store.space)}/${person.id}/protect`, { on: false });
          onDone();
        })
      }
    >
      <p>{t('people.unprotect-explained')}</p>
      <p>{t('people.unprotect-links')}</p>
    </Form>
  );
}

/** Erases a card: an act that cannot be taken back, so it is asked once more. */
export function ErasePerson({ person, onDone }: ActProps): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const [after, setAfter] = useState<Outside>();
  const [fault, setFault] = useState<string>();
  const erase = async (): Promise<void> => {
    const faults = await tryRequest('act', { t }, async () => {
      setAfter(outsideIn(await request('DELETE', `${path.people(store.space)}/${person.id}`)));
    });
    setFault(faults?.[0]?.message);
  };
  if (after !== undefined) return <Done outside={after} done={t('people.erase-done')} onDone={onDone} />;
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

/** What was done, what cannot be called back, and what to do away from the screen: one page that can be printed. */
function Done(props: {
  readonly outside: Outside;
  readonly done: string;
  readonly withSteps?: boolean;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useLocale();
  const said = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: whoever works by keyboard or ear goes on here.
  useEffect(() => said.current?.focus(), []);
  return (
    <div className={css['stack']}>
      <div className={css['checklist']}>
        <p ref={said} tabIndex={-1}>
          <strong>{props.done}</strong>
        </p>
        {props.withSteps && <Steps />}
        <p>{t('people.outside')}</p>
        <OutsideList outside={props.outside} />
      </div>
      {props.withSteps && <p className="note">{t('people.no-details')}</p>}
      <ActionRow>
        <ActionButton onPress={props.onDone}>{t('people.understood')}</ActionButton>
        <ActionButton kind="quiet" onPress={() => window.print()}>
          {t('people.print-list')}
        </ActionButton>
      </ActionRow>
    </div>
  );
}

const STEPS = ['call', 'help', 'pause', 'address', 'photos'] as const;

/** The checklist that was agreed in advance, done by telephone and on foot: nothing of it is typed in here. */
function Steps(): ReactNode {
  const { t } = useLocale();
  return (
    <>
      <p>
        <strong>{t('people.steps')}</strong>
      </p>
      <ul className={css['lines']}>
        {STEPS.map((step) => (
          <li key={step}>{t(`people.step-${step}`)}</li>
        ))}
      </ul>
    </>
  );
}
