import { type RecordEntity, textIn, titleOf, valueOf } from '@tablee/domain/kernel';
import {
  type AttendanceLine,
  attendanceSheet,
  invitationState,
  meeting,
} from '@tablee/domain/modules/meeting';
import { ACT_WORDS, worded } from '@tablee/domain/modules/request';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { RecordForm } from '#register/record-form.tsx';
import { FieldText } from '#register/show-value.tsx';
import { CopyForWhatsApp } from '#request/copy-for-whatsapp.tsx';
import { useFourLines } from '#request/use-four-lines.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { useName } from './attendance-row.tsx';
import { InviteByLink } from './invite-by-link.tsx';
import css from './meetings.module.css';
import { PollView } from './poll-view.tsx';
import { useTold } from './use-told.ts';

/** The date, what the invitation says, and every way by which it goes out; a change is told again to those who knew. */
export function InvitationView({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const sheet = attendanceSheet(view, entity.id);
  const isPlanned = (valueOf(meeting, entity, 'state') ?? 'planned') === 'planned';
  return (
    <>
      {isPlanned && <PollView entity={entity} />}
      <Says entity={entity} />
      {sheet.lines.length === 0 ? (
        <p>{t('meeting.invite-nobody')}</p>
      ) : (
        <Ways entity={entity} lines={sheet.lines} />
      )}
    </>
  );
}

/** What only the invitation says, beside title, date, place and agenda. */
function Says({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const { t, locale } = useLocale();
  const [editing, setEditing] = useState(false);
  const isEmpty =
    textIn(entity, 'practical', locale) === undefined && textIn(entity, 'costs', locale) === undefined;
  return (
    <Section title={t('meeting.invite-says')} id="says">
      {editing ? (
        <RecordForm
          declaration={meeting}
          entity={entity}
          fields={['practical', 'costs', 'answerBy']}
          onDone={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          {isEmpty && <p className="note">{t('meeting.invite-says-none')}</p>}
          <FieldText entity={entity} field="practical" />
          <FieldText entity={entity} field="costs" />
          <ForWriters>
            <ActionButton kind="quiet" onPress={() => setEditing(true)}>
              {t('meeting.invite-complete')}
            </ActionButton>
          </ForWriters>
        </>
      )}
    </Section>
  );
}

function Ways({
  entity,
  lines,
}: {
  readonly entity: RecordEntity;
  readonly lines: readonly AttendanceLine[];
}): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const nameOf = useName();
  const told = useTold(entity);
  const state = invitationState(view, entity.id);
  const isOff = valueOf(meeting, entity, 'state') === 'cancelled';
  const waiting = lines.filter((line) => !state.told.has(line.id) && (!isOff || state.toTell.has(line.id)));
  const names = waiting
    .map((line) => line.organisationName ?? nameOf(line) ?? t('record.somebody'))
    .join(', ');
  const documents = path.documents(store.space);
  const sentence =
    state.toTell.size > 0
      ? t(isOff ? 'meeting.invite-off' : 'meeting.invite-changed', { n: state.toTell.size })
      : t('meeting.invite-count', { told: state.told.size, all: lines.length });
  return (
    <Section title={t('meeting.invite')} id="invite">
      <p>
        {sentence}{' '}
        {state.last !== undefined && t('meeting.invite-last', { date: format.date(state.last.slice(0, 10)) })}
      </p>
      {waiting.length > 0 && <p className="note">{t('meeting.invite-waiting', { names })}</p>}
      <ForWriters>
        <InviteByLink entity={entity} rows={waiting.map((line) => line.id)} />
      </ForWriters>
      <h3 className={css['way']}>{t('meeting.invite-letters')}</h3>
      <p className="note">{t('meeting.invite-letters-note')}</p>
      <ul className={css['letters']}>
        {lines.map((line) => (
          <li key={line.id}>
            <span>{format.text([line.organisationName, nameOf(line)].filter(Boolean).join(', '))}</span>
            <span>
              <a href={`${documents}/invitation/${entity.id}.docx?lang=${locale}&for=${line.id}`} download>
                DOCX
              </a>
              {' · '}
              <a href={`${documents}/invitation/${entity.id}.pdf?lang=${locale}&for=${line.id}`} download>
                PDF
              </a>
            </span>
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <ForWriters>
          <ActionRow>
            <ActionButton
              onPress={() =>
                void told(
                  'letter',
                  waiting.map((line) => line.id),
                )
              }
            >
              {t('meeting.invite-letters-sent', { n: waiting.length })}
            </ActionButton>
          </ActionRow>
        </ForWriters>
      )}
      <h3 className={css['way']}>{t('meeting.invite-group')}</h3>
      <p className="note">{t('meeting.invite-group-note')}</p>
      <GroupText entity={entity} />
      {valueOf(meeting, entity, 'moment') !== undefined && (
        <p>
          <a href={`${documents}/calendar/${entity.id}.ics?lang=${locale}`} download>
            {t(isOff ? 'meeting.invite-calendar-off' : 'meeting.invite-calendar')}
          </a>
        </p>
      )}
    </Section>
  );
}

/** Four lines for a messenger group: what, when and where, one link. */
function GroupText({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const asks = useFourLines();
  const moment = valueOf(meeting, entity, 'moment');
  const place = valueOf(meeting, entity, 'place')?.name;
  const answerBy = valueOf(meeting, entity, 'answerBy');
  const isOff = valueOf(meeting, entity, 'state') === 'cancelled';
  const when =
    moment === undefined
      ? t('meeting.no-date')
      : format.moment(moment.instant, moment.zone, { weekday: true });
  const text = asks({
    act: isOff ? t('meeting.invite-group-off') : worded(ACT_WORDS.confirmMeeting, locale),
    subject: titleOf(meeting, entity, locale) ?? t('record.untitled'),
    facts: place === undefined ? when : `${when}, ${place}`,
    until: answerBy === undefined || isOff ? undefined : format.date(answerBy),
    tells: isOff,
    href: addressOf(store.space, 'meetings', entity.id),
    circle: entity.circle,
  });
  return <CopyForWhatsApp text={text} shown />;
}
