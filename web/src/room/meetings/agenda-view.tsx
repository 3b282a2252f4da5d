import { addRecord, changeRecord, type RecordEntity, removeRecord, valueOf } from '@tablee/domain/kernel';
import { type AgendaLine, agenda, agendaItem, meeting, WANTED } from '@tablee/domain/modules/meeting';
import { recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { RecordForm } from '#register/record-form.tsx';
import { useAct, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { clockAt } from './clock.ts';
import css from './meetings.module.css';
import { Proposals } from './proposals.tsx';

/** What the meeting is about, in its order with its times; what is open elsewhere is taken over in one step. */
export function AgendaView({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const lines = agenda(view, entity.id, locale);
  return (
    <>
      <Section title={t('meeting.agenda')} id="agenda">
        {lines.length === 0 ? (
          <p className="note">{t('meeting.agenda-empty')}</p>
        ) : (
          <ol className={css['agenda']}>
            {lines.map((line, index) => (
              <Item key={line.id} meetingEntity={entity} lines={lines} index={index} />
            ))}
          </ol>
        )}
        <div data-screen>
          <ForWriters>
            <QuickItem entity={entity} order={lines.length + 1} />
          </ForWriters>
        </div>
      </Section>
      <ForWriters>
        <Proposals entity={entity} order={lines.length + 1} isEmpty={lines.length === 0} />
      </ForWriters>
    </>
  );
}

function Item(props: {
  readonly meetingEntity: RecordEntity;
  readonly lines: readonly AgendaLine[];
  readonly index: number;
}): ReactNode {
  const { lines, index } = props;
  const view = useView();
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const line = lines[index];
  const entity = recordIn(view, 'agendaItem', line?.id);
  if (line === undefined || entity === undefined) return null;
  const start = clockAt(valueOf(meeting, props.meetingEntity, 'moment'), line.startsAt);
  const swap = async (other: number): Promise<void> => {
    // Whole places are written, so that lines that never had one keep their order too.
    const moved = lines.map((each) => each.id);
    const [own] = moved.splice(index, 1);
    if (own !== undefined) moved.splice(other, 0, own);
    for (const [place, id] of moved.entries()) {
      const held = recordIn(view, 'agendaItem', id);
      if (held !== undefined && valueOf(agendaItem, held, 'order') !== place + 1)
        await act.issue(changeRecord(act.ticket(), held, { order: place + 1 }));
    }
  };
  const wanted = Object.entries(WANTED).find(([key]) => key === line.wanted)?.[1][locale];
  const details = [
    ...(start === undefined ? [] : [format.time(start.instant, start.zone)]),
    ...(line.minutes === undefined ? [] : [t('meeting.minutes-long', { n: line.minutes })]),
    ...(wanted === undefined ? [] : [wanted]),
    ...(line.outcome === undefined ? [] : [format.text(line.outcome)]),
  ];
  return (
    <li>
      <p>{format.text(line.title)}</p>
      {details.length > 0 && <p className="note">{details.join(' · ')}</p>}
      {editing ? (
        <RecordForm
          declaration={agendaItem}
          entity={entity}
          fields={['title', 'minutes', 'wanted', 'outcome']}
          onDone={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div className={css['acts']} data-screen>
          <ForWriters>
            <ActionButton kind="quiet" onPress={() => setEditing(true)}>
              {t('record.edit')}
            </ActionButton>
            {index > 0 && (
              <ActionButton kind="quiet" onPress={() => void swap(index - 1)}>
                {t('meeting.earlier')}
              </ActionButton>
            )}
            <ActionButton kind="quiet" onPress={() => void act.issue(removeRecord(act.ticket(), entity))}>
              {t('meeting.take-off')}
            </ActionButton>
          </ForWriters>
        </div>
      )}
    </li>
  );
}

/** A question per line; Enter adds it and stays for the next. */
function QuickItem({ entity, order }: { readonly entity: RecordEntity; readonly order: number }): ReactNode {
  const { t, locale } = useLocale();
  const act = useAct();
  const [title, setTitle] = useState('');
  const [minutes, setMinutes] = useState('');
  return (
    <Form
      label={t('meeting.add-item')}
      submit={t('meeting.add-item')}
      onSubmit={async () => {
        if (title.trim() === '') return [{ name: 'title', message: t('record.expected.something') }];
        const length = Number(minutes);
        await act.issue(
          addRecord(
            act.ticket(),
            'agendaItem',
            { entity: act.newId(), circle: entity.circle },
            {
              meeting: entity.id,
              title: { lang: locale, text: title.trim() },
              order,
              ...(Number.isInteger(length) && length > 0 && length <= 1_440 ? { minutes: length } : {}),
            },
          ),
        );
        setTitle('');
        setMinutes('');
        return undefined;
      }}
    >
      <div className={css['line']}>
        <TextField
          name="title"
          label={t('meeting.item-title')}
          value={title}
          onChange={setTitle}
          maxLength={500}
        />
        <TextField
          name="minutes"
          label={t('meeting.item-minutes')}
          inputMode="numeric"
          size={4}
          value={minutes}
          onChange={(text) => setMinutes(text.replace(/\D/g, ''))}
        />
      </div>
    </Form>
  );
}
