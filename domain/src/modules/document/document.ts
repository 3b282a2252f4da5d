import {
  by,
  choice,
  date,
  file,
  KEEPERS,
  optional,
  PARTNERS,
  record,
  ref,
  refs,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** What a text counts for: one version is in force at a time. */
export const STANDING = {
  draft: { fr: 'Projet', en: 'Draft' },
  forComment: { fr: 'Pour avis', en: 'For comment' },
  inForce: { fr: 'En vigueur', en: 'In force' },
  replaced: { fr: 'Remplacé', en: 'Replaced' },
} as const;

/** What kind of text it is. */
export const DOCUMENT_KIND = {
  letter: { fr: 'Lettre', en: 'Letter' },
  note: { fr: 'Note', en: 'Note' },
  minutes: { fr: 'Compte rendu', en: 'Minutes' },
  agreement: { fr: 'Accord', en: 'Agreement' },
  report: { fr: 'Rapport', en: 'Report' },
  photo: { fr: 'Photo', en: 'Photo' },
  other: { fr: 'Autre', en: 'Other' },
} as const;

/** A text or a file, what it counts for, what it replaces and who received it. */
export const document = record('document', {
  version: 1,
  circle: PARTNERS,
  fields: {
    title: text(300),
    kind: optional(choice(DOCUMENT_KIND)),
    standing: optional(choice(STANDING)),
    file: optional(file()),
    commentUntil: optional(date()),
    dated: optional(date()),
    replaces: optional(ref('document')),
    receivedBy: optional(refs('actor')),
    about: optional(ref()),
  },
  title: 'title',
  columns: ['title', 'kind', 'standing', 'dated', 'receivedBy'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'document',
      many: 'documents',
      fields: {
        title: 'Titre',
        kind: 'Nature',
        standing: 'Valeur',
        file: 'Fichier',
        commentUntil: 'Avis attendus jusqu’au',
        dated: 'Daté du',
        replaces: 'Remplace',
        receivedBy: 'Reçu par',
        about: 'À propos de',
      },
      empty:
        'Déposez un premier texte, même dans Word. Chaque page portera un code qui mène à la version en vigueur.',
    },
    en: {
      one: 'document',
      many: 'documents',
      fields: {
        title: 'Title',
        kind: 'Kind',
        standing: 'Standing',
        file: 'File',
        commentUntil: 'Comments until',
        dated: 'Dated',
        replaces: 'Replaces',
        receivedBy: 'Received by',
        about: 'About',
      },
      empty:
        'Bring a first text, Word is fine. Every page will carry a code leading to the version in force.',
    },
  },
});
