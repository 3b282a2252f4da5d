import type { JsonObject } from '@tablee/domain/kernel';
import type { Group } from '@tablee/domain/modules/group';
import type { Running } from '@tablee/domain/modules/reading';
import { useLocale } from '#locale/use-text.tsx';
import { useAct, useOpenSpace } from '#sync/use-space.ts';

/** Acts in a group's room: each is a command in its circle, kept while there is no network. */
export const useGroupAct = (
  held: Running<Group>,
): { do(verb: string, payload: JsonObject): Promise<void>; newId(): string } => {
  const act = useAct();
  return {
    newId: act.newId,
    do: (verb, payload) => act.command(`group.${verb}`, { entity: held.id, circle: held.circle }, payload),
  };
};

/** The members of the partnership, to choose from; by name. */
export const useMembers = (): readonly { readonly value: string; readonly label: string }[] => {
  const { store } = useOpenSpace();
  const { locale, t } = useLocale();
  return (store.readers['partners'] ?? [])
    .map((id) => ({ value: id, label: store.person(id)?.name ?? t('record.somebody') }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
};

/** A person's name, as the vault shows it to me. */
export const useNameOf = (): ((person: string) => string) => {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  return (person) => store.person(person)?.name ?? t('record.somebody');
};
