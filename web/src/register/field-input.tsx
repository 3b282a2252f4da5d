import {
  type AnyField,
  type AnyRecord,
  isObject,
  isPresent,
  type Json,
  optionWords,
  type RecordEntity,
  read,
  titleOf,
  translationSlot,
} from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { usePeople, useView } from '../sync/use-space.ts';
import { MoneyField, QuantityField } from '../ui/amount-field.tsx';
import { Choice, ChoiceMany, type Option } from '../ui/choice.tsx';
import { DateField } from '../ui/date-field.tsx';
import { LanguageText } from '../ui/language-text.tsx';
import { PersonPicker } from '../ui/person-picker.tsx';
import { TextField } from '../ui/text-field.tsx';
import { type Draft, draftElements, draftValue, withElements } from './draft.ts';
import { FileField } from './file-field.tsx';
import { deviceZone, instantIn, wallClock } from './zone.ts';

/** Props of {@link FieldInput}. */
export interface FieldInputProps {
  readonly declaration: AnyRecord;
  readonly name: string;
  /** The record as the form opened it; absent for a new one. */
  readonly seen: RecordEntity | undefined;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  /** The languages of the partnership: a text offers its translations. */
  readonly languages: readonly string[];
  readonly autoFocus?: boolean;
  /** The circle of a new record, who will be able to open its file; the declaration's when absent. */
  readonly circle?: string | undefined;
}

const CURRENCIES = ['EUR', 'XOF', 'XAF', 'ZMW', 'USD', 'GBP', 'CHF'];
/** Above this length a line becomes a box. */
const BOX_FROM = 500;

/** The input of one field, by its kind; a kind that is forgotten here does not compile. */
export function FieldInput(props: FieldInputProps): ReactNode {
  const { declaration, name, seen, draft, onDraft } = props;
  const { locale } = useLocale();
  const format = useFormat();
  const field: AnyField | undefined = declaration.fields[name];
  if (field === undefined) return null;
  const words = declaration.labels[locale];
  const hint = words.hints?.[name];
  const frame = {
    name,
    label: format.text(words.fields[name] ?? name),
    ...(field.optional ? { optional: true } : {}),
    ...(hint === undefined ? {} : { hint: format.text(hint) }),
  };
  const value = draftValue(draft, seen, name);
  const set = (next: Json | undefined): void =>
    onDraft({ ...draft, [name]: next === undefined || next === '' ? null : next });
  switch (field.kind) {
    case 'line':
    case 'link':
      return (
        <TextField
          {...frame}
          value={typeof value === 'string' ? value : ''}
          onChange={set}
          maxLength={field.max ?? 300}
          {...(field.kind === 'link' ? { type: 'url' as const } : {})}
          {...(props.autoFocus ? { autoFocus: true } : {})}
        />
      );
    case 'text':
      return <TextInput {...props} field={field} frame={frame} />;
    case 'choice':
      return (
        <Choice
          {...frame}
          options={optionsOf(field, locale, format.text)}
          value={read(field, value)}
          onChange={set}
        />
      );
    case 'choices':
      return (
        <ChoiceMany
          {...frame}
          options={optionsOf(field, locale, format.text)}
          values={draftElements(draft, seen, name)}
          onChange={(chosen) => onDraft(withElements(draft, seen, name, chosen))}
        />
      );
    case 'tags':
      return <TagsInput {...props} frame={frame} />;
    case 'flag':
      return <FlagInput frame={frame} value={value === true} onChange={set} />;
    case 'integer':
      return (
        <TextField
          {...frame}
          inputMode="numeric"
          size={8}
          value={typeof value === 'number' || typeof value === 'string' ? String(value) : ''}
          onChange={(text) => set(text === '' ? null : /^\d+$/.test(text) ? Number(text) : text)}
        />
      );
    case 'money':
      return (
        <MoneyField
          {...frame}
          currencies={CURRENCIES}
          value={read(field, value)}
          onChange={(money) => set(money ? { ...money } : null)}
        />
      );
    case 'quantity':
      return <QuantityInput frame={frame} value={read(field, value)} onChange={set} />;
    case 'date':
      return <DateField {...frame} value={typeof value === 'string' ? value : ''} onChange={set} />;
    case 'moment':
      return <MomentInput frame={frame} value={read(field, value)} onChange={set} />;
    case 'place':
      return (
        <TextField
          {...frame}
          value={read(field, value)?.name ?? ''}
          onChange={(text) => set(text === '' ? null : { name: text })}
        />
      );
    case 'person':
      return <PersonInput frame={frame} value={read(field, value)} onChange={set} />;
    case 'ref':
      return (
        <RefInput
          frame={frame}
          to={field.to ?? []}
          self={seen?.id}
          value={read(field, value)}
          onChange={set}
        />
      );
    case 'refs':
      return (
        <RefsInput
          frame={frame}
          to={field.to ?? []}
          self={seen?.id}
          values={draftElements(draft, seen, name)}
          onChange={(chosen) => onDraft(withElements(draft, seen, name, chosen))}
        />
      );
    case 'file':
      return (
        <FileField
          frame={frame}
          value={read(field, value)}
          onChange={set}
          circle={seen?.circle ?? props.circle ?? declaration.circle}
        />
      );
    default:
      return field satisfies never;
  }
}

interface Frame {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

const optionsOf = (
  field: AnyField,
  locale: 'fr' | 'en',
  typography: (text: string) => string,
): readonly Option[] =>
  Object.keys(field.options ?? {}).map((option) => ({
    value: option,
    label: typography(optionWords(field, option)[locale]),
  }));

const languageName = (code: string, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(code) ?? code;

const asText = (value: Json | undefined): { lang: string; text: string } | undefined =>
  isObject(value) && typeof value['text'] === 'string' && typeof value['lang'] === 'string'
    ? { lang: value['lang'], text: value['text'] }
    : undefined;

function TextInput(props: FieldInputProps & { readonly field: AnyField; readonly frame: Frame }): ReactNode {
  const { name, seen, draft, onDraft, languages, field } = props;
  const { locale } = useLocale();
  const source =
    asText(draftValue(draft, seen, name))?.lang ?? asText(seen?.slots[name]?.value)?.lang ?? locale;
  const offered = languages.includes(source) ? languages : [source, ...languages];
  const held = seen?.slots[name];
  const texts = Object.fromEntries(
    offered.map((code) => {
      const slot = code === source ? name : translationSlot(name, code);
      const stale = code !== source && held !== undefined && seen?.slots[slot]?.of !== (held.rev ?? held.at);
      return [code, { text: asText(draftValue(draft, seen, slot))?.text ?? '', stale }];
    }),
  );
  const change = (code: string, text: string): void => {
    const slot = code === source ? name : translationSlot(name, code);
    onDraft({
      ...draft,
      [slot]: text === '' ? null : { lang: code, text, ...(code === source ? {} : { by: 'person' }) },
    });
  };
  return (
    <LanguageText
      {...props.frame}
      source={source}
      texts={texts}
      languages={offered.map((code) => ({ code, name: languageName(code, locale) }))}
      onChange={change}
      rows={(field.max ?? 0) > BOX_FROM ? 4 : 2}
      {...(field.max === undefined ? {} : { maxLength: field.max })}
      {...(props.autoFocus ? { autoFocus: true } : {})}
      shared
    />
  );
}

function TagsInput(props: FieldInputProps & { readonly frame: Frame }): ReactNode {
  const { name, seen, draft, onDraft } = props;
  const { t } = useLocale();
  const [text, setText] = useState(() => draftElements(draft, seen, name).join(', '));
  const take = (next: string): void => {
    setText(next);
    const chosen = next
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '');
    onDraft(withElements(draft, seen, name, [...new Set(chosen)]));
  };
  return (
    <TextField
      {...props.frame}
      hint={props.frame.hint ?? t('record.tags-hint')}
      value={text}
      onChange={take}
    />
  );
}

function FlagInput(props: {
  readonly frame: Frame;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}): ReactNode {
  const { t } = useLocale();
  return (
    <Choice
      {...props.frame}
      options={[
        { value: 'yes', label: t('record.yes') },
        { value: 'no', label: t('record.no') },
      ]}
      value={props.value ? 'yes' : 'no'}
      onChange={(chosen) => props.onChange(chosen === 'yes')}
    />
  );
}

function QuantityInput(props: {
  readonly frame: Frame;
  readonly value: { readonly value: string; readonly unit: string } | undefined;
  readonly onChange: (value: Json | undefined) => void;
}): ReactNode {
  const { t } = useLocale();
  const [number, setNumber] = useState(props.value === undefined ? undefined : Number(props.value.value));
  const [unit, setUnit] = useState(props.value?.unit ?? '');
  const take = (nextNumber: number | undefined, nextUnit: string): void => {
    setNumber(nextNumber);
    setUnit(nextUnit);
    props.onChange(nextNumber === undefined ? undefined : { value: String(nextNumber), unit: nextUnit });
  };
  return (
    <>
      <QuantityField {...props.frame} unit={unit} value={number} onChange={(next) => take(next, unit)} />
      <TextField
        label={t('record.unit', { field: props.frame.label })}
        size={14}
        value={unit}
        onChange={(next) => take(number, next)}
        optional
      />
    </>
  );
}

function MomentInput(props: {
  readonly frame: Frame;
  readonly value: { readonly instant: string; readonly zone: string } | undefined;
  readonly onChange: (value: Json | undefined) => void;
}): ReactNode {
  const { t } = useLocale();
  const zone = props.value?.zone ?? deviceZone();
  const wall = props.value && wallClock(props.value.instant, zone);
  const [date, setDate] = useState(wall?.date ?? '');
  const [time, setTime] = useState(wall?.time ?? '');
  const take = (nextDate: string, nextTime: string): void => {
    setDate(nextDate);
    setTime(nextTime);
    const instant = instantIn(nextDate, nextTime || '12:00', zone);
    props.onChange(instant === undefined ? undefined : { instant, zone });
  };
  return (
    <>
      <DateField
        {...props.frame}
        precisions={['day']}
        value={date}
        onChange={(next) => take(next, time)}
        zone={zone}
      />
      <TextField
        label={t('record.hour')}
        type="time"
        size={8}
        value={time}
        onChange={(next) => take(date, next)}
        optional
      />
    </>
  );
}

function PersonInput(props: {
  readonly frame: Frame;
  readonly value: string | undefined;
  readonly onChange: (value: Json | undefined) => void;
}): ReactNode {
  const people = usePeople();
  const options = people.all.flatMap((card) =>
    card.name === undefined
      ? []
      : [{ id: card.id, name: card.name, ...(card.designation ? { detail: card.designation } : {}) }],
  );
  return (
    <PersonPicker
      {...props.frame}
      people={options}
      value={props.value === undefined ? undefined : { kind: 'known', id: props.value }}
      onChange={(picked) => props.onChange(picked?.kind === 'known' ? picked.id : undefined)}
    />
  );
}

const useTargets = (to: readonly string[], self: string | undefined): readonly Option[] => {
  const view = useView();
  const { locale } = useLocale();
  return to.flatMap((type) => {
    const declaration = partnership.record(type);
    if (declaration === undefined) return [];
    return [...view.list(type)]
      .filter((entity) => isPresent(entity) && entity.id !== self)
      .map((entity) => ({ value: entity.id, label: titleOf(declaration, entity, locale) ?? entity.id }))
      .sort((a, b) => a.label.localeCompare(b.label, locale));
  });
};

function RefInput(props: {
  readonly frame: Frame;
  readonly to: readonly string[];
  readonly self: string | undefined;
  readonly value: string | undefined;
  readonly onChange: (value: Json | undefined) => void;
}): ReactNode {
  const { t } = useLocale();
  const options = useTargets(props.to, props.self);
  const all = props.frame.optional ? [...options, { value: '', label: t('record.none') }] : options;
  return (
    <Choice
      {...props.frame}
      options={all}
      value={props.value ?? (props.frame.optional ? '' : undefined)}
      onChange={props.onChange}
    />
  );
}

function RefsInput(props: {
  readonly frame: Frame;
  readonly to: readonly string[];
  readonly self: string | undefined;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}): ReactNode {
  const options = useTargets(props.to, props.self);
  return <ChoiceMany {...props.frame} options={options} values={props.values} onChange={props.onChange} />;
}
