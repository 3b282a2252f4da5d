import {
  by,
  flag,
  integer,
  KEEPERS,
  line,
  optional,
  PARTNERS,
  place,
  record,
  tags,
  text,
} from '@tablee/domain/kernel';

/**
 * The partnership itself: one record per space, whose entity id is the space's id. The name in it is the
 * working name; the problem is a wording of its own (see the module `wording`).
 */
export const partnership = record('partnership', {
  version: 1,
  circle: PARTNERS,
  fields: {
    name: text(300),
    summary: optional(text(2_000)),
    languages: optional(tags()),
    zone: optional(line(60)),
    place: optional(place()),
    fiscalYearStart: optional(integer(1, 12)),
    framework: optional(line(60)),
    sample: optional(flag()),
  },
  title: 'name',
  who: { add: by(['secretariat', 'core', 'chair', 'system']), change: by(KEEPERS), remove: by([]) },
  labels: {
    fr: {
      one: 'partenariat',
      many: 'partenariats',
      fields: {
        name: 'Nom',
        summary: 'En quelques phrases',
        languages: 'Langues de travail',
        zone: 'Fuseau horaire',
        place: 'Lieu',
        fiscalYearStart: 'Premier mois de l’exercice',
        framework: 'Version du cadre',
        sample: 'Exemple inventé',
      },
      hints: {
        name: 'Un nom provisoire suffit ; il peut changer à tout moment.',
        languages: 'Celles que l’on parle ensemble, pas seulement celles que l’on écrit.',
        zone: 'Sert à dire les heures et les échéances.',
        fiscalYearStart: '1 pour janvier, 12 pour décembre.',
      },
    },
    en: {
      one: 'partnership',
      many: 'partnerships',
      fields: {
        name: 'Name',
        summary: 'In a few sentences',
        languages: 'Working languages',
        zone: 'Time zone',
        place: 'Place',
        fiscalYearStart: 'First month of the financial year',
        framework: 'Version of the framework',
        sample: 'Invented example',
      },
      hints: {
        name: 'A working name is enough; it can change at any time.',
        languages: 'Those you speak together, not only those you write.',
        zone: 'Used to say hours and deadlines.',
        fiscalYearStart: '1 for January, 12 for December.',
      },
    },
  },
});
