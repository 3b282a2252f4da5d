import { SECRETARIAT, valueOf } from '@tablee/domain/kernel';
import { actorName, actorSector } from '@tablee/domain/modules/actor';
import { composeLetter, letterFacts, letterheadOf } from '@tablee/domain/modules/letter';
import {
  type Hanging,
  mandate,
  type OfficeChangeWish,
  officeChangeActs,
} from '@tablee/domain/modules/mandate';
import { addDays } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { useAct, usePeople, useView, useYou } from '#sync/use-space.ts';
import { ChoiceMany } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { PreparedLetters } from './office-change-done.tsx';

/** How long those who left read along, and how long deadlines rest, unless it is said otherwise. */
const ACCESS_DAYS = 14;
const REST_DAYS = 60;

interface Props {
  readonly organisation: string;
  readonly hanging: Hanging;
  readonly onDone: (letters: PreparedLetters) => void;
  readonly onCancel: () => void;
}

/** The one deliberate act: who left, from when, until when they read along and deadlines rest, one note to all. */
export function OfficeChangeForm(props: Props): ReactNode {
  const { organisation, hanging } = props;
  const view = useView();
  const { t } = useLocale();
  const format = useFormat();
  const name = actorName(view, organisation) ?? '';
  const people = useDeparting(hanging);
  const [departed, setDeparted] = useState<readonly string[]>(people.map(({ value }) => value));
  const [on, setOn] = useState(today());
  const [accessEnds, setAccessEnds] = useState(addDays(today(), ACCESS_DAYS));
  const [rest, setRest] = useState(addDays(today(), REST_DAYS));
  const [written, setWritten] = useState<string>();
  const proposed =
    rest === ''
      ? t('mandate.changed-at', { name })
      : t('mandate.suspended', { name, date: format.date(rest) });
  const declare = useDeclare(hanging);
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const faults = [
      ...(on.length === 10 ? [] : ['on']),
      ...(accessEnds.length === 10 ? [] : ['accessEnds']),
      ...(rest === '' || rest.length === 10 ? [] : ['rest']),
    ];
    if (faults.length > 0)
      return faults.map((field) => ({ name: field, message: t('record.expected.date') }));
    const asked = { organisation, departed, on, accessEnds, note: written ?? proposed };
    props.onDone(await declare(rest === '' ? asked : { ...asked, suspendedUntil: rest }));
    return undefined;
  };
  return (
    <Form
      label={t('mandate.changed')}
      submit={t('mandate.change-do')}
      onSubmit={submit}
      onCancel={props.onCancel}
    >
      {people.length > 0 && (
        <ChoiceMany
          label={t('mandate.departed')}
          hint={t('mandate.departed-hint')}
          options={people}
          values={departed}
          onChange={setDeparted}
        />
      )}
      <DateField name="on" label={t('mandate.change-on')} precisions={['day']} value={on} onChange={setOn} />
      <DateField
        name="accessEnds"
        label={t('mandate.access-ends')}
        hint={t('mandate.access-ends-hint')}
        precisions={['day']}
        value={accessEnds}
        onChange={setAccessEnds}
      />
      <DateField
        name="rest"
        label={t('mandate.rest')}
        hint={t('mandate.rest-hint')}
        optional
        precisions={['day']}
        value={rest}
        onChange={setRest}
      />
      <TextField
        label={t('mandate.note-to-all')}
        hint={t('mandate.note-to-all-hint')}
        rows={3}
        maxLength={1_000}
        value={written ?? proposed}
        onChange={setWritten}
      />
    </Form>
  );
}

/** Those who hold something for the organisation: members, people with a mandate, holders of its seats. */
const useDeparting = (hanging: Hanging): readonly { readonly value: string; readonly label: string }[] => {
  const people = usePeople();
  const { t } = useLocale();
  const ids = [
    ...hanging.access.map(({ person }) => person),
    ...hanging.mandates.map((entity) => valueOf(mandate, entity, 'person')),
    ...hanging.seats.map(({ holder }) => holder),
  ].filter((id) => id !== undefined);
  return [...new Set(ids)].map((value) => ({
    value,
    label: people.find(value)?.name ?? t('record.somebody'),
  }));
};

/** Issues the act's commands, then prepares the two letters where the one who acts keeps the register. */
const useDeclare = (
  hanging: Hanging,
): ((wish: Omit<OfficeChangeWish, 'lang'>) => Promise<PreparedLetters>) => {
  const view = useView();
  const act = useAct();
  const you = useYou();
  const { locale } = useLocale();
  const prepare = async (
    template: 'congratulation' | 'designation',
    wish: Omit<OfficeChangeWish, 'lang'>,
  ) => {
    const id = act.newId();
    const tone = actorSector(view, wish.organisation) === 'state' ? ('state' as const) : ('plain' as const);
    const chosen = { template, tone, lang: locale, civility: 'neutral' as const };
    const { organisation, suspendedUntil } = wish;
    const draft = composeLetter(
      chosen,
      letterFacts(view, { organisation, answerBy: suspendedUntil }, locale),
    );
    const signature = letterheadOf(view, locale)?.signatory;
    const payload = {
      ...chosen,
      ...draft,
      organisation,
      about: organisation,
      dated: today(),
      ...(signature === undefined ? {} : { signature }),
      ...(you === undefined ? {} : { signer: you.person }),
    };
    await act.command('letter.write', { entity: id, circle: SECRETARIAT }, payload);
    return id;
  };
  return async (wish) => {
    const acts = officeChangeActs(
      view,
      hanging,
      { ...wish, lang: locale },
      { entity: act.newId(), ticket: act.ticket },
    );
    for (const command of acts) await act.issue(command);
    if (you?.roles.includes('secretariat') !== true) return {};
    return {
      congratulation: await prepare('congratulation', wish),
      designation: await prepare('designation', wish),
    };
  };
};
