import type { MapReader } from '@tablee/domain/modules/actor';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { useOpenSpace, useYou } from '#sync/use-space.ts';
import { type FieldFault, Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import css from './working-map.module.css';

type Way = 'read' | 'write';

/** Whom the owner of a working map names, person by person: roles and circles give no access. */
export function ReadersForm(props: {
  readonly readers: readonly MapReader[];
  readonly onSave: (readers: readonly MapReader[]) => Promise<void>;
  readonly onCancel: () => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const { store } = useOpenSpace();
  const you = useYou();
  const [ways, setWays] = useState<ReadonlyMap<string, Way>>(
    new Map(props.readers.map(({ person, writes }) => [person, writes ? 'write' : 'read'])),
  );
  const { compare } = new Intl.Collator(locale);
  const people = (store.readers['partners'] ?? [])
    .filter((id) => id !== you?.person)
    .map((id) => ({ id, name: store.person(id)?.name ?? t('record.somebody') }))
    .sort((a, b) => compare(a.name, b.name));
  const choose = (id: string, way: string): void => {
    const next = new Map(ways);
    if (way === 'read' || way === 'write') next.set(id, way);
    else next.delete(id);
    setWays(next);
  };
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    await props.onSave([...ways].map(([person, way]) => ({ person, writes: way === 'write' })));
    return undefined;
  };
  return (
    <Form
      label={t('map.working.readers-title')}
      submit={t('map.working.readers-save')}
      onSubmit={submit}
      onCancel={props.onCancel}
    >
      <h2>{t('map.working.readers-title')}</h2>
      <Note>{t('map.working.readers-note')}</Note>
      <div className={css['people']}>
        {people
          .filter(({ id }) => ways.has(id))
          .map(({ id, name }) => (
            <SelectField
              key={id}
              label={t('map.working.may', { name })}
              value={ways.get(id) ?? ''}
              onChange={(way) => choose(id, way)}
              none={t('map.working.may.none')}
              options={(['read', 'write'] as const).map((value) => ({
                value,
                label: t(`map.working.may.${value}`),
              }))}
            />
          ))}
      </div>
      <SelectField
        label={t('map.working.add-reader')}
        value=""
        onChange={(id) => id !== '' && choose(id, 'read')}
        none={t('map.working.nobody-more')}
        options={people.filter(({ id }) => !ways.has(id)).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form>
  );
}
