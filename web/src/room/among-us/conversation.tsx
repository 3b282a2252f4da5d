import { textOf } from '@tablee/domain/kernel';
import { type Group, type GroupMessage, type Thread, threads } from '@tablee/domain/modules/group';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { ActionButton } from '#ui/action-button.tsx';
import { Form } from '#ui/form.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './among-us.module.css';
import { useGroupAct, useNameOf } from './use-group.ts';

/** The group's conversation: the thread with the latest word first, answers under what they answer. */
export function Conversation({ held }: { readonly held: Running<Group> }): ReactNode {
  const { t } = useLocale();
  const found = threads(held.state);
  return (
    <Section title={t('group.view.talk')} id="talk">
      {held.state.closed === null && <Say held={held} />}
      {found.length === 0 && <p className="note">{t('group.talk-empty')}</p>}
      <ol className={css['threads']} aria-labelledby="talk">
        {found.map((thread) => (
          <li key={thread.opening.id}>
            <ThreadView held={held} thread={thread} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function ThreadView({ held, thread }: { readonly held: Running<Group>; readonly thread: Thread }): ReactNode {
  const { t } = useLocale();
  const [answering, setAnswering] = useState(false);
  const line = useLine();
  return (
    <>
      <SentenceList form="plain" label={t('group.thread')} items={[thread.opening].map(line)} />
      <div className={css['answers']}>
        {thread.answers.length > 0 && (
          <SentenceList form="plain" label={t('group.answers')} items={thread.answers.map(line)} />
        )}
        {held.state.closed === null &&
          (answering ? (
            <Say held={held} answers={thread.opening.id} onDone={() => setAnswering(false)} />
          ) : (
            <ActionButton kind="quiet" onPress={() => setAnswering(true)}>
              {t('group.answer')}
            </ActionButton>
          ))}
      </div>
    </>
  );
}

const useLine = () => {
  const { t } = useLocale();
  const format = useFormat();
  const nameOf = useNameOf();
  return (message: GroupMessage) => {
    const said = textOf(message.text ?? undefined);
    return {
      key: message.id,
      text: (
        <span className={css['words']}>{said === undefined ? t('group.erased') : format.text(said)}</span>
      ),
      note: `${nameOf(message.by)}, ${format.moment(message.at)}`,
    };
  };
};

function Say(props: {
  readonly held: Running<Group>;
  readonly answers?: string;
  readonly onDone?: () => void;
}): ReactNode {
  const { answers } = props;
  const { t } = useLocale();
  const group = useGroupAct(props.held);
  const [text, setText] = useState('');
  const submit = async () => {
    if (text.trim() === '') return [{ name: 'text', message: t('record.expected.something') }];
    const answering = answers === undefined ? {} : { answers };
    await group.do('say', { message: group.newId(), text: text.trim(), ...answering });
    setText('');
    props.onDone?.();
    return undefined;
  };
  return (
    <Form
      label={t(answers === undefined ? 'group.say' : 'group.answer')}
      submit={t('group.send')}
      onSubmit={submit}
      {...(props.onDone ? { onCancel: props.onDone } : {})}
    >
      <TextField
        name="text"
        label={t(answers === undefined ? 'group.say' : 'group.answer')}
        rows={answers === undefined ? 3 : 2}
        value={text}
        onChange={setText}
        maxLength={5_000}
        autoFocus={answers !== undefined}
      />
    </Form>
  );
}
