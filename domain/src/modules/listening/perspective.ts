import {
  by,
  choice,
  date,
  flag,
  KEEPERS,
  line,
  optional,
  PARTNERS,
  record,
  ref,
  text,
  WRITERS,
} from '@tablee/domain/kernel';
import { SECTOR } from '../actor/index.ts';

/** What a group says about the problem, in its own words. With `protected`, nobody is named in it. */
export const perspective = record('perspective', {
  version: 1,
  circle: PARTNERS,
  fields: {
    statement: text(5_000),
    group: optional(line(300)),
    sector: optional(choice(SECTOR)),
    organisation: optional(ref('actor')),
    source: optional(text(500)),
    heardOn: optional(date()),
    protected: optional(flag()),
  },
  title: 'statement',
  columns: ['statement', 'group', 'sector', 'source', 'heardOn'],
  owner: 'organisation',
  who: { add: by(WRITERS), change: by(KEEPERS, WRITERS), remove: by(KEEPERS, WRITERS) },
  labels: {
    fr: {
      one: 'point de vue',
      many: 'points de vue',
      fields: {
        statement: 'Ce qui a été dit',
        group: 'Par quel groupe',
        sector: 'Secteur',
        organisation: 'Organisation',
        source: 'Où et comment',
        heardOn: 'Entendu le',
        protected: 'Source à protéger',
      },
      hints: { protected: 'Ni nom, ni lieu, ni détail qui permette de reconnaître quelqu’un.' },
      empty:
        'Qui vit le problème sans être à la table ? Une phrase dans ses mots, et où elle a été dite. Annoncez ce que vous en ferez.',
    },
    en: {
      one: 'perspective',
      many: 'perspectives',
      fields: {
        statement: 'What was said',
        group: 'By which group',
        sector: 'Sector',
        organisation: 'Organisation',
        source: 'Where and how',
        heardOn: 'Heard on',
        protected: 'Source to be protected',
      },
      hints: { protected: 'No name, no place, no detail by which somebody could be recognised.' },
      empty:
        'Who lives with the problem but is not at the table? One sentence in their words, and where it was said. Say what you will do with it.',
    },
  },
});
