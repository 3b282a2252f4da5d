import {
  by,
  choice,
  date,
  integer,
  optional,
  PARTNERS,
  record,
  ref,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** What a line of the minutes is. */
export const LINE_KIND = {
  decision: { fr: 'Décision', en: 'Decision' },
  action: { fr: 'Action', en: 'Action' },
  note: { fr: 'Note', en: 'Note' },
} as const;

/** One line caught in a meeting: a decision, an action with its owner and date, or a note. */
export const minuteLine = record('minuteLine', {
  version: 1,
  circle: PARTNERS,
  fields: {
    meeting: ref('meeting'),
    item: optional(ref('agendaItem')),
    kind: choice(LINE_KIND),
    text: text(2_000),
    owner: optional(ref('actor')),
    due: optional(date()),
    order: optional(integer(0, 100_000)),
  },
  title: 'text',
  columns: ['kind', 'text', 'owner', 'due'],
  owner: 'owner',
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(WRITERS) },
  labels: {
    fr: {
      one: 'ligne du compte rendu',
      many: 'lignes du compte rendu',
      fields: {
        meeting: 'Réunion',
        item: 'Point',
        kind: 'Nature',
        text: 'En une ligne',
        owner: 'Qui s’en charge',
        due: 'Pour le',
        order: 'Rang',
      },
      hints: { owner: 'Une seule organisation, même si plusieurs y travaillent.' },
      empty: 'Une décision ou une action par ligne. Tout se relit à voix haute avant de se quitter.',
    },
    en: {
      one: 'line of the minutes',
      many: 'lines of the minutes',
      fields: {
        meeting: 'Meeting',
        item: 'Item',
        kind: 'Kind',
        text: 'In one line',
        owner: 'Who takes it on',
        due: 'By',
        order: 'Order',
      },
      hints: { owner: 'One organisation only, even if several work on it.' },
      empty: 'One decision or one action per line. All of it is read aloud before people leave.',
    },
  },
});
