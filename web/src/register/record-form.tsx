import {
  type AnyRecord,
  addRecord,
  changeRecord,
  isActed,
  missingFields,
  type RecordEntity,
} from '@tablee/domain/kernel';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { useAct, useView } from '../sync/use-space.ts';
import { type FieldFault, Form } from '../ui/form.tsx';
import { changesIn, type Draft, faultsIn } from './draft.ts';
import { expectedWords } from './expected-words.ts';
import { FieldInput } from './field-input.tsx';
import { useLanguages } from './use-languages.ts';

/** Props of {@link RecordForm}. */
export interface RecordFormProps {
  readonly declaration: AnyRecord;
  /** The record to change, as it is when the form opens; absent to add one. */
  readonly entity?: RecordEntity;
  /** The fields to ask, in order; all of the declaration when absent. */
  readonly fields?: readonly string[];
  /** Values a new record starts with (the meeting of an agenda item). */
  readonly preset?: Draft;
  /** The circle of a new record; the declaration's when absent. */
  readonly circle?: string;
  readonly submit?: string;
  /** Called with the id once the command is in the outbox. */
  readonly onDone: (id: string) => void;
  readonly onCancel?: () => void;
}

/**
 * A form from a declaration: adds a record or changes one. It keeps the record it opened, so that somebody's
 * change that arrives meanwhile is seen as a conflict and never overwritten. Nothing is required before it can be saved.
 */
export function RecordForm(props: RecordFormProps): ReactNode {
  const { declaration, onDone, onCancel } = props;
  const { locale, t } = useLocale();
  const format = useFormat();
  const act = useAct();
  const languages = useLanguages();
  const [seen] = useState(props.entity);
  const [draft, setDraft] = useState<Draft>(props.preset ?? {});
  const names = props.fields ?? Object.keys(declaration.fields).filter((name) => !isActed(declaration, name));
  const label = (field: string): string => format.text(declaration.labels[locale].fields[field] ?? field);
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const changes = changesIn(draft, seen);
    const faults = faultsIn(declaration, changes);
    if (faults.length > 0)
      return faults.map((fault) => ({
        name: fault.field,
        message: `${label(fault.field)} : ${expectedWords(fault, t) ?? t('record.expected.other')}`,
      }));
    if (seen === undefined && Object.keys(changes).length === 0)
      return [{ name: names[0] ?? '', message: t('record.expected.something') }];
    const id = seen?.id ?? act.newId();
    const circle = props.circle ?? declaration.circle;
    if (seen === undefined)
      await act.issue(addRecord(act.ticket(), declaration.name, { entity: id, circle }, changes));
    else if (Object.keys(changes).length > 0) await act.issue(changeRecord(act.ticket(), seen, changes));
    onDone(id);
    return undefined;
  };
  return (
    <Form
      label={format.text(declaration.labels[locale].one)}
      submit={props.submit ?? t(seen === undefined ? 'record.add' : 'record.save')}
      onSubmit={submit}
      {...(onCancel ? { onCancel } : {})}
    >
      {names.map((name, index) => (
        <FieldInput
          key={name}
          declaration={declaration}
          name={name}
          seen={seen}
          circle={props.circle}
          draft={draft}
          onDraft={setDraft}
          languages={languages}
          autoFocus={index === 0}
        />
      ))}
    </Form>
  );
}

/** « Il manque : secteur, lieu. » for an unfinished record; nothing otherwise. */
export function MissingLine({
  declaration,
  entity,
}: {
  readonly declaration: AnyRecord;
  readonly entity: RecordEntity;
}): ReactNode {
  const { locale, t } = useLocale();
  useView();
  const missing = missingFields(declaration, entity);
  if (missing.length === 0) return null;
  const names = missing.map((field) => declaration.labels[locale].fields[field] ?? field).join(', ');
  return <p className="note">{t('record.missing', { fields: names.toLowerCase() })}</p>;
}
