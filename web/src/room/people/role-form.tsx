import { processCommand, ROLES, type Role } from '@tablee/domain/kernel';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { useAct } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { ChoiceMany } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useOrganisations } from '#wording/use-organisations.ts';
import type { PersonLine } from './use-members.ts';

/** Changes for whom and in which roles a member is here, or lets them leave; what they said stays theirs. */
export function RoleForm({
  person,
  onDone,
}: {
  readonly person: PersonLine;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useLocale();
  const act = useAct();
  const organisations = useOrganisations();
  const [roles, setRoles] = useState<readonly Role[]>(person.roles);
  const [organisation, setOrganisation] = useState(person.organisation ?? '');
  const issue = async (verb: string, payload: Parameters<typeof processCommand>[3]): Promise<void> => {
    await act.issue(
      processCommand(act.ticket(), `member.${verb}`, { entity: person.id, circle: 'partners' }, payload),
    );
    onDone();
  };
  return (
    <Form
      label={t('people.change-role')}
      submit={t('record.save')}
      onCancel={onDone}
      onSubmit={async () => {
        if (roles.length === 0) return [{ name: 'roles', message: t('people.role-missing') }];
        await issue('change', {
          roles: [...roles],
          ...(organisation === '' ? {} : { organisation }),
          ...(person.until === undefined ? {} : { until: person.until }),
        });
        return undefined;
      }}
      more={
        <ActionButton kind="quiet" onPress={() => void issue('leave', {})}>
          {t('people.leave')}
        </ActionButton>
      }
    >
      <SelectField
        label={t('people.for-organisation')}
        none={t('people.no-organisation')}
        options={organisations}
        value={organisation}
        onChange={setOrganisation}
      />
      <ChoiceMany
        name="roles"
        label={t('people.role')}
        options={ROLES.map((value) => ({ value, label: t(`app.role.${value}`) }))}
        values={roles}
        onChange={setRoles}
      />
    </Form>
  );
}
