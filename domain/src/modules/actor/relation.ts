import { by, choice, KEEPERS, optional, PARTNERS, record, ref, text, WRITERS } from '@tablee/domain/kernel';
import { RELATION, STRENGTH } from './choice.ts';

/** A link between two organisations of the shared map, made with those on it. */
export const relation = record('relation', {
  version: 1,
  circle: PARTNERS,
  fields: {
    from: ref('actor'),
    to: ref('actor'),
    kind: choice(RELATION),
    strength: optional(choice(STRENGTH)),
    note: optional(text(2_000)),
  },
  title: 'note',
  columns: ['from', 'kind', 'to', 'strength'],
  owner: 'from',
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS, ['leader', 'focal', 'deputy']) },
  labels: {
    fr: {
      one: 'relation',
      many: 'relations',
      fields: { from: 'De', to: 'Vers', kind: 'Nature', strength: 'Intensité', note: 'Remarque' },
      hints: { note: 'Les tensions se notent sur votre carte de travail, pas ici.' },
      empty: 'Qui travaille déjà avec qui ? Un lien connu de tous suffit pour commencer.',
    },
    en: {
      one: 'relation',
      many: 'relations',
      fields: { from: 'From', to: 'To', kind: 'Kind', strength: 'How close', note: 'Note' },
      hints: { note: 'Tensions belong on your own working map, not here.' },
      empty: 'Who works with whom already? One link that everybody knows is enough to start.',
    },
  },
});
