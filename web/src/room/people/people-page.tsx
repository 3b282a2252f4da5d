import { conversation } from '@tablee/domain/modules/conversation';
import { designatedCount } from '@tablee/domain/modules/mandate';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { Guidance } from '#guidance/guidance.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { LogForm } from '#note/log-form.tsx';
import { useNotes } from '#note/use-notes.ts';
import { now as instantHere, today } from '#page/clock.ts';
import { RecordPanel } from '#register/record-panel.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { useLocation, useSearch } from '#ui/location.ts';
import { PageHead } from '#ui/page-head.tsx';
import { InPanel } from '#ui/panel-slot.tsx';
import { ViewTabs } from '#ui/view-tabs.tsx';
import { MandatePanel } from './mandate-panel.tsx';
import { MandatesView } from './mandates-view.tsx';
import { MembershipView } from './membership-view.tsx';
import { PeopleList } from './people-list.tsx';
import { PersonPanel } from './person-panel.tsx';
import { ProtectionView } from './protection-view.tsx';
import { TalkList } from './talk-list.tsx';
import { Undelivered } from './undelivered.tsx';
import { usePersons } from './use-members.ts';

const VIEWS = ['list', 'mandates', 'talks', 'membership', 'protection'] as const;

/** Who is here, what we said to each other, who is arriving or leaving, what is protected. */
export default function PeoplePage({ thing }: { readonly thing?: string | undefined }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const format = useFormat();
  const readers = useReaders('partners');
  const persons = usePersons();
  const notes = useNotes();
  const [, go] = useLocation();
  const [logging, setLogging] = useState(false);
  const [said, setSaid] = useState('');
  const asked = new URLSearchParams(useSearch()).get('view');
  const isTalk =
    thing !== undefined && (notes.some(({ id }) => id === thing) || view.get(thing)?.type === 'conversation');
  const isMandate = thing !== undefined && view.get(thing)?.type === 'mandate';
  const shown = VIEWS.find((name) => name === asked) ?? (isTalk ? 'talks' : isMandate ? 'mandates' : 'list');
  const base = addressOf(store.space, 'people');
  const here = persons.filter((person) => person.active);
  const organisations = new Set(here.flatMap((person) => person.organisation ?? []));
  const close = (): void => go(`${base}?view=${shown}`, { replace: true });
  return (
    <>
      <PageHead
        title={t('people.title')}
        opening={
          shown === 'mandates'
            ? t('mandate.opening', { ...designatedCount(view, today()) })
            : here.length < 2
              ? t('people.alone')
              : t('people.opening', { people: here.length, organisations: organisations.size })
        }
        readers={readers}
        actionFor="everybody"
        action={
          logging ? undefined : (
            <ActionButton
              kind="primary"
              onPress={() => {
                setSaid('');
                setLogging(true);
              }}
            >
              {t('people.log')}
            </ActionButton>
          )
        }
      />
      {logging && (
        <LogForm
          onCancel={() => setLogging(false)}
          onDone={() => {
            setLogging(false);
            setSaid(t('people.logged', { time: format.time(instantHere()) }));
            go(`${base}?view=talks`, { replace: true });
          }}
        />
      )}
      <p role="status">{said}</p>
      <ViewTabs
        label={t('people.views')}
        views={VIEWS.map((name) => ({
          href: `${base}?view=${name}`,
          label: t(`people.view.${name}`),
          current: name === shown,
        }))}
      />
      {shown === 'list' && <Undelivered />}
      {shown === 'list' && <PeopleList persons={persons} selected={thing} />}
      {shown === 'mandates' && <MandatesView />}
      {shown === 'talks' && <Guidance tool="conversation" />}
      {shown === 'talks' && <TalkList />}
      {shown === 'membership' && <MembershipView persons={persons} />}
      {shown === 'protection' && <ProtectionView persons={persons} />}
      {thing !== undefined && !isTalk && !isMandate && (
        <InPanel>
          <PersonPanel key={thing} id={thing} onClose={close} />
        </InPanel>
      )}
      {isMandate && (
        <InPanel>
          <MandatePanel key={thing} id={thing} onClose={close} />
        </InPanel>
      )}
      {thing !== undefined && view.get(thing)?.type === 'conversation' && (
        <InPanel>
          <RecordPanel declaration={conversation} id={thing} onClose={close} />
        </InPanel>
      )}
    </>
  );
}
