import { by, file, KEEPERS, line, optional, PARTNERS, record, text } from '@tablee/domain/kernel';

/** The head and foot of every letter of a partnership: set once, in each of its languages. */
export const letterhead = record('letterhead', {
  version: 1,
  circle: PARTNERS,
  fields: {
    name: text(300),
    logo: optional(file()),
    address: optional(text(500)),
    contact: optional(text(500)),
    foot: optional(text(300)),
    place: optional(line(100)),
    signatory: optional(text(300)),
    numberPattern: optional(line(60)),
  },
  title: 'name',
  who: { add: by(KEEPERS), change: by(KEEPERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'en-tête',
      many: 'en-têtes',
      fields: {
        name: 'Nom en tête des lettres',
        logo: 'Logo',
        address: 'Adresse',
        contact: 'Téléphone, e-mail, site',
        foot: 'Ligne de bas de page',
        place: 'Fait à',
        signatory: 'Qualité de qui signe',
        numberPattern: 'Forme des numéros',
      },
      hints: {
        logo: 'PNG ou JPEG, 500 ko au plus.',
        signatory: 'Par exemple : La coordinatrice du secrétariat.',
        numberPattern: '{nnn} est le numéro dans l’année, {an} l’année : {nnn}/SE/{an} donne 014/SE/2026.',
      },
      empty: 'Nom, adresse, contact : une fois pour toutes les lettres.',
    },
    en: {
      one: 'letterhead',
      many: 'letterheads',
      fields: {
        name: 'Name at the head of letters',
        logo: 'Logo',
        address: 'Address',
        contact: 'Telephone, e-mail, website',
        foot: 'Line at the foot',
        place: 'Written in',
        signatory: 'Title of who signs',
        numberPattern: 'Shape of numbers',
      },
      hints: {
        logo: 'PNG or JPEG, 500 kB at most.',
        signatory: 'For example: Coordinator of the secretariat.',
        numberPattern:
          '{nnn} is the number within the year, {year} the year: {nnn}/SE/{year} gives 014/SE/2026.',
      },
      empty: 'Name, address, contact: once for all letters.',
    },
  },
});
