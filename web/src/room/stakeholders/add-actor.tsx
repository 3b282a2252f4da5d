import { addRecord, type Json, titleOf } from '@tablee/domain/kernel';
import { actor, likelyDuplicates, type Sector, STAKE, type Stake } from '@tablee/domain/modules/actor';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { useAct, useView } from '#sync/use-space.ts';
import { Choice, ChoiceMany } from '#ui/choice.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { SECTORS, SectorShape } from '#ui/sector-shape.tsx';
import { TextField } from '#ui/text-field.tsx';

const STAKES = [
  'rightsHolder',
  'affected',
  'targetGroup',
  'decisionMaker',
  'funder',
  'implementer',
  'knowledgeHolder',
] as const satisfies readonly Stake[];

/** Somebody in twenty seconds: name (already here?), sector, stake. Everything else may come later. */
export function AddActor(props: {
  readonly room: RoomPlace;
  readonly onAdded: (id: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const act = useAct();
  const [name, setName] = useState('');
  const [sector, setSector] = useState<Sector>();
  const [stakes, setStakes] = useState<readonly Stake[]>([]);
  const [missing, setMissing] = useState<'here' | 'missing'>('here');
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const faults: FieldFault[] = [];
    if (name.trim() === '') faults.push({ name: 'name', message: t('stakeholder.name-missing') });
    if (sector === undefined) faults.push({ name: 'sector', message: t('stakeholder.sector-missing') });
    if (sector === undefined || faults.length > 0) return faults;
    const id = act.newId();
    const slots: { [slot: string]: Json } = { name: name.trim(), sector };
    for (const stake of stakes) slots[`stakes#${stake}`] = true;
    if (missing === 'missing') slots['missing'] = true;
    await act.issue(addRecord(act.ticket(), 'actor', { entity: id, circle: actor.circle }, slots));
    props.onAdded(id);
    return undefined;
  };
  return (
    <Form label={t('stakeholder.add')} submit={t('record.add')} onSubmit={submit} onCancel={props.onCancel}>
      <TextField name="name" label={t('stakeholder.name')} value={name} onChange={setName} autoFocus />
      <AlreadyHere name={name} room={props.room} />
      <Choice
        name="sector"
        label={t('stakeholder.sector')}
        options={SECTORS.map((value) => ({
          value,
          label: t(`ui.sector.${value}`),
          sign: <SectorShape sector={value} size={18} />,
        }))}
        value={sector}
        onChange={setSector}
      />
      <ChoiceMany
        name="stakes"
        label={t('stakeholder.stake')}
        optional
        options={STAKES.map((value) => ({ value, label: format.text(STAKE[value][locale]) }))}
        values={stakes}
        onChange={setStakes}
      />
      <Choice
        name="missing"
        label={t('stakeholder.at-table')}
        options={[
          { value: 'here', label: t('stakeholder.here') },
          { value: 'missing', label: t('stakeholder.not-here') },
        ]}
        value={missing}
        onChange={setMissing}
      />
    </Form>
  );
}

function AlreadyHere({ name, room }: { readonly name: string; readonly room: RoomPlace }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const found = likelyDuplicates(view, name);
  return (
    <div role="status">
      {found.map((entity) => (
        <p key={entity.id}>
          {t('stakeholder.already')}{' '}
          <Link href={room.href(entity.id)} replace>
            {format.text(titleOf(actor, entity, locale) ?? '')}
          </Link>
        </p>
      ))}
    </div>
  );
}
