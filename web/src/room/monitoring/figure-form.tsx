import { type FileRef, type Json, textIn, valueOf } from '@tablee/domain/kernel';
import { figureState } from '@tablee/domain/modules/figure';
import { periodsBetween, processesIn, recordIn, recordsIn } from '@tablee/domain/modules/reading';
import { indicator } from '@tablee/domain/modules/result';
import { readDecimal } from '@tablee/domain/text';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { FileField } from '#register/file-field.tsx';
import { useSettle } from '#request/use-settle.ts';
import { useAct, useView, useYou } from '#sync/use-space.ts';
import { type FieldFault, Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useMyOrganisations } from '#wording/use-organisations.ts';
import { unitOf, useFigureWords } from './use-figures.ts';

/** The box that a figure is recorded for: what is known of it already is not asked. */
export interface Box {
  readonly indicator?: string;
  readonly organisation?: string;
  readonly period?: string;
}

/** What stands in the fields of a value. */
interface Typed {
  readonly value: string;
  readonly source: string;
  readonly evidence: FileRef | undefined;
}

/** Periods on offer without a rhythm, or beside the grid: the last two years, the latest first. */
const recentPeriods = (rhythm: 'month' | 'quarter' | 'halfYear' | 'year', day: string): readonly string[] =>
  [...periodsBetween(rhythm, `${Number(day.slice(0, 4)) - 2}${day.slice(4)}`, day)].reverse();

/** Records a figure with its source: indicator, organisation and period are asked where the box does not say them. */
export function FigureForm(props: {
  readonly box: Box;
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const view = useView();
  const you = useYou();
  const act = useAct();
  const settle = useSettle();
  const { t, locale } = useLocale();
  const format = useFormat();
  const words = useFigureWords();
  const mine = useMyOrganisations();
  const [box, setBox] = useState<Box>(props.box);
  const [typed, setTyped] = useState<Typed>({ value: '', source: '', evidence: undefined });
  const entity = recordIn(view, 'indicator', box.indicator);
  const collector = valueOf(indicator, entity, 'collector');
  const usual = mine.find((each) => each.value === collector)?.value ?? you?.organisation ?? mine[0]?.value;
  const organisation = box.organisation ?? usual;
  const rhythm = valueOf(indicator, entity, 'rhythm') ?? 'month';
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const faults: FieldFault[] = [];
    const read = readDecimal(typed.value, locale, 10);
    const { period } = box;
    if (entity === undefined) faults.push({ name: 'indicator', message: t('figure.choose-missing') });
    if (organisation === undefined)
      faults.push({ name: 'organisation', message: t('figure.choose-missing') });
    if (period === undefined) faults.push({ name: 'period', message: t('figure.choose-missing') });
    if (!read.ok) faults.push({ name: 'value', message: t('figure.value-missing') });
    const given = processesIn(view, figureState).some(
      ({ state }) =>
        state.indicator === box.indicator && state.organisation === organisation && state.period === period,
    );
    if (given) faults.push({ name: 'period', message: t('figure.already') });
    if (faults.length > 0 || !read.ok || entity === undefined || !organisation || !period) return faults;
    const unit = unitOf(entity);
    await act.command(
      'figure.record',
      { entity: act.newId(), circle: entity.circle },
      {
        indicator: entity.id,
        organisation,
        period,
        value: read.decimal,
        unit,
        channel: 'app',
        ...payloadOf(typed),
      },
    );
    await settle('figure', entity.id, organisation);
    props.onDone(words.value({ value: read.decimal, unit }));
    return undefined;
  };
  return (
    <Form label={t('figure.record')} submit={t('figure.record')} onSubmit={submit} onCancel={props.onCancel}>
      {props.box.indicator === undefined && (
        <SelectField
          name="indicator"
          label={t('figure.f-indicator')}
          none={t('figure.choose')}
          value={box.indicator ?? ''}
          onChange={(id) => setBox(id === '' ? {} : { indicator: id })}
          options={recordsIn(view, 'indicator').map((each) => ({
            value: each.id,
            label: format.text(textIn(each, 'name', locale)?.text ?? t('record.untitled')),
          }))}
        />
      )}
      {props.box.organisation === undefined && mine.length > 1 && (
        <SelectField
          name="organisation"
          label={t('figure.f-organisation')}
          none={t('figure.choose')}
          value={organisation ?? ''}
          onChange={(id) => setBox({ ...box, organisation: id })}
          options={mine}
        />
      )}
      {props.box.period === undefined && (
        <SelectField
          name="period"
          label={t('figure.f-period')}
          none={t('figure.choose')}
          value={box.period ?? ''}
          onChange={(period) => setBox({ ...box, period })}
          options={recentPeriods(rhythm, today()).map((each) => ({ value: each, label: words.period(each) }))}
        />
      )}
      <ValueFields
        unit={unitOf(entity)}
        circle={entity?.circle ?? 'partners'}
        typed={typed}
        onTyped={setTyped}
      />
    </Form>
  );
}

const payloadOf = ({ source, evidence }: Typed): { readonly [key: string]: Json } => ({
  ...(source.trim() === '' ? {} : { source: source.trim() }),
  ...(evidence === undefined ? {} : { evidence: { ...evidence } }),
});

function ValueFields(props: {
  readonly unit: string;
  readonly circle: string;
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
}): ReactNode {
  const { typed, onTyped, unit } = props;
  const { t } = useLocale();
  return (
    <>
      <TextField
        name="value"
        label={unit === '' ? t('figure.f-value') : t('figure.f-value-unit', { unit })}
        inputMode="decimal"
        size={12}
        value={typed.value}
        onChange={(value) => onTyped({ ...typed, value })}
      />
      <TextField
        name="source"
        label={t('figure.f-source')}
        hint={t('figure.f-source-hint')}
        rows={2}
        value={typed.source}
        onChange={(source) => onTyped({ ...typed, source })}
        optional
      />
      <FileField
        frame={{ name: 'evidence', label: t('figure.f-evidence'), optional: true }}
        value={typed.evidence}
        onChange={(evidence) => onTyped({ ...typed, evidence })}
        circle={props.circle}
      />
    </>
  );
}

/** Corrects a figure: a new revision beside the old ones; one that was approved before asks why. */
export function CorrectForm(props: { readonly id: string; readonly onDone: () => void }): ReactNode {
  const view = useView();
  const act = useAct();
  const settle = useSettle();
  const { t, locale } = useLocale();
  const held = processesIn(view, figureState).find((each) => each.id === props.id);
  const current = held?.state.revisions.at(-1);
  const [typed, setTyped] = useState<Typed>({ value: '', source: '', evidence: undefined });
  const [reason, setReason] = useState('');
  if (held === undefined || current === undefined) return null;
  const wasApproved = held.state.approved !== undefined;
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const read = readDecimal(typed.value, locale, 10);
    const faults: FieldFault[] = [];
    if (!read.ok) faults.push({ name: 'value', message: t('figure.value-missing') });
    if (wasApproved && reason.trim() === '')
      faults.push({ name: 'reason', message: t('figure.reason-missing') });
    if (faults.length > 0 || !read.ok) return faults;
    await act.command(
      'figure.revise',
      { entity: held.id, circle: held.circle },
      {
        value: read.decimal,
        unit: current.unit,
        channel: 'app',
        ...payloadOf(typed),
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      },
    );
    await settle('figure', held.state.indicator, held.state.organisation);
    props.onDone();
    return undefined;
  };
  return (
    <Form
      label={t('figure.correct')}
      submit={t('figure.correct-do')}
      onSubmit={submit}
      onCancel={props.onDone}
    >
      <ValueFields unit={current.unit} circle={held.circle} typed={typed} onTyped={setTyped} />
      <TextField
        name="reason"
        label={t('figure.f-reason')}
        rows={2}
        value={reason}
        onChange={setReason}
        {...(wasApproved ? {} : { optional: true })}
      />
    </Form>
  );
}
