import { by, KEEPERS, optional, PARTNERS, record, ref, text } from '@tablee/domain/kernel';

/**
 * Two actors of the shared map that are one: while this record is there, everything that names `from` is read as
 * naming `into` (see `merged.ts`). No event is rewritten, so both histories stay readable, and removing the record
 * takes the two apart again.
 */
export const merger = record('merger', {
  version: 1,
  circle: PARTNERS,
  fields: { from: ref('actor'), into: ref('actor'), reason: optional(text(2_000)) },
  title: 'reason',
  columns: ['from', 'into', 'reason'],
  who: { add: by(KEEPERS), change: by(KEEPERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'fusion de deux acteurs',
      many: 'fusions d’acteurs',
      fields: { from: 'Celui qui rejoint', into: 'Celui qui reste', reason: 'Pourquoi c’est le même' },
      empty:
        'Deux fiches pour la même organisation ? Sur l’une d’elles, choisissez « Réunir avec une autre fiche ».',
    },
    en: {
      one: 'merger of two stakeholders',
      many: 'mergers of stakeholders',
      fields: { from: 'The one that joins', into: 'The one that stays', reason: 'Why they are the same' },
      empty: 'Two entries for one organisation? On either of them, choose "Merge with another entry".',
    },
  },
});
