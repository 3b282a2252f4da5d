import { type JsonObject, ROLES, type Role, textOf } from '@tablee/domain/kernel';
import { readAlone } from '@tablee/domain/modules/group';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
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
  const [leaving, setLeaving] = useState(false);
  const issue = async (verb: string, payload: JsonObject): Promise<void> => {
    await act.command(`member.${verb}`, { entity: person.id, circle: 'partners' }, payload);
    onDone();
  };
  if (leaving)
    return (
      <Leaving
        person={person.id}
        onLeave={() => void issue('leave', {})}
        onCancel={() => setLeaving(false)}
      />
    );
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
        <ActionButton kind="quiet" onPress={() => setLeaving(true)}>
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

/** Before somebody leaves: a group's room that they alone read would be readable to nobody. Only they can be told which. */
function Leaving(props: {
  readonly person: string;
  readonly onLeave: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const view = useView();
  const you = useYou();
  const { store } = useOpenSpace();
  const mine = props.person === you?.person;
  const alone = mine ? readAlone(view, props.person) : [];
  const names = alone.map(({ state }) => textOf(state.name ?? undefined) ?? t('group.nameless')).join(', ');
  return (
    <div role="group" aria-label={t('people.leave')}>
      {!mine && <p>{t('group.maybe-alone')}</p>}
      {alone.length > 0 && <p>{format.text(t('group.alone-in', { names }))}</p>}
      <ActionRow>
        {alone.length > 0 && (
          <ActionButton kind="primary" href={`${addressOf(store.space, 'among-us')}?view=us`}>
            {t('group.go-to-room')}
          </ActionButton>
        )}
        <ActionButton onPress={props.onLeave}>
          {t(alone.length > 0 ? 'group.leave-anyway' : 'people.leave')}
        </ActionButton>
        <ActionButton kind="quiet" onPress={props.onCancel}>
          {t('ui.cancel')}
        </ActionButton>
      </ActionRow>
    </div>
  );
}
