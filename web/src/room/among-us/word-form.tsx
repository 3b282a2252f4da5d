import { textOf } from '@tablee/domain/kernel';
import type { Group, GroupPosition } from '@tablee/domain/modules/group';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useQuestions } from './about.tsx';
import { useGroupAct } from './use-group.ts';

/** Words a position: a first version with its question, or the next one on what its author has in front of them. */
export function WordForm(props: {
  readonly held: Running<Group>;
  readonly position?: GroupPosition;
  readonly onDone: () => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const group = useGroupAct(props.held);
  const questions = useQuestions();
  const [seen] = useState(props.position);
  const version = seen?.versions.at(-1);
  const lang = version?.lang ?? locale;
  const [about, setAbout] = useState('');
  const [title, setTitle] = useState('');
  const [text, setText] = useState(textOf(version?.text ?? undefined) ?? '');
  const submit = async () => {
    if (seen === undefined && title.trim() === '' && about === '')
      return [{ name: 'title', message: t('group.title-missing') }];
    if (text.trim() === '') return [{ name: 'text', message: t('record.expected.something') }];
    const question = questions.find(({ value }) => value === about)?.label.slice(0, 300);
    const named = title.trim() === '' ? question : title.trim();
    await group.do('word', {
      position: seen?.id ?? group.newId(),
      after: version?.number ?? 0,
      lang,
      text: text.trim(),
      ...(about === '' ? {} : { about }),
      ...(seen !== undefined || named === undefined ? {} : { title: named }),
    });
    props.onDone();
    return undefined;
  };
  return (
    <Form
      label={t(seen === undefined ? 'group.word' : 'wording.propose')}
      submit={t('wording.propose-do')}
      onSubmit={submit}
      onCancel={props.onDone}
    >
      {seen === undefined && questions.length > 0 && (
        <SelectField
          label={t('group.about-what')}
          none={t('group.about-other')}
          options={questions}
          value={about}
          onChange={setAbout}
        />
      )}
      {seen === undefined && about === '' && (
        <TextField
          name="title"
          label={t('group.position-title')}
          value={title}
          onChange={setTitle}
          maxLength={300}
        />
      )}
      <TextField
        name="text"
        label={t('wording.text')}
        hint={t('group.text-hint')}
        rows={6}
        value={text}
        onChange={setText}
        lang={lang}
        maxLength={20_000}
        shared
      />
    </Form>
  );
}
