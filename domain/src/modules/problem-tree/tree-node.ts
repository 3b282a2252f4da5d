import {
  by,
  choice,
  line,
  optional,
  PARTNERS,
  record,
  ref,
  refs,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** On which side of the core problem a card stands. */
export const SIDE = {
  cause: { fr: 'Cause', en: 'Cause' },
  effect: { fr: 'Effet', en: 'Effect' },
} as const;
/** A side of the tree. */
export type Side = keyof typeof SIDE;

/** A card of the problem tree: a cause or an effect, the card it hangs on, and its place among its neighbours. */
export const treeNode = record('treeNode', {
  version: 1,
  circle: PARTNERS,
  fields: {
    text: text(500),
    side: optional(choice(SIDE)),
    parent: optional(ref('treeNode')),
    order: optional(line(200)),
    actors: refs('actor'),
    perspectives: refs('perspective'),
  },
  title: 'text',
  columns: ['side', 'text', 'parent', 'actors', 'perspectives'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(WRITERS) },
  labels: {
    fr: {
      one: 'carte de l’arbre',
      many: 'cartes de l’arbre',
      fields: {
        text: 'En une ligne',
        side: 'Cause ou effet',
        parent: 'Tient à',
        order: 'Place',
        actors: 'Acteurs concernés',
        perspectives: 'Points de vue qui le disent',
      },
      empty: 'Demandez « pourquoi ? » trois fois de suite. Chaque réponse est une carte.',
    },
    en: {
      one: 'card of the tree',
      many: 'cards of the tree',
      fields: {
        text: 'In one line',
        side: 'Cause or effect',
        parent: 'Hangs on',
        order: 'Place',
        actors: 'Stakeholders concerned',
        perspectives: 'Perspectives that say so',
      },
      empty: 'Ask "why?" three times in a row. Each answer is a card.',
    },
  },
});
