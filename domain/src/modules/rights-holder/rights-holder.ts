import {
  by,
  choice,
  date,
  file,
  KEEPERS,
  line,
  optional,
  person,
  record,
  ref,
  SECRETARIAT,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** On what it stands that we keep something about people whose rights are touched. */
export const BASIS = {
  consent: { fr: 'Leur accord, donné en connaissance de cause', en: 'Their consent, given knowingly' },
  community: { fr: 'Une décision de leur communauté', en: 'A decision of their community' },
  law: { fr: 'Une obligation de la loi', en: 'A duty under the law' },
  publicTask: { fr: 'Une mission publique', en: 'A public task' },
} as const;

/**
 * A group whose rights are at stake: who it is, who speaks for it by what mandate, why and until when we keep this.
 * It lives in a circle of named readers; nobody is named in its texts, a person stands by the id of their card.
 */
export const rightsHolder = record('rightsHolder', {
  version: 1,
  circle: SECRETARIAT,
  fields: {
    group: line(300),
    rights: optional(text(2_000)),
    speaker: optional(person()),
    mandateFrom: optional(line(300)),
    mandateOn: optional(date()),
    proof: optional(text(1_000)),
    proofFile: optional(file()),
    purpose: optional(text(1_000)),
    basis: optional(choice(BASIS)),
    reviewOn: optional(date()),
  },
  title: 'group',
  columns: ['group', 'speaker', 'mandateFrom', 'mandateOn', 'purpose', 'basis', 'reviewOn'],
  owner: 'speaker',
  // Who gave the mandate, and the paper that shows it, tell who carries it.
  theirs: { speaker: ['mandateFrom', 'mandateOn', 'proof', 'proofFile'] },
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'titulaires de droits',
      many: 'titulaires de droits',
      fields: {
        group: 'Qui est touché',
        rights: 'Dans quels droits',
        speaker: 'Qui parle en leur nom',
        mandateFrom: 'Mandat donné par',
        mandateOn: 'Mandat donné le',
        proof: 'Ce qui le montre',
        proofFile: 'Pièce',
        purpose: 'Pourquoi nous gardons ceci',
        basis: 'Sur quelle base',
        reviewOn: 'À revoir le',
      },
      hints: {
        group: 'Un groupe, jamais un nom : « les pêcheurs de l’aval ».',
        mandateFrom: 'Une assemblée, un conseil, des familles : qui a dit que cette personne parle pour eux.',
        proof: 'Un procès-verbal, une liste de présence, ce que vous avez entendu vous-même.',
        purpose: 'Ce qui n’a plus de raison s’efface.',
      },
      empty:
        'Qui est touché, et qui parle en son nom ? Un groupe, la personne, et qui lui en a donné mandat.',
    },
    en: {
      one: 'rights holders',
      many: 'rights holders',
      fields: {
        group: 'Who is affected',
        rights: 'In which rights',
        speaker: 'Who speaks for them',
        mandateFrom: 'Mandate given by',
        mandateOn: 'Mandate given on',
        proof: 'What shows it',
        proofFile: 'Document',
        purpose: 'Why we keep this',
        basis: 'On what basis',
        reviewOn: 'Look again on',
      },
      hints: {
        group: 'A group, never a name: "fishers downstream".',
        mandateFrom: 'An assembly, a council, families: who said that this person speaks for them.',
        proof: 'Minutes, a list of those present, what you heard yourself.',
        purpose: 'What has no reason any more is erased.',
      },
      empty: 'Who is affected, and who speaks for them? A group, the person, and who gave them the mandate.',
    },
  },
});

/** What became of a promise. */
export const PROMISE_STATE = {
  open: { fr: 'Pas encore', en: 'Not yet' },
  kept: { fr: 'Tenue', en: 'Kept' },
  partly: { fr: 'Tenue en partie', en: 'Kept in part' },
  broken: { fr: 'Pas tenue', en: 'Not kept' },
} as const;
/** One of them. */
export type PromiseState = keyof typeof PROMISE_STATE;

/** A promise made to rights holders, and what became of it; the answer is in their language, in writing or as a voice. */
export const rightsPromise = record('rightsPromise', {
  version: 1,
  circle: SECRETARIAT,
  fields: {
    to: ref('rightsHolder'),
    promise: text(2_000),
    by: optional(ref('actor')),
    madeOn: optional(date()),
    dueOn: optional(date()),
    state: optional(choice(PROMISE_STATE)),
    why: optional(text(2_000)),
    answer: optional(text(5_000)),
    voice: optional(file()),
    answeredOn: optional(date()),
  },
  title: 'promise',
  columns: ['to', 'promise', 'by', 'madeOn', 'dueOn', 'state', 'why', 'answeredOn'],
  owner: 'by',
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'promesse',
      many: 'promesses',
      fields: {
        to: 'À qui',
        promise: 'Ce qui a été promis',
        by: 'Par quelle organisation',
        madeOn: 'Promis le',
        dueOn: 'Pour le',
        state: 'Où en est-elle',
        why: 'Pourquoi',
        answer: 'La réponse, dans leur langue',
        voice: 'La réponse, dite (son)',
        answeredOn: 'Réponse donnée le',
      },
      hints: {
        why: 'Surtout si elle n’est pas tenue : ils l’entendront de vous, ou d’un autre.',
        answer: 'Dans la langue dans laquelle on vous a parlé.',
      },
      empty: 'Qu’avez-vous promis en écoutant ? Une phrase, et le jour où vous répondrez.',
    },
    en: {
      one: 'promise',
      many: 'promises',
      fields: {
        to: 'To whom',
        promise: 'What was promised',
        by: 'By which organisation',
        madeOn: 'Promised on',
        dueOn: 'Due on',
        state: 'How it stands',
        why: 'Why',
        answer: 'The answer, in their language',
        voice: 'The answer, spoken (sound)',
        answeredOn: 'Answered on',
      },
      hints: {
        why: 'Above all if it is not kept: they will hear it from you, or from somebody else.',
        answer: 'In the language in which they spoke to you.',
      },
      empty: 'What did you promise while you listened? One sentence, and the day on which you will answer.',
    },
  },
});
