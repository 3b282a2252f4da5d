import { isJsonObject, type JsonObject } from '@tablee/domain/kernel';
import { CONSENSUS_THEN_TWO_THIRDS } from '@tablee/domain/modules/governance';
import type { Story } from '../build/story.ts';
import { each, en, fr, type Said } from '../build/words.ts';

/** Phase 2: vision, results chain with what is assumed, indicators, roadmap, governance. */
export const design = (s: Story): void => {
  s.at('2024-05-06T09:00');
  s.act('esther', 'journey.enter', 'space-journey', { phase: 2 });
  vision(s);
  chain(s);
  indicators(s);
  roadmap(s);
  governance(s);
};

const vision = (s: Story): void => {
  s.act('agnes', 'wording.open', 'vision', {
    kind: 'vision',
    lang: 'fr',
    text: 'En 2034, dans la vallée, personne ne marche plus d’un quart d’heure pour une eau que l’on peut boire, et la nappe a cessé de baisser.',
  });
  s.act('jonas', 'wording.translate', 'vision', {
    version: 1,
    lang: 'en',
    text: 'In 2034 nobody in the valley walks more than a quarter of an hour for water fit to drink, and the water table has stopped sinking.',
  });
  for (const [who, organisation] of [
    ['agnes', 'federation'],
    ['paul', 'regulator'],
    ['claire', 'brewery'],
    ['peter', 'university'],
    ['daniel', 'town'],
  ] as const)
    s.act(who, 'wording.take', 'vision', {
      organisation: s.id(organisation),
      version: 1,
      stance: 'agree',
      standing: 'confirmed',
    });
};

/** A step of the results chain, with the keys of what it leads to. */
interface Step {
  readonly level: string;
  readonly statement: Said;
  readonly leadsTo: readonly string[];
}

/** Puts one step into the results chain. */
export const step = (s: Story, key: string, { leadsTo, ...content }: Step): void =>
  s.add('esther', 'result', key, { ...content, leadsTo: each(...leadsTo.map((to) => s.id(to))) });

const STEPS: readonly (Step & { readonly key: string })[] = [
  {
    key: 'impact',
    level: 'impact',
    statement: fr(
      'Les familles de la vallée vivent en meilleure santé, avec de l’eau toute l’année.',
      'Families of the valley live in better health, with water all year round.',
    ),
    leadsTo: [],
  },
  {
    key: 'table',
    level: 'impact',
    statement: fr('La nappe a cessé de baisser.', 'The water table has stopped sinking.'),
    leadsTo: [],
  },
  {
    key: 'access',
    level: 'outcome',
    statement: fr(
      'Les familles puisent à moins de 500 mètres, même en mars.',
      'Families fetch water within 500 metres, even in March.',
    ),
    leadsTo: ['impact'],
  },
  {
    key: 'share',
    level: 'outcome',
    statement: fr(
      'Puits et usines prélèvent ce que la nappe peut rendre.',
      'Wells and factories take what the groundwater can give back.',
    ),
    leadsTo: ['table'],
  },
  {
    key: 'fountains',
    level: 'output',
    statement: fr(
      'Trois bornes-fontaines fonctionnent dans les quartiers hauts.',
      'Three standpipes work in the upper quarters.',
    ),
    leadsTo: ['access'],
  },
  {
    key: 'readings',
    level: 'output',
    statement: en(
      'Everybody’s abstraction is measured and published.',
      'Les prélèvements de chacun sont mesurés et publiés.',
    ),
    leadsTo: ['share'],
  },
];

const ASSUMPTIONS = [
  {
    key: 'pay',
    result: 'access',
    owner: 'committees',
    statement: fr(
      'Les familles acceptent de payer 50 centimes par bidon',
      'Families agree to pay 50 cents a can',
    ),
    recheck: 12,
  },
  {
    key: 'clean',
    result: 'access',
    owner: 'clinic',
    statement: fr('L’eau reste propre jusqu’à la maison', 'The water stays clean until it reaches the home'),
    recheck: 6,
  },
  {
    key: 'rain',
    result: 'share',
    owner: 'survey',
    statement: fr(
      'Il tombe au moins 800 millimètres de pluie par an',
      'At least 800 millimetres of rain fall each year',
    ),
    recheck: 12,
  },
];

const chain = (s: Story): void => {
  s.at('2024-05-28T09:00');
  for (const { key, ...content } of STEPS) step(s, key, content);
  for (const { key, result, owner, ...content } of ASSUMPTIONS)
    s.add('esther', 'assumption', key, {
      ...content,
      result: s.id(result),
      owner: s.id(owner),
      checked: '2024-05-28',
      holds: 'yes',
    });
};

const indicators = (s: Story): void => {
  s.at('2024-06-03T09:00');
  const percent = (value: string): { value: string; unit: string } => ({ value, unit: '%' });
  s.add('esther', 'indicator', 'i-access', {
    name: fr('Ménages qui ont de l’eau à moins de 500 mètres', 'Households with water within 500 metres'),
    result: s.id('access'),
    unit: '%',
    direction: 'up',
    baseline: percent('34'),
    baselineDate: '2023-12',
    target: percent('70'),
    targetDate: '2026-12',
    source: fr(
      'Enquête de la mairie auprès de 600 ménages, en décembre',
      'Town survey of 600 households, each December',
    ),
    collector: s.id('town'),
    rhythm: 'year',
    disaggregation: each('quartier'),
    sdg: each('6.1'),
  });
  const interim = (date: string, value: string): void =>
    s.add('esther', 'milestone', `i-access-${date}`, {
      indicator: s.id('i-access'),
      date,
      value: percent(value),
    });
  interim('2024-12', '46');
  interim('2025-12', '60');
  s.add('esther', 'indicator', 'i-flow', {
    name: fr('Débit du puits 4', 'Yield of well 4'),
    result: s.id('share'),
    unit: 'm3/h',
    direction: 'up',
    baseline: { value: '3.1', unit: 'm3/h' },
    baselineDate: '2024-06',
    target: { value: '3.6', unit: 'm3/h' },
    targetDate: '2026-12',
    source: en('Pumping test, published by the regulator', 'Essai de pompage, publié par le régulateur'),
    collector: s.id('regulator'),
    rhythm: 'halfYear',
    sdg: each('6.4'),
  });
  s.add('esther', 'indicator', 'i-taps', {
    name: fr('Ménages raccordés au réseau', 'Households connected to the network'),
    result: s.id('access'),
    unit: 'ménages',
    direction: 'up',
    baseline: { value: '240', unit: 'ménages' },
    baselineDate: '2023-12',
    target: { value: '600', unit: 'ménages' },
    targetDate: '2026-12',
    source: fr('Fichier des abonnés', 'List of subscribers'),
    collector: s.id('town'),
    rhythm: 'year',
  });
};

/** A line of the roadmap. */
export const activity = (
  s: Story,
  key: string,
  title: Said,
  where: { result: string; accountable: string; involved: readonly string[]; start: string; end: string },
): void =>
  s.add('esther', 'activity', key, {
    title,
    result: s.id(where.result),
    accountable: s.id(where.accountable),
    involved: each(...where.involved.map((one) => s.id(one))),
    start: where.start,
    end: where.end,
    progress: 'notStarted',
  });

const roadmap = (s: Story): void => {
  s.at('2024-06-17T09:00');
  activity(
    s,
    'build',
    fr(
      'Construire trois bornes-fontaines dans les quartiers hauts',
      'Build three standpipes in the upper quarters',
    ),
    {
      result: 'fountains',
      accountable: 'town',
      involved: ['committees', 'brewery', 'ngo'],
      start: '2024-11',
      end: '2025-07',
    },
  );
  activity(
    s,
    'meters',
    fr('Poser des compteurs sur les onze grands puits', 'Fit meters to the eleven large wells'),
    {
      result: 'readings',
      accountable: 'regulator',
      involved: ['brewery', 'park', 'university'],
      start: '2024-11',
      end: '2024-12',
    },
  );
  activity(s, 'contract', fr('Négocier le contrat de nappe', 'Negotiate the groundwater contract'), {
    result: 'share',
    accountable: 'regulator',
    involved: ['ministry', 'town', 'brewery', 'park', 'federation'],
    start: '2025-01',
    end: '2027-06',
  });
};

/** The ready-made rule as the ledger takes it. */
const committeeRule = (): JsonObject => {
  const data: unknown = CONSENSUS_THEN_TWO_THIRDS;
  if (!isJsonObject(data)) throw new Error('a rule is plain data');
  return data;
};

/** Four seats; the term of the third ends before anybody was chosen anew. */
const SEATS = [
  [1, 'regulator', 'state', 'paul', '2027-07-01'],
  [2, 'brewery', 'private', 'claire', '2027-07-01'],
  [3, 'federation', 'civilSociety', 'agnes', '2026-02-11'],
  [4, 'university', 'science', 'peter', '2027-07-01'],
] as const;

const governance = (s: Story): void => {
  s.at('2024-07-02T09:00');
  s.act('esther', 'rule.adopt', 'rule-committee', { data: committeeRule() });
  s.add('esther', 'body', 'committee', {
    name: 'Comité de pilotage',
    mandate: fr(
      'Le comité suit la feuille de route, valide les valeurs et propose les changements de plan. Il ne modifie pas l’accord : cela revient à tous les signataires.',
      'The committee follows the roadmap, approves figures and proposes changes of plan. It does not amend the agreement: that is for all signatories.',
    ),
    meets: 'Quatre fois par an',
    rule: s.id('rule-committee'),
  });
  for (const [order, organisation, sector, holder, until] of SEATS)
    s.add('esther', 'seat', `seat-${organisation}`, {
      body: s.id('committee'),
      organisation: s.id(organisation),
      sector,
      holder: s.id(holder),
      from: '2024-07-02',
      until,
      voting: true,
      order,
    });
  s.change('esther', 'seat-federation', { deputy: s.id('moses') });
};
