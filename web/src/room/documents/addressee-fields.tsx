import { CIVILITIES, CIVILITY } from '@tablee/domain/modules/letter';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { usePeople } from '#sync/use-space.ts';
import { Choice } from '#ui/choice.tsx';
import { PersonPicker } from '#ui/person-picker.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useOrganisations } from '#wording/use-organisations.ts';
import type { LetterPlan } from './letter-plan.ts';

/** To whom a letter goes: organisation, person, how they are addressed. */
export function AddresseeFields(props: {
  readonly plan: LetterPlan;
  readonly onPlan: (plan: LetterPlan) => void;
}): ReactNode {
  const { plan, onPlan } = props;
  const { t, locale } = useLocale();
  const format = useFormat();
  const organisations = useOrganisations();
  const people = usePeople();
  const known = people.all
    .filter((card) => card.name !== undefined)
    .map(({ id, name = '', designation }) => ({ id, name, ...(designation ? { detail: designation } : {}) }));
  return (
    <>
      <SelectField
        label={t('letter.to')}
        none={t('letter.to-none')}
        value={plan.organisation}
        options={organisations}
        onChange={(organisation) => onPlan({ ...plan, organisation })}
      />
      {known.length > 0 && (
        <PersonPicker
          label={t('letter.person')}
          hint={t('letter.person-hint')}
          optional
          people={known}
          value={plan.person === '' ? undefined : { kind: 'known', id: plan.person }}
          onChange={(picked) => onPlan({ ...plan, person: picked?.kind === 'known' ? picked.id : '' })}
        />
      )}
      <Choice
        label={t('letter.civility')}
        options={CIVILITIES.map((value) => ({ value, label: format.text(CIVILITY[value][locale]) }))}
        value={plan.civility}
        onChange={(civility) => onPlan({ ...plan, civility })}
      />
    </>
  );
}
