import { textOf } from '@tablee/domain/kernel';
import { type Group, isInOffice } from '@tablee/domain/modules/group';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './among-us.module.css';
import { delegateName } from './delegates-text.ts';
import { PublishDelegates } from './publish.tsx';
import { useGroupAct, useMembers, useNameOf } from './use-group.ts';

interface Held {
  readonly held: Running<Group>;
}

/** Who speaks for the group, on what and until when; the list leaves the room only when it is published. */
export function Delegates({ held }: Held): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const nameOf = useNameOf();
  const group = useGroupAct(held);
  const [open, setOpen] = useState<'name' | 'publish'>();
  const close = (): void => setOpen(undefined);
  const day = today();
  const running = held.state.closed === null;
  const inOffice = held.state.delegates.filter((delegate) => isInOffice(delegate, day));
  return (
    <Section title={t('group.delegates')} id="delegates">
      {held.state.delegates.length === 0 && <p className="note">{t('group.delegates-empty')}</p>}
      <SentenceList
        labelledBy="delegates"
        items={held.state.delegates.map((delegate) => {
          const now = isInOffice(delegate, day);
          const end = delegate.endedOn ?? delegate.until;
          const task = textOf(delegate.task ?? undefined);
          const term =
            end === null
              ? t('group.no-end')
              : t(now ? 'group.until' : 'group.ended', { date: format.date(end) });
          return {
            key: delegate.id,
            text: format.text(delegateName(delegate, nameOf)),
            note: format.text([...(task === undefined ? [] : [task]), term].join(' · ')),
            action: now && running && (
              <ActionButton
                kind="quiet"
                onPress={() => void group.do('endDelegate', { delegate: delegate.id, on: day })}
              >
                {t('group.end-delegate')}
              </ActionButton>
            ),
          };
        })}
      />
      {open === 'name' && <NameForm held={held} onDone={close} />}
      {open !== 'name' && running && (
        <div className={css['acts']}>
          <ActionRow>
            <ActionButton onPress={() => setOpen('name')}>{t('group.name-delegate')}</ActionButton>
            {inOffice.length > 0 && (
              <ForWriters>
                <ActionButton kind="quiet" onPress={() => setOpen('publish')}>
                  {t('group.publish-delegates')}
                </ActionButton>
              </ForWriters>
            )}
          </ActionRow>
        </div>
      )}
      {open === 'publish' && <PublishDelegates held={held} onDone={close} />}
    </Section>
  );
}

function NameForm({ held, onDone }: Held & { readonly onDone: () => void }): ReactNode {
  const { t } = useLocale();
  const group = useGroupAct(held);
  const members = useMembers();
  const [person, setPerson] = useState('');
  const [name, setName] = useState('');
  const [task, setTask] = useState('');
  const [until, setUntil] = useState('');
  const submit = async () => {
    if (person === '' && name.trim() === '') return [{ name: 'name', message: t('group.delegate-missing') }];
    await group.do('nameDelegate', {
      delegate: group.newId(),
      from: today(),
      ...(person === '' ? { name: name.trim() } : { person }),
      ...(task.trim() === '' ? {} : { task: task.trim() }),
      ...(until.length === 10 ? { until } : {}),
    });
    onDone();
    return undefined;
  };
  return (
    <Form
      label={t('group.name-delegate')}
      submit={t('group.name-delegate')}
      onSubmit={submit}
      onCancel={onDone}
    >
      <SelectField
        label={t('group.delegate')}
        none={t('group.delegate-other')}
        options={members}
        value={person}
        onChange={setPerson}
      />
      {person === '' && (
        <TextField
          name="name"
          label={t('group.delegate-name')}
          value={name}
          onChange={setName}
          maxLength={300}
        />
      )}
      <TextField
        label={t('group.delegate-task')}
        value={task}
        onChange={setTask}
        maxLength={1_000}
        optional
      />
      <DateField label={t('group.term')} value={until} onChange={setUntil} precisions={['day']} optional />
    </Form>
  );
}
