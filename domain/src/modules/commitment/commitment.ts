import {
  by,
  choice,
  date,
  file,
  KEEPERS,
  line,
  optional,
  PARTNERS,
  person,
  record,
  ref,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** Where a commitment stands. */
export const COMMITMENT_STATE = {
  open: { fr: 'En cours', en: 'Open' },
  done: { fr: 'Tenu', en: 'Done' },
  dropped: { fr: 'Abandonné', en: 'Dropped' },
} as const;

/** What is owed. */
export const COMMITMENT_KIND = {
  action: { fr: 'Action', en: 'Action' },
  contribution: { fr: 'Contribution', en: 'Contribution' },
  figure: { fr: 'Valeur', en: 'Figure' },
  answer: { fr: 'Réponse', en: 'Answer' },
} as const;

/** Something owed to someone by a date. A change of date carries its reason in `dateReason`. */
export const commitment = record('commitment', {
  version: 1,
  circle: PARTNERS,
  fields: {
    what: text(2_000),
    owner: optional(ref('actor')),
    person: optional(person()),
    to: optional(ref('actor')),
    due: optional(date()),
    state: optional(choice(COMMITMENT_STATE)),
    dateReason: optional(text(1_000)),
    kind: optional(choice(COMMITMENT_KIND)),
    origin: optional(ref()),
    doneOn: optional(date()),
    proof: optional(file()),
    proofNote: optional(line(500)),
    handedFor: optional(text(1_000)),
  },
  title: 'what',
  columns: ['what', 'owner', 'to', 'due', 'state'],
  owner: 'owner',
  theirs: { person: ['dateReason', 'proof', 'proofNote', 'handedFor'] },
  who: {
    add: by(WRITERS),
    change: by([...KEEPERS, 'system'], ['leader', 'focal', 'deputy', 'coordinator', 'helper']),
    remove: by(KEEPERS),
  },
  labels: {
    fr: {
      one: 'engagement',
      many: 'engagements',
      fields: {
        what: 'Quoi',
        owner: 'Qui le doit',
        person: 'Personne',
        to: 'À qui',
        due: 'Pour le',
        state: 'État',
        dateReason: 'Pourquoi la date change',
        kind: 'Nature',
        origin: 'Vient de',
        doneOn: 'Tenu le',
        proof: 'Ce qui le montre',
        proofNote: 'Où cela se voit',
        handedFor: 'Pourquoi il est passé à quelqu’un d’autre',
      },
      empty: '« Je t’envoie les chiffres vendredi. » Notez-le : personne n’aura à le rappeler de mémoire.',
    },
    en: {
      one: 'commitment',
      many: 'commitments',
      fields: {
        what: 'What',
        owner: 'Owed by',
        person: 'Person',
        to: 'Owed to',
        due: 'By',
        state: 'State',
        dateReason: 'Why the date changes',
        kind: 'Kind',
        origin: 'Comes from',
        doneOn: 'Done on',
        proof: 'What shows it',
        proofNote: 'Where it can be seen',
        handedFor: 'Why it was handed over',
      },
      empty: '“I will send you the figures on Friday.” Note it, and nobody has to remember.',
    },
  },
});
