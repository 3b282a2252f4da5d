import {
  by,
  choice,
  date,
  KEEPERS,
  line,
  link,
  optional,
  PARTNERS,
  place,
  record,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** What we make of an initiative that exists already. */
export const VERDICT = {
  align: { fr: 'S’accorder avec elle', en: 'Align with it' },
  join: { fr: 'La rejoindre', en: 'Join it' },
  complement: { fr: 'La compléter', en: 'Complement it' },
} as const;

/** An initiative that works on the same problem already: everything but its name may come later. */
export const initiative = record('initiative', {
  version: 1,
  circle: PARTNERS,
  fields: {
    name: line(300),
    aims: optional(text(2_000)),
    area: optional(place()),
    start: optional(date()),
    end: optional(date()),
    overlap: optional(text(2_000)),
    verdict: optional(choice(VERDICT)),
    address: optional(link()),
  },
  title: 'name',
  columns: ['name', 'aims', 'area', 'end', 'verdict'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'initiative existante',
      many: 'initiatives existantes',
      fields: {
        name: 'Nom',
        aims: 'Ce qu’elle cherche',
        area: 'Où',
        start: 'Depuis',
        end: 'Jusqu’à',
        overlap: 'Ce qui recoupe notre problème',
        verdict: 'Ce que nous en faisons',
        address: 'Site',
      },
      empty: 'Qui travaille déjà là-dessus ? Un nom suffit ; le reste se demande au téléphone.',
    },
    en: {
      one: 'existing initiative',
      many: 'existing initiatives',
      fields: {
        name: 'Name',
        aims: 'What it is after',
        area: 'Where',
        start: 'Since',
        end: 'Until',
        overlap: 'Where it overlaps with our problem',
        verdict: 'What we make of it',
        address: 'Website',
      },
      empty: 'Who works on this already? A name will do; the rest is a phone call away.',
    },
  },
});
