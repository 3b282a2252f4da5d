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
  withdrawn: { fr: 'Retiré', en: 'Withdrawn' },
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

/**
 * One version of a text or a file. What it counts for is an act in its line of versions (`edition`), which no record
 * command writes; `standing`, `commentUntil` and `replaces` hold what was noted of documents before there were lines.
 */
export const document = record('document', {
  version: 1,
  circle: PARTNERS,
  fields: {
    title: text(300),
    kind: optional(choice(DOCUMENT_KIND)),
    standing: optional(choice(STANDING)),
    file: optional(file()),
    text: optional(text(50_000)),
    commentUntil: optional(date()),
    dated: optional(date()),
    replaces: optional(ref('document')),
    receivedBy: optional(refs('actor')),
    about: optional(ref()),
  },
  acts: ['standing', 'commentUntil', 'replaces'],
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
        text: 'Les mots du texte',
        commentUntil: 'Avis attendus jusqu’au',
        dated: 'Daté du',
        replaces: 'Remplace',
        receivedBy: 'Reçu par',
        about: 'À propos de',
      },
      hints: { text: 'Collés ici, ils se comparent mot à mot d’une version à l’autre.' },
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
        text: 'The words of the text',
        commentUntil: 'Comments until',
        dated: 'Dated',
        replaces: 'Replaces',
        receivedBy: 'Received by',
        about: 'About',
      },
      hints: { text: 'Pasted here, they compare word by word from one version to the next.' },
      empty:
        'Bring a first text, Word is fine. Every page will carry a code leading to the version in force.',
    },
  },
});
