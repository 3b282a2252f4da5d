import {
  BARRIER_KIND,
  type BarrierKind,
  LEANING,
  type Leaning,
  type WorkingEntry,
} from '@tablee/domain/modules/actor';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { ActionButton } from '#ui/action-button.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Facts } from '#ui/side-panel.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { MapEntry } from './map-entry.ts';
import css from './working-map.module.css';

const isLeaning = (value: string): value is Leaning => Object.hasOwn(LEANING, value);
const isBarrierKind = (value: string): value is BarrierKind => Object.hasOwn(BARRIER_KIND, value);

interface FormProps {
  readonly held: WorkingEntry;
  readonly others: readonly MapEntry[];
  /** True for those who only read. */
  readonly reads: boolean;
  readonly onSave: (entry: WorkingEntry) => Promise<void>;
}

/** For or against, conflicts, what stands in the way, and why: words that stay on the working map. */
export function WorkingForm(props: FormProps): ReactNode {
  return props.reads ? <Read {...props} /> : <Write {...props} />;
}

function Write({ held, others, onSave }: FormProps): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const [leaning, setLeaning] = useState<string>(held.leaning ?? '');
  const [conflicts, setConflicts] = useState<readonly string[]>(held.conflicts ?? []);
  const [barrierKind, setBarrierKind] = useState<string>(held.barrierKind ?? '');
  const [barrier, setBarrier] = useState(held.barrier ?? '');
  const [measure, setMeasure] = useState(held.measure ?? '');
  const [reason, setReason] = useState(held.reason ?? '');
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const { influence, interest } = held;
    await onSave({
      ...(influence === undefined ? {} : { influence }),
      ...(interest === undefined ? {} : { interest }),
      ...(isLeaning(leaning) ? { leaning } : {}),
      ...(isBarrierKind(barrierKind) ? { barrierKind } : {}),
      conflicts: [...conflicts],
      barrier: barrier.trim(),
      measure: measure.trim(),
      reason: reason.trim(),
    });
    return undefined;
  };
  const options = (choice: { readonly [key: string]: { readonly fr: string; readonly en: string } }) =>
    Object.entries(choice).map(([value, words]) => ({ value, label: format.text(words[locale]) }));
  return (
    <Form label={t('map.working')} submit={t('map.entry.save')} onSubmit={submit}>
      <SelectField
        label={t('map.entry.leaning')}
        value={leaning}
        onChange={setLeaning}
        none={t('map.entry.leaning-none')}
        options={options(LEANING)}
      />
      <Conflicts conflicts={conflicts} others={others} onChange={setConflicts} />
      <SelectField
        label={t('map.entry.barrier-kind')}
        value={barrierKind}
        onChange={setBarrierKind}
        none={t('map.entry.barrier-none')}
        options={options(BARRIER_KIND)}
      />
      {barrierKind === 'fear' && <Note>{t('map.entry.fear')}</Note>}
      <TextField
        label={t('map.entry.barrier')}
        optional
        rows={2}
        maxLength={2_000}
        value={barrier}
        onChange={setBarrier}
      />
      <TextField
        label={t('map.entry.measure')}
        optional
        rows={2}
        maxLength={2_000}
        value={measure}
        onChange={setMeasure}
      />
      <TextField
        label={t('map.entry.reason')}
        optional
        rows={2}
        maxLength={2_000}
        value={reason}
        onChange={setReason}
      />
    </Form>
  );
}

function Conflicts(props: {
  readonly conflicts: readonly string[];
  readonly others: readonly MapEntry[];
  readonly onChange: (conflicts: readonly string[]) => void;
}): ReactNode {
  const { t } = useLocale();
  const { conflicts, others, onChange } = props;
  const there = others.filter(({ id }) => conflicts.includes(id));
  return (
    <div>
      <SelectField
        label={t('map.entry.conflicts')}
        value=""
        onChange={(id) => id !== '' && onChange([...conflicts, id])}
        none={t('map.entry.conflict-add')}
        options={others
          .filter(({ id }) => !conflicts.includes(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      {there.length > 0 && (
        <ul className={css['tags']}>
          {there.map(({ id, name }) => (
            <li key={id}>
              {name}{' '}
              <ActionButton kind="quiet" onPress={() => onChange(conflicts.filter((each) => each !== id))}>
                <span aria-hidden="true">×</span>
                <span className="visually-hidden">{t('map.entry.conflict-drop', { name })}</span>
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Read({ held, others }: FormProps): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const names = others.filter(({ id }) => held.conflicts?.includes(id)).map(({ name }) => name);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [t('map.grid.influence'), held.influence?.toString()],
    [t('map.grid.interest'), held.interest?.toString()],
    [t('map.entry.leaning'), held.leaning && format.text(LEANING[held.leaning][locale])],
    [t('map.entry.conflicts'), names.join(', ')],
    [t('map.entry.barrier-kind'), held.barrierKind && format.text(BARRIER_KIND[held.barrierKind][locale])],
    [t('map.entry.barrier'), held.barrier],
    [t('map.entry.measure'), held.measure],
    [t('map.entry.reason'), held.reason],
  ];
  return (
    <Facts
      items={rows.flatMap(([label, value]) =>
        value === undefined || value === '' ? [] : [{ key: label, term: label, value }],
      )}
    />
  );
}
