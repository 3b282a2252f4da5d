import { memberState } from '@tablee/domain/kernel';
import { NAMING, type Naming } from '@tablee/domain/modules/listening';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { usePeople, useView } from '#sync/use-space.ts';
import { ChoiceMany } from '#ui/choice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import type { PlanDraft } from './plan-draft.ts';

const WAYS: readonly Naming[] = ['anonymous', 'third', 'named'];

/** The members whom I can name, by name. */
export const useMemberOptions = (): readonly { readonly value: string; readonly label: string }[] => {
  const view = useView();
  const people = usePeople();
  return [...view.list('member')]
    .flatMap((entity) => {
      const isActive = entity.kind === 'process' && memberState.read(entity.state).active;
      const name = people.find(entity.id)?.name;
      return isActive && name !== undefined ? [{ value: entity.id, label: name }] : [];
    })
    .sort((a, b) => (a.label < b.label ? -1 : 1));
};

/** How those who answer may be known, and who alone reads a name told to a third person. */
export function NamingPart(props: {
  readonly draft: PlanDraft;
  readonly floor: number;
  readonly onChange: (more: Partial<PlanDraft>) => void;
}): ReactNode {
  const { draft, onChange } = props;
  const { t, locale } = useLocale();
  const format = useFormat();
  const members = useMemberOptions();
  const isEnough = Number(draft.expected) >= props.floor;
  const offered = WAYS.filter((way) => way !== 'anonymous' || isEnough);
  return (
    <>
      <ChoiceMany
        name="naming"
        label={t('listening.naming')}
        hint={isEnough ? t('listening.naming-hint') : t('listening.naming-few', { floor: props.floor })}
        options={offered.map((way) => ({
          value: way,
          label: format.text(NAMING[way][locale]),
          hint: t(`listening.naming-${way}`),
        }))}
        values={draft.naming}
        onChange={(naming) => onChange({ naming })}
      />
      {draft.naming.includes('third') && (
        <SelectField
          name="confidant"
          label={t('listening.confidant')}
          hint={t('listening.confidant-hint')}
          none={t('listening.nobody')}
          options={members}
          value={draft.confidant}
          onChange={(confidant) => onChange({ confidant })}
        />
      )}
    </>
  );
}

/** Who decides on what is proposed, beside the secretariat; one has to think of it only once the rest stands. */
export function ModeratorsPart(props: {
  readonly draft: PlanDraft;
  readonly onChange: (more: Partial<PlanDraft>) => void;
}): ReactNode {
  const { t } = useLocale();
  const members = useMemberOptions();
  if (members.length < 2) return null;
  return (
    <ChoiceMany
      name="moderators"
      label={t('listening.moderators')}
      hint={t('listening.moderators-hint')}
      options={members}
      values={props.draft.moderators}
      onChange={(moderators) => props.onChange({ moderators })}
      optional
    />
  );
}
