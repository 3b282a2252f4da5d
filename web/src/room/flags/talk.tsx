import { addRecord } from '@tablee/domain/kernel';
import type { Flag } from '@tablee/domain/modules/flag';
import { agenda, type MeetingLine, nextMeeting } from '@tablee/domain/modules/meeting';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now } from '#page/clock.ts';
import { Note } from '#page/note.tsx';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Form } from '#ui/form.tsx';
import { PanelSection } from '#ui/side-panel.tsx';

/** Talking about it first: a point on the agenda of the next meeting, with the flag as its source. */
export function Talk({ flag, onDone }: { readonly flag: Flag; readonly onDone: () => void }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const next = nextMeeting(view, now(), locale);
  const partner = flag.audience.first === 'partner';
  return (
    <PanelSection title={t('flag.talk')}>
      {partner && (
        <>
          <Note>{t('flag.talk-all-read')}</Note>
          <ActionButton kind="quiet" href={addressOf(store.space, 'people')}>
            {t('flag.talk-call')}
          </ActionButton>
        </>
      )}
      {next === undefined ? (
        <>
          <p>{t('flag.talk-none')}</p>
          <ActionButton kind="primary" href={addressOf(store.space, 'meetings')}>
            {t('flag.talk-prepare')}
          </ActionButton>
        </>
      ) : (
        <OnAgenda flag={flag} next={next} onDone={onDone}>
          <p>
            {t('flag.talk-next', {
              meeting: format.text(next.title),
              when: next.instant === undefined ? '' : format.moment(next.instant, next.zone),
            })}
          </p>
        </OnAgenda>
      )}
    </PanelSection>
  );
}

function OnAgenda(props: {
  readonly flag: Flag;
  readonly next: MeetingLine;
  readonly onDone: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { flag, next } = props;
  const view = useView();
  const act = useAct();
  const { t, locale } = useLocale();
  const put = async (): Promise<undefined> => {
    const item = act.newId();
    const order = agenda(view, next.id, locale).length + 1;
    await act.issue(
      addRecord(
        act.ticket(),
        'agendaItem',
        { entity: item, circle: 'partners' },
        {
          meeting: next.id,
          title: { lang: locale, text: flag.sentence.text.slice(0, 500) },
          wanted: 'discuss',
          order,
          from: flag.about,
        },
      ),
    );
    await act.command(
      'flag.talk',
      { entity: act.newId(), circle: 'partners' },
      {
        flag: flag.id,
        meeting: next.id,
        agendaItem: item,
      },
    );
    props.onDone();
    return undefined;
  };
  return (
    <Form label={t('flag.talk')} submit={t('flag.talk-do')} onSubmit={put} onCancel={props.onDone}>
      {props.children}
    </Form>
  );
}
