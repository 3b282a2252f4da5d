import { type PersonCard, path } from '@tablee/domain/protocol';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { request } from '#sync/api.ts';
import { useOpenSpace } from '#sync/use-space.ts';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import { tryRequest } from './try-request.ts';

const FIELDS = ['name', 'designation', 'phone', 'email'] as const;

/**
 * A person's card in the vault: added with the reason for keeping the name, or changed. It lives outside the record
 * of the partnership, so that it can be erased; it needs the server.
 */
export function CardForm(props: {
  readonly card?: PersonCard;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { card } = props;
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const [draft, setDraft] = useState({
    name: card?.name ?? '',
    designation: card?.designation ?? '',
    phone: card?.phone ?? '',
    email: card?.email ?? '',
  });
  const [purpose, setPurpose] = useState('');
  const submit = async () => {
    if (draft.name.trim() === '') return [{ name: 'name', message: t('people.name-missing') }];
    if (card === undefined && purpose.trim() === '')
      return [{ name: 'purpose', message: t('people.purpose-missing') }];
    const written = Object.fromEntries(FIELDS.map((field) => [field, draft[field].trim() || null]));
    return tryRequest('name', { t }, async () => {
      if (card === undefined)
        await request('POST', path.people(store.space), { ...written, purpose: purpose.trim() });
      else await request('PATCH', `${path.people(store.space)}/${card.id}`, written);
      props.onDone();
    });
  };
  return (
    <Form
      label={t('people.card')}
      submit={t(card === undefined ? 'people.add' : 'record.save')}
      onSubmit={submit}
      onCancel={props.onCancel}
    >
      {FIELDS.map((field) => (
        <TextField
          key={field}
          name={field}
          label={t(`people.field.${field}`)}
          value={draft[field]}
          onChange={(text) => setDraft({ ...draft, [field]: text })}
          maxLength={300}
          {...(field === 'name' ? { autoFocus: true } : { optional: true })}
          {...(field === 'email' ? { type: 'email' as const } : {})}
          {...(field === 'phone' ? { type: 'tel' as const } : {})}
        />
      ))}
      {card === undefined && (
        <TextField
          name="purpose"
          label={t('people.purpose')}
          hint={t('people.purpose-hint')}
          value={purpose}
          onChange={setPurpose}
          maxLength={300}
        />
      )}
    </Form>
  );
}
