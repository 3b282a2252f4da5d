import type { Role, Words } from '@tablee/domain/kernel';

/** Roles as they stand after « comme » / "as" on the pages without script. */
export const ROLE_WORDS: { readonly [R in Role]: Words } = {
  secretariat: { fr: 'secrétariat', en: 'secretariat' },
  core: { fr: 'membre du noyau', en: 'member of the core group' },
  chair: { fr: 'présidence', en: 'chair' },
  leader: { fr: 'direction', en: 'lead representative' },
  focal: { fr: 'point focal', en: 'focal point' },
  deputy: { fr: 'suppléance', en: 'deputy' },
  coordinator: { fr: 'coordination de groupe', en: 'group coordinator' },
  observer: { fr: 'observation, en lecture seule', en: 'observer, reading only' },
  helper: { fr: 'aide extérieure', en: 'outside helper' },
};
