import { textIn } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import {
  conversation,
  engagement,
  expiresSoon,
  type HeldNote,
  NOTE_MONTHS,
  quietContacts,
  shareNote,
  talks,
} from '@tablee/domain/modules/conversation';
import { addMonths, recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { HeldFiles } from '#note/held-files.tsx';
import { LogForm } from '#note/log-form.tsx';
import { useNoteKeeper, useNotes } from '#note/use-notes.ts';
import { today as dayHere } from '#page/clock.ts';
import { useCircles } from '#register/use-circles.ts';
import { useAct, useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { CircleSelector } from '#ui/circle-selector.tsx';
import { Form } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { Link } from '#ui/link.tsx';
import { Prose } from '#ui/prose.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';

/** Conversations, my own notes and those that were shared, the latest first; then contacts gone quiet. */
export function TalkList(): ReactNode {
  const view = useView();
  const notes = useNotes();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const today = dayHere();
  const all = talks(view, notes);
  const quiet = quietContacts(view, today, notes);
  if (all.length === 0) return <EmptyState>{t('people.talks-empty')}</EmptyState>;
  return (
    <>
      <SentenceList
        label={t('people.view.talks')}
        items={all.map((talk) => {
          const held = notes.find(({ id }) => id === talk.id);
          const shared = recordIn(view, conversation.name, talk.id);
          const text = shared === undefined ? undefined : textIn(shared, 'text', locale);
          const organisation = actorName(view, talk.organisation);
          // Whom one spoke with may be erased, or was never noted.
          const name = format.text(talk.withName) || (organisation ?? t('record.untitled'));
          return {
            key: talk.id,
            sign: <Icon name={talk.mine ? 'lock' : 'people'} size={18} />,
            text: held ? (
              <strong>{name}</strong>
            ) : (
              <Link href={`${addressOf(store.space, 'people', talk.id)}?view=talks`} replace>
                {name}
              </Link>
            ),
            note: format.text(
              [
                t(talk.mine ? 'people.mine' : 'people.shared'),
                ...(organisation === undefined ? [] : [organisation]),
                ...(talk.followUp === undefined
                  ? []
                  : [t('people.follow-on', { date: format.date(talk.followUp) })]),
              ].join(' · '),
            ),
            state: held ? <Mine held={held} /> : text && <Prose text={text.text} lang={text.lang} />,
            ...(talk.on === undefined ? {} : { when: format.date(talk.on, { withoutYear: true }) }),
          };
        })}
      />
      <EngagementSection />
      {quiet.length > 0 && (
        <Section title={t('people.quiet')} id="quiet">
          <SentenceList
            form="plain"
            labelledBy="quiet"
            items={quiet.map((contact) => ({
              key: contact.organisation,
              text: t('people.quiet-row', { name: contact.name, date: format.date(contact.last) }),
            }))}
          />
        </Section>
      )}
    </>
  );
}

/** How often I spoke with whom over a year, from my notes and what was shared with me: a sentence, and a stroke per month. */
function EngagementSection(): ReactNode {
  const view = useView();
  const notes = useNotes();
  const { t } = useLocale();
  const format = useFormat();
  const lines = engagement(view, dayHere(), notes);
  if (lines.length === 0) return null;
  return (
    <Section title={t('people.engagement')} id="engagement">
      <p className="note">{t('people.engagement-mine')}</p>
      <SentenceList
        form="plain"
        labelledBy="engagement"
        items={lines.map((line) => ({
          key: line.organisation,
          text: format.text(t('people.engagement-row', { name: line.name, n: line.total })),
          state: <MonthStrokes months={line.months} />,
        }))}
      />
    </Section>
  );
}

const STROKE = { step: 12, unit: 5, height: 26 };

/** Twelve strokes, one per month and higher with each talk; what they say is said in the sentence beside them. */
function MonthStrokes({ months }: { readonly months: readonly number[] }): ReactNode {
  const { step, unit, height } = STROKE;
  return (
    <svg aria-hidden="true" focusable="false" width={months.length * step} height={height + 2}>
      {months.map((talks, at) => (
        <path
          key={`${at}`}
          d={`M${at * step + 4} ${height}v${-Math.min(height - 2, 1 + talks * unit)}`}
          stroke="currentColor"
          strokeWidth={talks === 0 ? 1 : 4}
        />
      ))}
    </svg>
  );
}

function Mine({ held }: { readonly held: HeldNote }): ReactNode {
  const { id, note } = held;
  const { t } = useLocale();
  const format = useFormat();
  const keeper = useNoteKeeper();
  const [open, setOpen] = useState<'share' | 'edit' | 'drop'>();
  const close = (): void => setOpen(undefined);
  if (open === 'edit') return <LogForm held={held} onDone={close} onCancel={close} />;
  if (open === 'share') return <Share held={held} onDone={close} />;
  return (
    <>
      {note.text !== '' && <Prose text={note.text} lang={note.lang} />}
      {note.files !== undefined && <HeldFiles item={id} files={note.files} />}
      {expiresSoon(note, dayHere()) && (
        <p className="note">
          {t('people.expires', { date: format.date(note.expires) })}{' '}
          <ActionButton
            kind="quiet"
            onPress={() => void keeper.keep({ ...note, expires: addMonths(dayHere(), NOTE_MONTHS) }, id)}
          >
            {t('people.keep-longer')}
          </ActionButton>
        </p>
      )}
      {open === 'drop' ? (
        <ActionRow>
          <ActionButton onPress={() => void keeper.drop(id)}>{t('people.drop-yes')}</ActionButton>
          <ActionButton kind="quiet" onPress={close}>
            {t('ui.cancel')}
          </ActionButton>
        </ActionRow>
      ) : (
        <ActionRow>
          {note.followUp !== undefined && note.followedUp !== true && (
            <ActionButton kind="quiet" onPress={() => void keeper.keep({ ...note, followedUp: true }, id)}>
              {t('people.followed-up')}
            </ActionButton>
          )}
          <ActionButton kind="quiet" onPress={() => setOpen('share')}>
            {t('people.share')}
          </ActionButton>
          <ActionButton kind="quiet" onPress={() => setOpen('edit')}>
            {t('record.edit')}
          </ActionButton>
          <ActionButton kind="quiet" onPress={() => setOpen('drop')}>
            {t('people.drop')}
          </ActionButton>
        </ActionRow>
      )}
    </>
  );
}

/** Sharing is a deliberate act: who will see it is said first, and copies may stay with them. */
function Share({ held, onDone }: { readonly held: HeldNote; readonly onDone: () => void }): ReactNode {
  const act = useAct();
  const you = useYou();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const keeper = useNoteKeeper();
  const circles = useCircles().filter((circle) => circle.id !== 'public');
  const [circle, setCircle] = useState(circles[0]?.id ?? conversation.circle);
  const [keeps, setKeeps] = useState(true);
  const names = (store.readers[circle] ?? []).map((id) => store.person(id)?.name ?? t('record.somebody'));
  return (
    <Form
      label={t('people.share')}
      submit={t('people.share-do')}
      onCancel={onDone}
      onSubmit={async () => {
        await act.issue(
          shareNote(act.ticket(), held.note, { entity: act.newId(), circle, by: you?.person ?? '' }),
        );
        if (!keeps) await keeper.drop(held.id);
        onDone();
        return undefined;
      }}
    >
      <CircleSelector circles={circles} value={circle} onChange={setCircle} label={t('people.share-who')} />
      <p>
        <strong>{t('people.share-readers', { names: names.join(', ') })}</strong>{' '}
        {t('people.share-explained')} {held.note.files !== undefined && t('people.share-files')}
      </p>
      <label>
        <input type="checkbox" checked={keeps} onChange={(event) => setKeeps(event.target.checked)} />{' '}
        {t('people.share-keep')}
      </label>
    </Form>
  );
}
