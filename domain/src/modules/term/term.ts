import { by, choice, line, optional, PARTNERS, record, ref, text, WRITERS } from '@tablee/domain/kernel';

/** What was agreed of a word. */
export const OUTCOME = {
  agreed: { fr: 'Un sens pour travailler', en: 'One meaning to work with' },
  both: { fr: 'Nous gardons les deux', en: 'We keep both' },
} as const;
/** What was agreed of a word. */
export type Outcome = keyof typeof OUTCOME;

/** A word that groups understand differently, and what they agreed about it. */
export const term = record('term', {
  version: 1,
  circle: PARTNERS,
  fields: { word: line(80), outcome: optional(choice(OUTCOME)), working: optional(text(1_000)) },
  title: 'word',
  columns: ['word', 'outcome', 'working'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(WRITERS) },
  labels: {
    fr: {
      one: 'mot à plusieurs sens',
      many: 'mots à plusieurs sens',
      fields: { word: 'Mot', outcome: 'Ce que nous en faisons', working: 'Sens retenu pour travailler' },
      hints: { working: 'Ce que ce mot veut dire dans nos textes, sans trancher pour chacun.' },
      empty:
        '« Pollueur », « accès », « gratuit » : quel mot change de sens d’un bout de la table à l’autre ?',
    },
    en: {
      one: 'word with several meanings',
      many: 'words with several meanings',
      fields: { word: 'Word', outcome: 'What we do with it', working: 'Meaning to work with' },
      hints: { working: 'What the word means in our texts, without settling it for everybody.' },
      empty:
        '"Polluter", "access", "free": which word changes its meaning from one end of the table to the other?',
    },
  },
});

/** What one group understands by a word. */
export const wordSense = record('wordSense', {
  version: 1,
  circle: PARTNERS,
  fields: {
    term: ref('term'),
    organisation: optional(ref('actor')),
    group: optional(line(300)),
    meaning: text(1_000),
  },
  title: 'meaning',
  columns: ['term', 'organisation', 'group', 'meaning'],
  owner: 'organisation',
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(WRITERS) },
  labels: {
    fr: {
      one: 'sens donné à un mot',
      many: 'sens donnés aux mots',
      fields: {
        term: 'Mot',
        organisation: 'Organisation',
        group: 'Groupe',
        meaning: 'Ce qu’il entend par là',
      },
      hints: { group: 'Sans nom, on lira « un groupe ».' },
    },
    en: {
      one: 'meaning given to a word',
      many: 'meanings given to words',
      fields: { term: 'Word', organisation: 'Organisation', group: 'Group', meaning: 'What they mean by it' },
      hints: { group: 'Without a name, it reads "a group".' },
    },
  },
});
