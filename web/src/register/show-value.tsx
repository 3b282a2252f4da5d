import {
  type AnyField,
  type AnyRecord,
  elementsOf,
  optionWords,
  type RecordEntity,
  read,
  textIn,
} from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import type { ReactNode } from 'react';
import { FileLink } from '../file/file-link.tsx';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { usePeople, useView } from '../sync/use-space.ts';
import { Prose } from '../ui/prose.tsx';
import { StateLine } from '../ui/state-line.tsx';
import { useTitle } from './title.ts';

/** The names of referenced entities; what the reader may not see says so. */
export function RefNames({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const view = useView();
  const { locale, t } = useLocale();
  const title = useTitle();
  const names = ids.map((id) => {
    const entity = view.get(id);
    const declaration = entity && partnership.find(entity.type);
    if (entity && declaration?.kind === 'record')
      return title(declaration, entity) ?? t('record.not-visible');
    return declaration?.labels[locale].one ?? t('record.not-visible');
  });
  // A name that is a sentence brings its full stop, which only the last one keeps.
  return names.map((name, at) => (at < names.length - 1 ? name.replace(/\.$/, '') : name)).join(', ');
}

/** A person's name from the vault, or that it is not shown. */
export function PersonName({ id }: { readonly id: string }): ReactNode {
  const { t } = useLocale();
  const card = usePeople().find(id);
  return card?.name ?? t('record.somebody');
}

/** A text of partners in the reader's language, else its source, labelled; stale translations say so. */
export function FieldText({
  entity,
  field,
}: {
  readonly entity: RecordEntity;
  readonly field: string;
}): ReactNode {
  const { locale } = useLocale();
  const found = textIn(entity, field, locale);
  if (found === undefined) return null;
  return (
    <>
      <Prose text={found.text} lang={found.lang} />
      {found.stale && <StateLine state={{ kind: 'stale' }} />}
      {found.lang !== locale && !found.translated && (
        <StateLine state={{ kind: 'untranslated', language: found.lang }} />
      )}
    </>
  );
}

/** One field of a record, as it reads on a page or in a cell. */
export function FieldValue(props: {
  readonly declaration: AnyRecord;
  readonly entity: RecordEntity;
  readonly name: string;
}): ReactNode {
  const { entity, name } = props;
  const { locale, t } = useLocale();
  const format = useFormat();
  const field: AnyField | undefined = props.declaration.fields[name];
  const slot = entity.slots[name];
  if (field === undefined) return null;
  if (slot?.erased) return t('record.erased');
  const value = slot?.value;
  switch (field.kind) {
    case 'line':
    case 'link':
      return format.text(read(field, value) ?? '');
    case 'text':
      return <FieldText entity={entity} field={name} />;
    case 'choice': {
      const option = read(field, value);
      return option === undefined ? null : format.text(optionWords(field, option)[locale]);
    }
    case 'choices':
      return elementsOf(entity, name)
        .map((option) => format.text(optionWords(field, option)[locale]))
        .join(', ');
    case 'tags':
      return elementsOf(entity, name).join(', ');
    case 'refs':
      return <RefNames ids={elementsOf(entity, name)} />;
    case 'flag':
      return value === undefined ? null : t(value === true ? 'record.yes' : 'record.no');
    case 'integer': {
      const number = read(field, value);
      return number === undefined ? null : format.number(number);
    }
    case 'money': {
      const money = read(field, value);
      return money && format.money(money.minor, money.currency);
    }
    case 'quantity': {
      const quantity = read(field, value);
      return quantity && format.quantity(Number(quantity.value), quantity.unit);
    }
    case 'date': {
      const iso = read(field, value);
      return iso === undefined ? null : format.date(iso);
    }
    case 'moment': {
      const moment = read(field, value);
      return moment && format.deadline(moment.instant, moment.zone);
    }
    case 'place':
      return read(field, value)?.name;
    case 'person': {
      const id = read(field, value);
      return id === undefined ? null : <PersonName id={id} />;
    }
    case 'ref': {
      const id = read(field, value);
      return id === undefined ? null : <RefNames ids={[id]} />;
    }
    case 'file': {
      const file = read(field, value);
      return file && <FileLink file={file} />;
    }
    default:
      return field satisfies never;
  }
}
