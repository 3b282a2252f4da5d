import { PARTNERS } from '@tablee/domain/kernel';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { useAct, useYou } from '#sync/use-space.ts';
import { ChoiceMany } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useMemberOptions } from './plan-naming.tsx';

/** Opens a protected circle: its readers are named one by one, and nobody else reads what is kept in it. */
export function ReadersForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const act = useAct();
  const you = useYou();
  const { t } = useLocale();
  const members = useMemberOptions();
  const me = you?.person ?? '';
  const others = members.filter(({ value }) => value !== me);
  const [name, setName] = useState(t('listening.circle-name'));
  const [readers, setReaders] = useState<readonly string[]>([]);
  return (
    <Form
      label={t('listening.rights-readers')}
      submit={t('listening.circle-open')}
      onCancel={onDone}
      onSubmit={async () => {
        if (name.trim() === '') return [{ name: 'name', message: t('record.expected.something') }];
        await act.command(
          'circle.open',
          { entity: act.newId(), circle: PARTNERS },
          { purpose: 'protected', readers: [me, ...readers], name: name.trim() },
        );
        onDone();
        return undefined;
      }}
    >
      <p>{t('listening.circle-explained')}</p>
      <TextField
        name="name"
        label={t('listening.circle-field')}
        value={name}
        onChange={setName}
        maxLength={100}
      />
      {others.length > 0 ? (
        <ChoiceMany
          name="readers"
          label={t('listening.circle-readers')}
          options={others}
          values={readers}
          onChange={setReaders}
        />
      ) : (
        <p className="note">{t('listening.circle-alone')}</p>
      )}
    </Form>
  );
}
