import { KEEPERS } from '@tablee/domain/kernel';
import { talks } from '@tablee/domain/modules/conversation';
import { bouncesOf } from '@tablee/domain/modules/mail';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { LogForm } from '#note/log-form.tsx';
import { useNotes } from '#note/use-notes.ts';
import { AbsentPanel } from '#page/absent-panel.tsx';
import { useOpenSpace, usePeople, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';
import { Facts, PanelSection, SidePanel } from '#ui/side-panel.tsx';
import { StateLine } from '#ui/state-line.tsx';
import { CardForm } from './card-form.tsx';
import { InviteForm } from './invite-form.tsx';
import { MyReminders } from './my-reminders.tsx';
import { unread } from './outside.ts';
import { ErasePerson, ProtectPerson } from './protect-person.tsx';
import { RoleForm } from './role-form.tsx';
import { Undelivered } from './undelivered.tsx';
import { type PersonLine, usePersons } from './use-members.ts';

type Open = 'protect' | 'erase' | 'edit' | 'log' | 'invite' | 'role';

/** One person: protecting comes first, then what they carry and how to reach them. */
export function PersonPanel({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLocale();
  const you = useYou();
  const person = usePersons().find((each) => each.id === id);
  const [open, setOpen] = useState<Open | undefined>(unread.has(id) ? 'protect' : undefined);
  const close = (): void => setOpen(undefined);
  const shell = { onClose, returnFocusTo: `row-${id}` };
  if (person === undefined) return <AbsentPanel id={id} onClose={onClose} />;
  const title = person.name ?? t(person.gone === 'erased' ? 'people.erased' : 'people.withdrawn');
  return (
    <SidePanel
      {...shell}
      title={title}
      {...(person.organisationName ? { kicker: person.organisationName } : {})}
      address={location.href}
    >
      <Bounced id={id} />
      <Undelivered person={id} />
      {person.gone === 'withdrawn' && <StateLine state={{ kind: 'withdrawn' }} />}
      {open === undefined && <Acts person={person} onOpen={setOpen} />}
      {open === 'protect' && <ProtectPerson person={person} onDone={close} />}
      {open === 'erase' && <ErasePerson person={person} onDone={close} />}
      {open === 'role' && <RoleForm person={person} onDone={close} />}
      {open === 'edit' && <Edit id={id} onDone={close} />}
      {open === 'invite' && <InviteForm person={{ id, name: title }} onDone={close} />}
      {open === 'log' && (
        <LogForm
          withName={title}
          person={id}
          organisation={person.organisation}
          onDone={close}
          onCancel={close}
        />
      )}
      <Contact person={person} />
      {you?.person === id && <MyReminders />}
      <Talks person={person} />
    </SidePanel>
  );
}

/** An e-mail to this person that came back, where the reader sorts what comes in. */
function Bounced({ id }: { readonly id: string }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const [bounce] = bouncesOf(view, id);
  if (bounce === undefined) return null;
  return (
    <p role="status">
      {t('mail.bounce-person')}{' '}
      <Link href={addressOf(store.space, 'documents', bounce.id)}>{t('mail.open')}</Link>
    </p>
  );
}

function Acts({
  person,
  onOpen,
}: {
  readonly person: PersonLine;
  readonly onOpen: (open: Open) => void;
}): ReactNode {
  const you = useYou();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const keeps = you?.roles.includes('secretariat') === true;
  const isMe = you?.person === person.id;
  if (person.gone === 'erased') return null;
  // Whoever wrote the card of somebody without an account may too: the device does not know who that is.
  const mayWrite = keeps || isMe || !person.active;
  const isHidden = person.gone === 'withdrawn' && !isMe;
  if (isHidden)
    return (
      <>
        <p className="note">{t('people.in-safety')}</p>
        {mayWrite && (
          <ActionRow>
            <ActionButton onPress={() => onOpen('protect')}>{t('people.unprotect')}</ActionButton>
          </ActionRow>
        )}
      </>
    );
  return (
    <>
      <ActionRow>
        <ActionButton onPress={() => onOpen('protect')}>
          {t(person.gone === 'withdrawn' ? 'people.unprotect' : 'people.protect')}
        </ActionButton>
        <ActionButton kind="primary" onPress={() => onOpen('log')}>
          {t('people.log')}
        </ActionButton>
      </ActionRow>
      <ActionRow>
        {mayWrite && (
          <ActionButton kind="quiet" onPress={() => onOpen('edit')}>
            {t('people.edit-card')}
          </ActionButton>
        )}
        {keeps && person.active && (
          <ActionButton kind="quiet" onPress={() => onOpen('role')}>
            {t('people.change-role')}
          </ActionButton>
        )}
        {keeps && !person.active && (
          <ActionButton
            kind="quiet"
            href={`${addressOf(store.space, 'documents')}?view=letters&write=listed&to=${person.id}`}
          >
            {t('mandate.write-listed')}
          </ActionButton>
        )}
        {keeps && !person.active && (
          <ActionButton kind="quiet" onPress={() => onOpen('invite')}>
            {t('people.invite')}
          </ActionButton>
        )}
        {mayWrite && (
          <ActionButton kind="quiet" onPress={() => onOpen('erase')}>
            {t('people.erase')}
          </ActionButton>
        )}
      </ActionRow>
    </>
  );
}

function Edit({ id, onDone }: { readonly id: string; readonly onDone: () => void }): ReactNode {
  const card = usePeople().find(id);
  return card === undefined ? null : <CardForm card={card} onDone={onDone} onCancel={onDone} />;
}

function Contact({ person }: { readonly person: PersonLine }): ReactNode {
  const card = usePeople().find(person.id);
  const you = useYou();
  const { t } = useLocale();
  const format = useFormat();
  const items = [
    ...(person.roles.length === 0
      ? [{ key: 'role', term: t('people.role'), value: t('people.without-account') }]
      : [
          {
            key: 'role',
            term: t('people.role'),
            value: person.roles.map((role) => t(`app.role.${role}`)).join(', '),
          },
        ]),
    ...(card?.designation === undefined
      ? []
      : [{ key: 'designation', term: t('people.field.designation'), value: format.text(card.designation) }]),
    ...(card?.phone === undefined
      ? []
      : [
          {
            key: 'phone',
            term: t('people.field.phone'),
            value: <a href={`tel:${card.phone}`}>{card.phone}</a>,
          },
        ]),
    ...(card?.email === undefined
      ? []
      : [
          {
            key: 'email',
            term: t('people.field.email'),
            value: <a href={`mailto:${card.email}`}>{card.email}</a>,
          },
        ]),
  ];
  const seesContact = KEEPERS.some((role) => you?.roles.includes(role));
  return (
    <>
      <Facts items={items} />
      <p className="note">{t(seesContact ? 'people.contact-who' : 'people.contact-hidden')}</p>
    </>
  );
}

function Talks({ person }: { readonly person: PersonLine }): ReactNode {
  const view = useView();
  const notes = useNotes();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const format = useFormat();
  const mine = new Set(notes.filter(({ note }) => note.person === person.id).map(({ id }) => id));
  const all = talks(view, notes).filter(
    (talk) =>
      mine.has(talk.id) || (person.organisation !== undefined && talk.organisation === person.organisation),
  );
  if (all.length === 0) return null;
  return (
    <PanelSection title={t('people.view.talks')}>
      <SentenceList
        form="plain"
        label={t('people.view.talks')}
        items={all.map((talk) => ({
          key: talk.id,
          text: (
            <Link href={`${addressOf(store.space, 'people')}?view=talks`} replace>
              {format.text(talk.withName)}
            </Link>
          ),
          note: t(talk.mine ? 'people.mine' : 'people.shared'),
          ...(talk.on === undefined ? {} : { when: format.date(talk.on, { withoutYear: true }) }),
        }))}
      />
    </PanelSection>
  );
}
