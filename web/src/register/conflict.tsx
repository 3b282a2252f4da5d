import {
  type AnyRecord,
  type Beside,
  EXISTS,
  isObject,
  type Json,
  openConflicts,
  type RecordEntity,
  settleRecord,
  slotName,
} from '@tablee/domain/kernel';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { useAct } from '../sync/use-space.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Compare } from '../ui/compare.tsx';
import { Form } from '../ui/form.tsx';
import { StateLine } from '../ui/state-line.tsx';
import { TextField } from '../ui/text-field.tsx';
import { FieldValue } from './show-value.tsx';
import { useMay } from './use-may.ts';

const plain = (value: Json | undefined): string | undefined => {
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value['text'] === 'string' ? value['text'] : undefined;
};

/** The record as it would read with another value in one slot. */
const withValue = (entity: RecordEntity, slot: string, held: Beside): RecordEntity => ({
  ...entity,
  slots: { ...entity.slots, [slot]: held },
});

/** Two versions, both kept: shown side by side, settled by a choice or a third text. One per slot in conflict. */
export function Conflicts({
  declaration,
  entity,
}: {
  readonly declaration: AnyRecord;
  readonly entity: RecordEntity;
}): ReactNode {
  return openConflicts(entity).map((slot) => (
    <Conflict key={slot} declaration={declaration} entity={entity} slot={slot} />
  ));
}

function Conflict(props: {
  readonly declaration: AnyRecord;
  readonly entity: RecordEntity;
  readonly slot: string;
}): ReactNode {
  const { declaration, entity, slot } = props;
  const may = useMay(declaration, entity);
  const { t, locale } = useLocale();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const field =
    slot === EXISTS
      ? t('record.existence')
      : format.text(declaration.labels[locale].fields[slotName(slot).field] ?? slot);
  return (
    <section aria-label={t('record.conflict-in', { field })}>
      <StateLine
        state={{ kind: 'conflict' }}
        action={
          may.change && (
            <ActionButton kind="quiet" expanded={open} onPress={() => setOpen(!open)}>
              {t('record.choose', { field })}
            </ActionButton>
          )
        }
      />
      {open && <Settle {...props} field={field} onDone={() => setOpen(false)} />}
    </section>
  );
}

interface SettleProps {
  readonly declaration: AnyRecord;
  readonly entity: RecordEntity;
  readonly slot: string;
  readonly field: string;
  readonly onDone: () => void;
}

function Settle({ declaration, entity, slot, field, onDone }: SettleProps): ReactNode {
  const { t, locale } = useLocale();
  const act = useAct();
  const [seen] = useState(entity);
  const current = seen.slots[slot];
  const held: readonly Beside[] = current === undefined ? [] : [current, ...(current.beside ?? [])];
  const [chosen, setChosen] = useState('0');
  const [third, setThird] = useState(plain(current?.value) ?? '');
  const first = plain(held[0]?.value);
  const second = plain(held[1]?.value);
  const isText = first !== undefined || second !== undefined;
  const valueOf = (): Json => {
    if (chosen !== 'third') return held[Number(chosen)]?.value ?? null;
    const old = current?.value;
    return typeof old === 'string' || old === undefined
      ? third
      : { lang: locale, ...(typeof old === 'object' ? old : {}), text: third };
  };
  const options = held.map((version, index) => ({
    value: String(index),
    label: index === 0 ? t('record.version-current') : t('record.version-other', { n: index }),
    hint: version.erased
      ? t('record.erased')
      : slot === EXISTS
        ? t(version.value === true ? 'record.keep-it' : 'record.remove-it')
        : (plain(version.value) ?? ''),
  }));
  return (
    <Form
      label={t('record.conflict-in', { field })}
      submit={t('record.keep-version')}
      onCancel={onDone}
      onSubmit={async () => {
        await act.issue(settleRecord(act.ticket(), seen, slot, valueOf()));
        onDone();
        return undefined;
      }}
    >
      {first !== undefined && second !== undefined && (
        <Compare before={{ text: first }} after={{ text: second }} lang={locale} />
      )}
      {!isText && slot !== EXISTS && (
        <ul>
          {held.map((version) => (
            <li key={String(version.at)}>
              <FieldValue
                declaration={declaration}
                entity={withValue(seen, slot, version)}
                name={slotName(slot).field}
              />
            </li>
          ))}
        </ul>
      )}
      <Choice
        label={t('record.which', { field })}
        options={isText ? [...options, { value: 'third', label: t('record.third') }] : options}
        value={chosen}
        onChange={setChosen}
      />
      {chosen === 'third' && (
        <TextField label={t('record.third')} rows={3} value={third} onChange={setThird} />
      )}
    </Form>
  );
}
