import { by, choice, integer, optional, PARTNERS, record, ref, text, WRITERS } from '@tablee/domain/kernel';

/** What an agenda item is for. */
export const WANTED = {
  inform: { fr: 'Informer', en: 'Inform' },
  discuss: { fr: 'Discuter', en: 'Discuss' },
  decide: { fr: 'Décider', en: 'Decide' },
} as const;

/** One item of a meeting's agenda; `from` is what it comes from: a flag, an open commitment, a wording. */
export const agendaItem = record('agendaItem', {
  version: 1,
  circle: PARTNERS,
  fields: {
    meeting: ref('meeting'),
    title: text(500),
    order: optional(integer(0, 100_000)),
    minutes: optional(integer(1, 1_440)),
    wanted: optional(choice(WANTED)),
    outcome: optional(text(1_000)),
    from: optional(ref()),
  },
  title: 'title',
  columns: ['order', 'title', 'minutes', 'wanted', 'outcome'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(WRITERS) },
  labels: {
    fr: {
      one: 'point de l’ordre du jour',
      many: 'points de l’ordre du jour',
      fields: {
        meeting: 'Réunion',
        title: 'Point',
        order: 'Rang',
        minutes: 'Minutes',
        wanted: 'Pour',
        outcome: 'Résultat attendu',
        from: 'Vient de',
      },
      empty: 'De quoi faut-il parler ? Une question par ligne ; les points ouverts se reprennent d’un geste.',
    },
    en: {
      one: 'agenda item',
      many: 'agenda items',
      fields: {
        meeting: 'Meeting',
        title: 'Item',
        order: 'Order',
        minutes: 'Minutes',
        wanted: 'To',
        outcome: 'Outcome wanted',
        from: 'Comes from',
      },
      empty: 'What is there to talk about? One question per line; open points are taken over in one step.',
    },
  },
});
