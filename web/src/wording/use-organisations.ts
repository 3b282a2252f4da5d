import { isPresent, KEEPERS, titleOf, WRITERS } from '@tablee/domain/kernel';
import { actor } from '@tablee/domain/modules/actor';
import { useLocale } from '../locale/use-text.tsx';
import { useView, useYou } from '../sync/use-space.ts';

/** An organisation to choose. */
export interface OrganisationOption {
  readonly value: string;
  readonly label: string;
}

/**
 * The organisations for which I may speak: mine; with a keeper's role, any, to enter what they said elsewhere. Whoever
 * only observes speaks for none.
 */
export const useMyOrganisations = (): readonly OrganisationOption[] => {
  const you = useYou();
  const all = useOrganisations();
  const keeper = KEEPERS.some((role) => you?.roles.includes(role));
  const mine = all.filter((each) => each.value === you?.organisation);
  if (!WRITERS.some((role) => you?.roles.includes(role))) return [];
  return keeper ? [...mine, ...all.filter((each) => each.value !== you?.organisation)] : mine;
};

/** Every organisation that I may see, by name. */
export const useOrganisations = (): readonly OrganisationOption[] => {
  const view = useView();
  const { locale } = useLocale();
  return [...view.list('actor')]
    .filter(isPresent)
    .map((entity) => ({ value: entity.id, label: titleOf(actor, entity, locale) ?? '?' }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
};
