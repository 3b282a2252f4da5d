import {
  by,
  choice,
  date,
  integer,
  KEEPERS,
  optional,
  PARTNER_ROLES,
  PARTNERS,
  record,
  ref,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** What must hold for a link of the chain to work; it has an owner and is looked at again every `recheck` months. */
export const assumption = record('assumption', {
  version: 1,
  circle: PARTNERS,
  fields: {
    statement: text(2_000),
    result: ref('result'),
    owner: optional(ref('actor')),
    recheck: optional(integer(1, 60)),
    checked: optional(date()),
    holds: choice({
      yes: { fr: 'Elle tient', en: 'It holds' },
      unsure: { fr: 'À confirmer', en: 'To be confirmed' },
      no: { fr: 'Elle ne tient pas', en: 'It does not hold' },
    }),
    evidence: optional(text(5_000)),
  },
  title: 'statement',
  columns: ['statement', 'result', 'owner', 'holds', 'checked'],
  owner: 'owner',
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS, PARTNER_ROLES) },
  labels: {
    fr: {
      one: 'hypothèse',
      many: 'hypothèses',
      fields: {
        statement: 'Ce que nous supposons',
        result: 'Résultat qui en dépend',
        owner: 'Qui y veille',
        recheck: 'À revoir tous les (mois)',
        checked: 'Vue pour la dernière fois le',
        holds: 'Tient-elle ?',
        evidence: 'Ce qui le montre',
      },
      hints: { recheck: 'Sans rythme, elle est revue une fois par an.' },
      empty:
        'Que faut-il qui soit vrai, sans que nous puissions le décider ? « Les familles acceptent de payer l’eau. » Une phrase, une organisation qui y veille, un rythme.',
    },
    en: {
      one: 'assumption',
      many: 'assumptions',
      fields: {
        statement: 'What we assume',
        result: 'Result that depends on it',
        owner: 'Who keeps watch',
        recheck: 'Looked at again every (months)',
        checked: 'Last looked at on',
        holds: 'Does it hold?',
        evidence: 'What shows it',
      },
      hints: { recheck: 'Without a rhythm it is looked at once a year.' },
      empty:
        'What has to be true although we cannot decide it? “Families agree to pay for water.” One sentence, one organisation keeping watch, one rhythm.',
    },
  },
});
