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
  refs,
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
    actors: optional(refs('actor')),
    overlap: optional(text(2_000)),
    verdict: optional(choice(VERDICT)),
    source: optional(text(500)),
    address: optional(link()),
  },
  title: 'name',
  columns: ['name', 'aims', 'area', 'end', 'source', 'verdict'],
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
        actors: 'Qui la porte',
        overlap: 'Ce qui recoupe notre problème',
        verdict: 'Ce que nous en faisons',
        source: 'Source',
        address: 'Site',
      },
      hints: {
        source: 'D’où nous le savons : une personne, un rapport, un appel.',
        actors: 'Ceux de nos acteurs qui y travaillent déjà.',
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
        actors: 'Who carries it',
        overlap: 'Where it overlaps with our problem',
        verdict: 'What we make of it',
        source: 'Source',
        address: 'Website',
      },
      hints: {
        source: 'How we know: a person, a report, a call.',
        actors: 'Those of our stakeholders who work on it already.',
      },
      empty: 'Who works on this already? A name will do; the rest is a phone call away.',
    },
  },
});
