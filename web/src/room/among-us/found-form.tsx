import { PARTNER_ROLES } from '@tablee/domain/kernel';
import { GROUP_KIND, type GroupKind } from '@tablee/domain/modules/group';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, useYou } from '#sync/use-space.ts';
import { Choice, ChoiceMany } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useMembers } from './use-group.ts';

const KINDS = ['constituency', 'organisation'] as const;

/** Opens a room of our own: its name, who is in it, what it may speak on. Its circle is opened with it. */
export function FoundForm(props: {
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const act = useAct();
  const you = useYou();
  const members = useMembers().filter(({ value }) => value !== you?.person);
  const speaks = you?.organisation !== undefined && PARTNER_ROLES.some((role) => you.roles.includes(role));
  const [name, setName] = useState('');
  const [kind, setKind] = useState<GroupKind>('constituency');
  const [people, setPeople] = useState<readonly string[]>([]);
  const [mandate, setMandate] = useState('');
  const submit = async () => {
    if (name.trim() === '') return [{ name: 'name', message: t('group.name-missing') }];
    if (you === undefined) return [{ name: 'name', message: t('group.not-yet') }];
    const [circle, id] = [act.newId(), act.newId()];
    const readers = [you.person, ...people];
    const opening = { purpose: 'group', readers, name: name.trim() };
    await act.command('circle.open', { entity: circle, circle: 'partners' }, opening);
    await act.command(
      'group.found',
      { entity: id, circle },
      {
        kind,
        name: name.trim(),
        ...(kind === 'organisation' && you.organisation !== undefined
          ? { organisation: you.organisation }
          : {}),
        ...(mandate.trim() === '' ? {} : { mandate: mandate.trim() }),
      },
    );
    props.onDone(id);
    return undefined;
  };
  return (
    <Form label={t('group.found')} submit={t('group.found')} onSubmit={submit} onCancel={props.onCancel}>
      <p>{t('group.found-explained')}</p>
      <TextField
        name="name"
        label={t('group.name')}
        hint={t('group.name-hint')}
        value={name}
        onChange={setName}
        maxLength={300}
        autoFocus
      />
      {speaks && (
        <Choice
          label={t('group.kind')}
          options={KINDS.map((value) => ({ value, label: format.text(GROUP_KIND[value][locale]) }))}
          value={kind}
          onChange={setKind}
        />
      )}
      <ChoiceMany
        label={t('group.members')}
        hint={t('group.members-hint')}
        options={members}
        values={people}
        onChange={setPeople}
      />
      <TextField
        label={t('group.mandate')}
        hint={t('group.mandate-hint')}
        rows={3}
        value={mandate}
        onChange={setMandate}
        maxLength={5_000}
        optional
      />
    </Form>
  );
}
