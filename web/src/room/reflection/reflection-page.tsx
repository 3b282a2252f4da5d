import { addRecord } from '@tablee/domain/kernel';
import { flagsFor } from '@tablee/domain/modules/flag';
import { caughtLines, meetings } from '@tablee/domain/modules/meeting';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note, Stack } from '#page/note.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useAct, useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Link } from '#ui/link.tsx';
import { useLocation } from '#ui/location.ts';
import { PageHead } from '#ui/page-head.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { useChanges } from './use-changes.ts';

/** Meetings shown: enough to see the rhythm; the others are in their own place. */
const SHOWN = 5;

/** What works, what sticks, what we change: sessions are meetings, and this page keeps what they changed. */
export default function ReflectionPage(): ReactNode {
  const view = useView();
  const you = useYou();
  const { t, locale } = useLocale();
  const readers = useReaders('partners');
  const prepare = usePrepare();
  const changes = useChanges();
  const who = { organisation: you?.organisation, roles: you?.roles ?? [] };
  const flags = flagsFor(view, who, today(), locale).open.filter((flag) => flag.entries.length === 0);
  return (
    <>
      <PageHead
        title={t('progress.reflection')}
        opening={t('progress.reflection-opening', { changes: changes.length, open: flags.length })}
        readers={readers}
        action={
          <ActionButton kind="primary" onPress={() => void prepare()}>
            {t('progress.reflection-prepare')}
          </ActionButton>
        }
      />
      <Stack>
        <Note>{t('progress.reflection-empty')}</Note>
        <Changes />
        {flags.length > 0 && (
          <Section title={t('progress.reflection-flags')} id="flags">
            <FlagLinks flags={flags.map((flag) => ({ id: flag.id, sentence: flag.sentence.text }))} />
          </Section>
        )}
        <Held />
      </Stack>
    </>
  );
}

/** A meeting with the three questions on its agenda, opened at once so that its date can be set. */
const usePrepare = (): (() => Promise<void>) => {
  const act = useAct();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const [, go] = useLocation();
  return async () => {
    const meeting = act.newId();
    const text = (said: string) => ({ lang: locale, text: said });
    await act.issue(
      addRecord(
        act.ticket(),
        'meeting',
        { entity: meeting, circle: 'partners' },
        {
          title: text(t('progress.reflection-title')),
          purpose: text(t('progress.reflection-purpose')),
          state: 'planned',
          minutesLong: 120,
        },
      ),
    );
    const questions = ['works', 'sticks', 'change'] as const;
    for (const [index, question] of questions.entries())
      await act.issue(
        addRecord(
          act.ticket(),
          'agendaItem',
          { entity: act.newId(), circle: 'partners' },
          {
            meeting,
            title: text(t(`progress.reflection-${question}`)),
            order: index + 1,
            minutes: 40,
            wanted: question === 'change' ? 'decide' : 'discuss',
          },
        ),
      );
    go(addressOf(store.space, 'meetings', meeting));
  };
};

function Changes(): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const changes = useChanges();
  return (
    <Section title={t('progress.reflection-changes')} id="changes">
      {changes.length === 0 ? (
        <Note>{t('progress.reflection-none')}</Note>
      ) : (
        <SentenceList
          labelledBy="changes"
          items={changes.map((change) => ({
            key: change.key,
            text: change.text,
            ...(change.note === undefined ? {} : { note: change.note }),
            when: format.date(change.at.slice(0, 10)),
          }))}
        />
      )}
    </Section>
  );
}

function FlagLinks(props: {
  readonly flags: readonly { readonly id: string; readonly sentence: string }[];
}): ReactNode {
  const { store } = useOpenSpace();
  const format = useFormat();
  return (
    <SentenceList
      labelledBy="flags"
      items={props.flags.map((flag) => ({
        key: flag.id,
        sign: <Icon name="pennant" />,
        text: <Link href={addressOf(store.space, 'flags', flag.id)}>{format.text(flag.sentence)}</Link>,
      }))}
    />
  );
}

function Held(): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const held = meetings(view, locale).filter((line) => line.state === 'held');
  if (held.length === 0) return null;
  return (
    <Section title={t('progress.reflection-meetings')} id="held">
      <SentenceList
        labelledBy="held"
        items={held.slice(0, SHOWN).map((line) => {
          const caught = caughtLines(view, line.id, locale);
          return {
            key: line.id,
            text: (
              <Link href={addressOf(store.space, 'meetings', line.id)}>
                {format.text(line.title || t('record.untitled'))}
              </Link>
            ),
            note: t('progress.reflection-caught', {
              decisions: caught.filter((each) => each.kind === 'decision').length,
              actions: caught.filter((each) => each.kind === 'action').length,
            }),
            ...(line.instant === undefined ? {} : { when: format.date(line.instant.slice(0, 10)) }),
          };
        })}
      />
    </Section>
  );
}
