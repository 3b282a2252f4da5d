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
  type View,
  valueOf,
  WRITERS,
} from '@tablee/domain/kernel';
import { recordsIn } from '../reading/index.ts';

/** By which way a document reached somebody. */
export const SENDING_WAY = {
  email: { fr: 'Par e-mail', en: 'By e-mail' },
  link: { fr: 'Par un lien', en: 'By a link' },
  hand: { fr: 'En main propre', en: 'By hand' },
  post: { fr: 'Par la poste', en: 'By post' },
} as const;

/** What went to whom, by which way and when. Whether a link was opened is not kept anywhere. */
export const sending = record('sending', {
  version: 1,
  circle: PARTNERS,
  fields: {
    document: ref('document'),
    organisation: optional(ref('actor')),
    person: optional(person()),
    way: choice(SENDING_WAY),
    on: optional(date()),
    note: optional(line(300)),
  },
  title: 'note',
  columns: ['document', 'organisation', 'person', 'way', 'on', 'note'],
  about: 'person',
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'remise d’un document',
      many: 'remises de documents',
      fields: {
        document: 'Document',
        organisation: 'Organisation',
        person: 'Personne',
        way: 'Par quel moyen',
        on: 'Le',
        note: 'Précision',
      },
      empty: 'À qui ce texte a-t-il été remis ? Notez-le : on saura qui a quelle version.',
    },
    en: {
      one: 'handing out of a document',
      many: 'documents handed out',
      fields: {
        document: 'Document',
        organisation: 'Organisation',
        person: 'Person',
        way: 'By which way',
        on: 'On',
        note: 'Detail',
      },
      empty: 'Who was given this text? Note it, and everybody knows who holds which version.',
    },
  },
});

/** One sending as lists show it. */
export interface SendingLine {
  readonly id: string;
  readonly organisation: string | undefined;
  readonly person: string | undefined;
  readonly way: keyof typeof SENDING_WAY;
  readonly on: string | undefined;
  readonly note: string | undefined;
}

/** To whom a document went, the latest first. */
export const sendingsOf = (view: View, document: string): readonly SendingLine[] =>
  recordsIn(view, 'sending')
    .filter((entity) => valueOf(sending, entity, 'document') === document)
    .map((entity) => ({
      id: entity.id,
      organisation: valueOf(sending, entity, 'organisation'),
      person: valueOf(sending, entity, 'person'),
      way: valueOf(sending, entity, 'way') ?? 'hand',
      on: valueOf(sending, entity, 'on'),
      note: valueOf(sending, entity, 'note'),
    }))
    .sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1));
