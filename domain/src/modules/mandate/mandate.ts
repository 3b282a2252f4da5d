import {
  by,
  choice,
  date,
  KEEPERS,
  line,
  optional,
  PARTNERS,
  person,
  record,
  ref,
  text,
} from '@tablee/domain/kernel';

/** For what somebody was named by an organisation. */
export const MANDATE_ROLE = {
  leader: { fr: 'Direction', en: 'Leader' },
  focal: { fr: 'Point focal', en: 'Focal point' },
  deputy: { fr: 'Suppléance', en: 'Deputy' },
} as const;
/** A role that an organisation names somebody for. */
export type MandateRole = keyof typeof MANDATE_ROLE;
/** The roles in the order in which people speak. */
export const MANDATE_ROLES = ['leader', 'focal', 'deputy'] as const satisfies readonly MandateRole[];

/** Who may speak for an organisation: named by which letter, from when until when. Names are in the vault. */
export const mandate = record('mandate', {
  version: 1,
  circle: PARTNERS,
  fields: {
    organisation: ref('actor'),
    role: choice(MANDATE_ROLE),
    person: optional(person()),
    from: optional(date()),
    until: optional(date()),
    designatedBy: optional(line(300)),
    designatedOn: optional(date()),
    reference: optional(line(100)),
    letter: optional(ref('letter')),
    scope: optional(text(2_000)),
    successor: optional(person()),
  },
  title: 'designatedBy',
  columns: ['organisation', 'role', 'person', 'from', 'until', 'designatedBy', 'designatedOn', 'reference'],
  owner: 'organisation',
  about: 'person',
  who: { add: by(KEEPERS, ['leader']), change: by(KEEPERS, ['leader']), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'mandat',
      many: 'mandats',
      fields: {
        organisation: 'Organisation',
        role: 'Rôle',
        person: 'Personne',
        from: 'Depuis le',
        until: 'Jusqu’au',
        designatedBy: 'Désignée par',
        designatedOn: 'Lettre du',
        reference: 'Numéro de la lettre',
        letter: 'Lettre de désignation',
        scope: 'Ce que la personne peut décider',
        successor: 'Qui lui succède',
      },
      hints: {
        designatedBy: 'La fonction de qui a signé, pas son nom : La ministre, Le conseil d’administration.',
        scope: 'Sans revenir vers son organisation. Laissez vide si la lettre ne le dit pas.',
      },
      empty: 'Une lettre nomme qui parle : notez-la ici, et plus personne ne demandera qui était mandaté.',
    },
    en: {
      one: 'mandate',
      many: 'mandates',
      fields: {
        organisation: 'Organisation',
        role: 'Role',
        person: 'Person',
        from: 'From',
        until: 'Until',
        designatedBy: 'Designated by',
        designatedOn: 'Letter of',
        reference: 'Number of the letter',
        letter: 'Letter of designation',
        scope: 'What the person may decide',
        successor: 'Who succeeds',
      },
      hints: {
        designatedBy: 'The office of whoever signed, not the name: The Minister, The board.',
        scope: 'Without going back to their organisation. Leave empty where the letter does not say.',
      },
      empty: 'A letter names who speaks: note it here, and nobody will have to ask who was mandated.',
    },
  },
});
