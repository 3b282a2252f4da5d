import { by, choice, KEEPERS, optional, PARTNERS, record, text, WRITERS } from '@tablee/domain/kernel';

/** What we would tell the next partnership; `forWhom` says how far its authors wish it to travel. */
export const lesson = record('lesson', {
  version: 1,
  circle: PARTNERS,
  fields: {
    statement: text(2_000),
    happened: optional(text(10_000)),
    advice: optional(text(5_000)),
    forWhom: choice({
      us: { fr: 'Nous seulement', en: 'Ourselves only' },
      partnerships: { fr: 'D’autres partenariats', en: 'Other partnerships' },
      everyone: { fr: 'Tout le monde', en: 'Everybody' },
    }),
  },
  title: 'statement',
  columns: ['statement', 'advice', 'forWhom'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'enseignement tiré',
      many: 'enseignements tirés',
      fields: {
        statement: 'La prochaine fois, nous…',
        happened: 'Ce qui s’est passé',
        advice: 'Ce que nous conseillons',
        forWhom: 'À qui le dire',
      },
      empty:
        '« La prochaine fois, nous… » Terminez cette phrase. Un échec bien raconté aide plus qu’une réussite.',
    },
    en: {
      one: 'lesson learned',
      many: 'lessons learned',
      fields: {
        statement: 'Next time, we would…',
        happened: 'What happened',
        advice: 'What we advise',
        forWhom: 'Whom to tell',
      },
      empty: '“Next time, we would…” Finish that sentence. A failure well told helps more than a success.',
    },
  },
});
