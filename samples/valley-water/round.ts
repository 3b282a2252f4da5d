import { publishRound, type RoundAnswers } from '@tablee/domain/modules/listening';
import { digest } from '../build/chance.ts';
import type { Story } from '../build/story.ts';

const ZONE = 'Africa/Lusaka';

/** How many of a hundred people of a sector agree and disagree; the others pass. */
type Share = readonly [agree: number, disagree: number];

interface Asked {
  readonly key: string;
  readonly fr: string;
  readonly en: string;
  /** Civil society, private sector, state, science. */
  readonly shares: readonly [Share, Share, Share, Share];
}

const SECTORS = ['civilSociety', 'private', 'state', 'science'] as const;
/** How many people of each sector answered. */
const PEOPLE = [84, 33, 21, 12] as const;

const SEEDS: readonly Asked[] = [
  {
    key: 'said-jar',
    fr: 'L’eau est propre à la borne ; c’est à la maison qu’elle se salit.',
    en: 'The water is clean at the standpipe; it is at home that it gets dirty.',
    shares: [
      [82, 9],
      [76, 9],
      [81, 9],
      [92, 0],
    ],
  },
  {
    key: 'said-visit',
    fr: 'Une visite dans chaque foyer aiderait plus qu’une affiche.',
    en: 'A visit to each home would help more than a poster.',
    shares: [
      [79, 8],
      [67, 15],
      [71, 14],
      [75, 8],
    ],
  },
  {
    key: 'said-volume',
    fr: 'Les entreprises doivent payer chaque litre au même prix que les habitants.',
    en: 'Companies should pay for every litre at the same price as residents.',
    shares: [
      [86, 5],
      [18, 70],
      [57, 24],
      [50, 25],
    ],
  },
  {
    key: 'said-north',
    fr: 'Le quartier Nord doit avoir sa borne avant toute autre dépense.',
    en: 'The Northern quarter must get its standpipe before any other spending.',
    shares: [
      [73, 13],
      [42, 30],
      [38, 43],
      [42, 25],
    ],
  },
  {
    key: 'said-soap',
    fr: 'On devrait pouvoir acheter du savon à la borne, au prix coûtant.',
    en: 'Soap should be sold at the standpipe, at cost.',
    shares: [
      [80, 8],
      [70, 12],
      [62, 19],
      [75, 8],
    ],
  },
  {
    key: 'said-evening',
    fr: 'Les bornes devraient rester ouvertes jusqu’à 22 heures.',
    en: 'The standpipes should stay open until ten at night.',
    shares: [
      [64, 23],
      [48, 21],
      [33, 48],
      [42, 17],
    ],
  },
  {
    key: 'said-till',
    fr: 'Je sais à quoi sert l’argent de la borne.',
    en: 'I know what the money of the standpipe is used for.',
    shares: [
      [43, 39],
      [52, 24],
      [67, 19],
      [42, 25],
    ],
  },
  {
    key: 'said-school',
    fr: 'À l’école, chaque enfant devrait apprendre à laver une jarre.',
    en: 'At school every child should learn how to wash a jar.',
    shares: [
      [88, 5],
      [79, 9],
      [86, 5],
      [92, 0],
    ],
  },
  {
    key: 'said-chlorine',
    fr: 'Je boirais cette eau même avec un goût de chlore.',
    en: 'I would drink this water even with a taste of chlorine.',
    shares: [
      [32, 52],
      [61, 21],
      [76, 10],
      [83, 8],
    ],
  },
  {
    key: 'said-level',
    fr: 'Le niveau de la nappe devrait être affiché chaque mois au marché.',
    en: 'The level of the groundwater should be posted at the market every month.',
    shares: [
      [74, 7],
      [58, 18],
      [67, 14],
      [92, 0],
    ],
  },
  {
    key: 'said-march',
    fr: 'Il est juste de ne rien faire payer en mars.',
    en: 'It is fair to charge nothing in March.',
    shares: [
      [83, 7],
      [55, 24],
      [57, 24],
      [58, 17],
    ],
  },
];

/** What somebody added while answering; the moderators showed it. */
const ADDED: Asked = {
  key: 'said-women',
  fr: 'La moitié du comité devrait être de celles qui portent l’eau.',
  en: 'Half of the committee should be those who carry the water.',
  shares: [
    [70, 12],
    [39, 30],
    [48, 24],
    [67, 8],
  ],
};
const ASKED = [...SEEDS, ADDED];

/** A number from 0 to 99, the same at every run. */
const drawn = (key: string): number => Number.parseInt(digest(key).slice(0, 8), 16) % 100;

/** Invented people, each with answers drawn from the shares of their sector; one question in twelve is left out. */
const answers = (s: Story): RoundAnswers => ({
  statements: ASKED.map(({ key }) => ({ id: s.id(key), shown: true })),
  voices: SECTORS.flatMap((sector, place) =>
    Array.from({ length: PEOPLE[place] ?? 0 }, (_, number) => {
      const person = `${sector} ${number}`;
      const said = ASKED.flatMap(({ key, shares }) => {
        const [agree, disagree] = shares[place] ?? [0, 0];
        if (drawn(`skip ${person} ${key}`) < 8) return [];
        const at = drawn(`said ${person} ${key}`);
        const stance = at < agree ? (1 as const) : at < agree + disagree ? (-1 as const) : (0 as const);
        return [{ statement: s.id(key), stance }];
      });
      return { person, sector, answers: said };
    }),
  ),
  hands: [],
  sectors: SECTORS,
  floors: { perGroup: 5, inAll: 15 },
  named: false,
});

/** A listening round from its promise to its results. What people answered is not here: only what was published of it. */
export const listeningRound = (s: Story): void => {
  planned(s);
  moderated(s);
  counted(s);
};

const planned = (s: Story): void => {
  s.at('2025-10-11T09:00');
  s.act('esther', 'round.plan', 'round', {
    texts: {
      fr: {
        title: 'L’eau, de la borne au verre',
        intro:
          'Trois bornes coulent et les enfants sont encore malades. Dites-nous ce que vous voyez, chez vous et au puits : qu’est-ce qui doit changer d’abord ?',
        promise:
          'Le comité lira tout ce qui rassemble et tout ce qui sépare. Nous vous dirons ici même ce que nous en ferons, ce que nous n’en ferons pas, et pourquoi.',
      },
      en: {
        title: 'Water, from the standpipe to the glass',
        intro:
          'Three standpipes run and children are still ill. Tell us what you see, at home and at the well: what must change first?',
        promise:
          'The committee will read all that is shared and all that divides. We will tell you here what we do about it, what we do not, and why.',
      },
    },
    sectors: [...SECTORS],
    naming: ['anonymous'],
    expected: 120,
    moderators: [s.id('agnes')],
    closes: { instant: '2025-11-09T20:00:00.000Z', zone: ZONE },
    answerBy: '2025-12-15',
    statements: SEEDS.map(({ key, fr, en }) => ({ id: s.id(key), texts: { fr, en } })),
  });
  s.at('2025-10-13T07:00');
  s.act('esther', 'round.open', 'round', {});
};

const moderated = (s: Story): void => {
  s.at('2025-10-17T15:00');
  s.act('agnes', 'round.moderate', 'round', {
    of: 'statement',
    id: s.id(ADDED.key),
    decision: 'accept',
    lang: 'fr',
    text: ADDED.fr,
  });
  s.act('jonas', 'round.translate', 'round', { statement: s.id(ADDED.key), lang: 'en', text: ADDED.en });
  s.act('agnes', 'round.moderate', 'round', {
    of: 'statement',
    id: s.id('said-guard'),
    decision: 'withhold',
    reason: 'accusation',
  });
  const voice = s.id('voice-night');
  s.act('agnes', 'round.summarise', 'round', {
    voice,
    lang: 'fr',
    text: 'Elle se lève à quatre heures pour être servie avant l’école. L’eau est bonne, dit-elle, mais la jarre sert aussi à la lessive, et le couvercle manque.\n\n(Traduit du nyanja par une animatrice de radio.)',
  });
  s.act('jonas', 'round.summarise', 'round', {
    voice,
    lang: 'en',
    text: 'She gets up at four to be served before school. The water is good, she says, but the jar is used for washing too, and its lid is missing.\n\n(Translated from Nyanja by a radio presenter.)',
  });
};

const counted = (s: Story): void => {
  s.at('2025-11-09T20:00');
  s.act('system', 'round.close', 'round', {});
  const result = publishRound(answers(s));
  if (!result.ok) throw new Error(`${result.people} people are too few for a round`);
  const { report } = result;
  s.act('system', 'round.publish', 'round', {
    report: JSON.parse(JSON.stringify({ people: report.people, report })),
  });
};

/** What became of it, as a whole and on what divides most. */
export const roundAnswered = (s: Story): void => {
  s.at('2025-12-08T16:00');
  s.act('esther', 'round.answer', 'round', {
    texts: {
      fr: 'Vous l’avez dit dans tous les secteurs : l’eau se salit à la maison. Le centre de santé visite chaque foyer du quartier Nord d’ici à juin, avec une jarre à couvercle, et l’école commence en janvier.\n\nNous n’ouvrons pas les bornes le soir : les gardiens n’ont pas de lumière, et personne n’a trouvé comment la payer.',
      en: 'You said it in every sector: water gets dirty at home. The clinic visits each home of the Northern quarter by June, with a jar that has a lid, and the school starts in January.\n\nWe do not open the standpipes in the evening: the keepers have no light, and nobody has found how to pay for it.',
    },
    statements: [
      {
        id: s.id('said-volume'),
        texts: {
          fr: 'C’est ce qui vous sépare le plus. Le contrat de nappe fixe un prix au litre au-delà de 50 m³ par mois ; la brasserie l’accepte, le parc industriel répond en septembre.',
          en: 'This divides you most. The groundwater contract sets a price per litre above 50 m³ a month; the brewery accepts it, the industrial park answers in September.',
        },
      },
      {
        id: s.id('said-school'),
        texts: {
          fr: 'L’inspection en fait une leçon par trimestre, dès janvier.',
          en: 'The school inspectorate makes it one lesson a term, from January on.',
        },
      },
    ],
  });
};
