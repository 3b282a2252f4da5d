import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useOpenSpace, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Link } from '#ui/link.tsx';
import { SectorShape } from '#ui/sector-shape.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { CardForm } from './card-form.tsx';
import { InviteForm } from './invite-form.tsx';
import css from './people.module.css';
import type { PersonLine } from './use-members.ts';

/** People as sentences by organisation; below, those who were written down and have no account. */
export function PeopleList(props: {
  readonly persons: readonly PersonLine[];
  readonly selected: string | undefined;
}): ReactNode {
  const { persons } = props;
  const { t, locale } = useLocale();
  const format = useFormat();
  const members = persons.filter((person) => person.active);
  const others = persons.filter(
    (person) => !person.active && person.gone === undefined && person.name !== undefined,
  );
  const titleOf = (organisation: string): string =>
    members.find((person) => person.organisation === organisation)?.organisationName ?? '';
  const groups = [...new Set(members.map((person) => person.organisation))].sort((a, b) => {
    if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
    return titleOf(a).localeCompare(titleOf(b), locale);
  });
  return (
    <>
      <More />
      {groups.map((organisation) => {
        const people = members.filter((person) => person.organisation === organisation);
        const first = people[0];
        const title =
          organisation === undefined
            ? t('people.without-organisation')
            : (first?.organisationName ?? t('record.not-visible'));
        return (
          <Section
            key={organisation ?? 'none'}
            title={format.text(title)}
            id={`group-${organisation ?? 'none'}`}
          >
            <Rows people={people} labelledBy={`group-${organisation ?? 'none'}`} />
          </Section>
        );
      })}
      {others.length > 0 && (
        <Section title={t('people.without-account')} id="without-account">
          <Rows people={others} labelledBy="without-account" />
        </Section>
      )}
    </>
  );
}

function Rows({
  people,
  labelledBy,
}: {
  readonly people: readonly PersonLine[];
  readonly labelledBy: string;
}): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const format = useFormat();
  return (
    <SentenceList
      labelledBy={labelledBy}
      items={people.map((person) => ({
        key: person.id,
        ...(person.sector === undefined ? {} : { sign: <SectorShape sector={person.sector} /> }),
        text: (
          <span id={`row-${person.id}`} tabIndex={-1}>
            <Link href={addressOf(store.space, 'people', person.id)} replace>
              {person.name ?? t(person.gone === 'erased' ? 'people.erased' : 'people.withdrawn')}
            </Link>
          </span>
        ),
        note: format.text(
          [
            ...(person.designation === undefined ? [] : [person.designation]),
            ...person.roles.map((role) => t(`app.role.${role}`)),
            ...(person.until === undefined ? [] : [t('people.until', { date: format.date(person.until) })]),
          ].join(' · '),
        ),
      }))}
    />
  );
}

function More(): ReactNode {
  const you = useYou();
  const { t } = useLocale();
  const [open, setOpen] = useState<'invite' | 'add'>();
  const close = (): void => setOpen(undefined);
  if (open === 'invite') return <InviteForm onDone={close} />;
  if (open === 'add')
    return (
      <Section title={t('people.add')} id="add">
        <CardForm onDone={close} onCancel={close} />
      </Section>
    );
  return (
    <section className={css['bring']} aria-label={t('people.more')}>
      <ActionRow>
        {you?.roles.includes('secretariat') && (
          <ActionButton kind="quiet" onPress={() => setOpen('invite')}>
            {t('people.invite')}
          </ActionButton>
        )}
        <ForWriters>
          <ActionButton kind="quiet" onPress={() => setOpen('add')}>
            {t('people.add')}
          </ActionButton>
        </ForWriters>
      </ActionRow>
    </section>
  );
}
