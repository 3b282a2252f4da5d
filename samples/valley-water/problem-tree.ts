import type { Story } from '../build/story.ts';
import { each, fr, type Said } from '../build/words.ts';

/** What hangs below and above the problem, what shows it, whom it touches, and a word that divided the table. */
export const problemTree = (s: Story): void => {
  cards(s);
  evidence(s);
  words(s);
};

interface Card {
  readonly name: string;
  readonly text: Said;
  /** The card it hangs on; absent where it hangs on the problem itself. */
  readonly on?: string;
  readonly order: string;
  readonly actors?: readonly string[];
  readonly perspectives?: readonly string[];
}

const CAUSES: readonly Card[] = [
  {
    name: 'table-drops',
    text: fr(
      'La nappe baisse plus vite qu’elle ne se remplit.',
      'The water table drops faster than it refills.',
    ),
    order: 'f',
    perspectives: ['level'],
  },
  {
    name: 'pumping-unknown',
    text: fr('Personne ne sait combien chacun pompe.', 'Nobody knows how much each one pumps.'),
    on: 'table-drops',
    order: 'f',
    actors: ['brewery', 'park'],
    perspectives: ['litres'],
  },
  {
    name: 'network-leaks',
    text: fr('Le réseau perd une bonne part de son eau.', 'The network loses a good part of its water.'),
    on: 'table-drops',
    order: 'm',
    actors: ['town'],
  },
  {
    name: 'no-common-rule',
    text: fr('Aucune règle commune pour les mois secs.', 'No common rule for the dry months.'),
    order: 'm',
    actors: ['regulator'],
  },
];

const EFFECTS: readonly Card[] = [
  {
    name: 'hours-lost',
    text: fr(
      'Les femmes et les filles perdent des heures chaque jour.',
      'Women and girls lose hours every day.',
    ),
    order: 'f',
    perspectives: ['queue'],
  },
  {
    name: 'school-missed',
    text: fr('Des filles manquent le début de l’école.', 'Girls miss the beginning of school.'),
    on: 'hours-lost',
    order: 'f',
  },
  {
    name: 'unsafe-water',
    text: fr(
      'On boit ce qu’on trouve, et les enfants tombent malades.',
      'People drink what they find, and children fall ill.',
    ),
    order: 'm',
  },
];

const cards = (s: Story): void => {
  s.at('2024-02-23T16:00');
  for (const [side, hung] of [
    ['cause', CAUSES],
    ['effect', EFFECTS],
  ] as const)
    for (const { name, text, on, order, actors = [], perspectives = [] } of hung)
      s.add('esther', 'treeNode', name, {
        text,
        side,
        order,
        ...(on === undefined ? {} : { parent: s.id(on) }),
        ...(actors.length > 0 ? { actors: each(...actors.map((actor) => s.id(actor))) } : {}),
        ...(perspectives.length > 0 ? { perspectives: each(...perspectives.map((said) => s.id(said))) } : {}),
      });
};

const evidence = (s: Story): void => {
  s.add('peter', 'evidence', 'level-series', {
    shows: fr(
      'Le niveau de la nappe, mesuré chaque mois à trois forages : quatre mètres de moins en dix ans.',
      'The level of the water table, measured monthly at three boreholes: four metres less in ten years.',
    ),
    about: s.id('table-drops'),
    source: 'Université du Plateau, relevés de 2014 à 2023',
    date: '2023-12',
  });
  s.add('agnes', 'affectedGroup', 'northern-families', {
    who: fr('Les familles des quartiers Nord', 'Families of the northern quarters'),
    number: { value: '9400', unit: 'personnes' },
    source: 'Recensement communal',
    date: '2022',
    how: fr(
      'Une demi-heure de marche au moins, de février à mai ; la file commence avant le jour.',
      'At least half an hour on foot from February to May; the queue begins before daylight.',
    ),
  });
};

const words = (s: Story): void => {
  s.add('esther', 'term', 'fair-share', {
    word: 'part équitable',
    outcome: 'both',
    working: fr(
      'Chaque fois que nous l’écrivons, nous disons de qui est la part, et par rapport à quoi.',
      'Whenever we write it, we say whose share it is, and in relation to what.',
    ),
  });
  s.add('claire', 'wordSense', 'fair-by-work', {
    term: s.id('fair-share'),
    organisation: s.id('brewery'),
    meaning: fr(
      'Une part selon les emplois et les taxes qu’on apporte.',
      'A share by the jobs and taxes one brings.',
    ),
  });
  s.add('agnes', 'wordSense', 'fair-by-need', {
    term: s.id('fair-share'),
    organisation: s.id('federation'),
    meaning: fr(
      'D’abord boire et cuisiner pour tous, le reste ensuite.',
      'First drinking and cooking for all, then the rest.',
    ),
  });
};
