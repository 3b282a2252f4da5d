import {
  by,
  choice,
  date,
  KEEPERS,
  line,
  optional,
  PARTNERS,
  record,
  ref,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** Something that must go on after those who carry it now: secured by whom, until when. */
export const essential = record('essential', {
  version: 1,
  circle: PARTNERS,
  fields: {
    name: line(),
    why: optional(text(2_000)),
    state: choice({
      open: { fr: 'Pas encore assuré', en: 'Not secured yet' },
      partly: { fr: 'Assuré en partie', en: 'Partly secured' },
      secured: { fr: 'Assuré', en: 'Secured' },
    }),
    securedBy: optional(ref('actor')),
    until: optional(date()),
  },
  title: 'name',
  columns: ['name', 'state', 'securedBy', 'until'],
  owner: 'securedBy',
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'ce qui doit continuer',
      many: 'ce qui doit continuer',
      fields: {
        name: 'Ce qui doit continuer',
        why: 'Pour qui, pourquoi',
        state: 'Est-ce assuré ?',
        securedBy: 'Par quelle organisation',
        until: 'Jusqu’au',
      },
      empty:
        'Si vous partiez demain, qui saurait faire quoi ? Nommez ce qui doit continuer, puis qui le reprend et quand.',
    },
    en: {
      one: 'what must go on',
      many: 'what must go on',
      fields: {
        name: 'What must go on',
        why: 'For whom and why',
        state: 'Is it secured?',
        securedBy: 'By which organisation',
        until: 'Until',
      },
      empty:
        'If you left tomorrow, who would know what to do? Name what must go on, then who takes it and when.',
    },
  },
});
